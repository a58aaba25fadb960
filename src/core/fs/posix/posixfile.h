// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"

#include <optional>
#include <string>

/// What can be done to one regular file, given as the descriptor of its directory and a checked name. @p path is for
/// messages.
namespace espalier::fs {

Result<std::string> readRegularFile(int directory, const std::string &name, const std::string &path, std::size_t limit);

Result<FileStart> readStartOfRegularFile(int directory, const std::string &name, const std::string &path, std::size_t limit);

Done createRegularFile(int directory, const std::string &name, const std::string &path, std::string_view content, std::uint32_t mode);

Done replaceRegularFile(int directory, const std::string &name, const std::string &path, std::string_view content, std::uint32_t mode);

Result<std::unique_ptr<AppendFile>> appendToRegularFile(int directory, const std::string &name, const std::string &path);

} // namespace espalier::fs
