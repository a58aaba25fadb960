// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/program.h"

#include <print>

namespace espalier::cli {

int runProgram(int, char **)
{
    std::println("espalierctl {}", ESPALIER_VERSION);
    return 0;
}

} // namespace espalier::cli
