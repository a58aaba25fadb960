// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/input.h"
#include "cli/terminal.h"

namespace espalier::cli {

/// One character after the other: what comes behind the line is somebody else's.
std::optional<std::string> readLine(const std::stop_token &stop)
{
    std::string line;
    for (char character = 0; readInput({&character, 1}, stop).value_or(0) == 1;) {
        if (character == '\n')
            return line;
        line += character;
    }
    return std::nullopt;
}

} // namespace espalier::cli
