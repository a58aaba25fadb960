// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"

#include <string>

namespace espalier::fs {

/// flock() on the directory @p directory, through a descriptor of its own.
Result<std::unique_ptr<Lock>> flockDirectory(int directory, const std::string &path, Access access);

/// The same on the directory @p name in @p directory, following no link.
Result<std::unique_ptr<Lock>> flockSubdirectory(int directory, const std::string &name, const std::string &path, Access access);

/// flock() on the file @p name in @p directory; see Directory::lockFile(). The protocol is PBS's (locking-and-safety §1, §2).
Result<std::unique_ptr<Lock>> flockFile(int directory, const std::string &name, const std::string &path, Access access);

} // namespace espalier::fs
