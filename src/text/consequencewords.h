// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/consequences.h"

#include <QString>

namespace espalier::text {

/// All that is to be said of it, in one line.
QString consequenceWords(const Consequence &consequence);

} // namespace espalier::text
