// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/options.h"

class QApplication;

namespace espalier {

/// Runs the program as @p options say, and tells its exit status.
int runProgram(QApplication &application, const Options &options);

} // namespace espalier
