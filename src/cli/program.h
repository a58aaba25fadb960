// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace espalier::cli {

/// The whole of espalierctl: returns its exit code.
int runProgram(int argc, char **argv);

} // namespace espalier::cli
