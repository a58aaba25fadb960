// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/activity.h"
#include "core/datastore/pbshost.h"
#include "core/datastore/writeaccess.h"
