// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

/// What the system tells of this computer, its user and its processes.
namespace espalier::fs {

/// Empty where it is not told.
std::string hostName();

/// The login of whoever started this process, as the environment tells it: only for people to read.
std::string loginName();

bool processExists(std::int64_t id);
std::int64_t ownProcess();    ///< The id of this one.
std::int64_t parentProcess(); ///< The id of the process that started this one; 0 where it is not told.

/// @name Where the system wants a user's files to be
/// Absolute, and empty where the XDG base directories are meant to be used.
/// @{
std::string platformConfigHome();
std::string platformStateHome();
/// @}

} // namespace espalier::fs
