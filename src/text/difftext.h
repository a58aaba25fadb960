// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/configplan.h"

#include <QStringList>

namespace espalier::text {

/// What becomes of a file of PBS's configuration, line by line as `diff -u` tells it: printable, but with its tabs.
QStringList diffLines(const ConfigFileEdits &file);

} // namespace espalier::text
