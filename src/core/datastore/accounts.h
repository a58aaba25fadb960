// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"

#include <cstdint>
#include <optional>
#include <string>

namespace espalier {

/// A user as `/etc/passwd` lists it (passwd(5)). Users of a directory service are not known here: a statically linked
/// program cannot ask for them.
struct Account
{
    std::string name;
    std::uint32_t group = 0; ///< The primary one.
    std::string home;        ///< Absolute, or empty.
};

std::optional<Account> accountOfUser(fs::FileSystem &fileSystem, std::uint32_t user);

/// What `sudo -u` and `-g` understand: the name in `/etc/passwd` or `/etc/group`, else "#1000".
std::string nameOfUser(fs::FileSystem &fileSystem, std::uint32_t user);
std::string nameOfGroup(fs::FileSystem &fileSystem, std::uint32_t group);

/// Who this process is, for journals: "root on pbs1 (uid 0)".
std::string processDescription(fs::FileSystem &fileSystem);

} // namespace espalier
