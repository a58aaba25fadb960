// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::fs {

struct ProgramOutcome
{
    int exitCode = 0;   ///< 128 and the signal where one ended it.
    std::string output; ///< The first 64 KiB each.
    std::string errors;
};

/// Runs a program to its end: its absolute path and its arguments, which no shell sees, and what it reads.
using ProgramRunner = std::function<Result<ProgramOutcome>(const std::vector<std::string> &command, std::string_view input)>;

/// Waits for the program, which gets a short environment of its own. Fails where it cannot be started.
Result<ProgramOutcome> runProgram(const std::vector<std::string> &command, std::string_view input);

} // namespace espalier::fs
