// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"

#include <string>
#include <vector>

namespace espalier {

/// Commands that start the program that guards, to be tried in this order, with @p words behind it. On a real root that is the installed
/// helper, as root or through sudo and pkexec; below another @p prefix @p ownProgram with the prefix behind the first word, if any.
/// Empty where there is none.
std::vector<std::vector<std::string>> guardianCommands(fs::FileSystem &fileSystem, const std::string &prefix, const std::string &ownProgram,
                                                       const std::vector<std::string> &words);

/// The path of the helper, for people.
std::string guardianProgram();

} // namespace espalier
