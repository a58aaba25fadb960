// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace espalier::fs {

/// Opens @p name in @p parent, made with @p mode where it is missing.
Result<std::shared_ptr<Directory>> openOrMake(Directory &parent, std::string_view name, std::uint32_t mode);

/// Opens an absolute path; what is missing at its end is made with @p mode.
Result<std::shared_ptr<Directory>> openOrMakeAll(FileSystem &fileSystem, std::string_view path, std::uint32_t mode);

} // namespace espalier::fs
