// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/windows/ntfile.h"

namespace espalier::fs {

/// @name The calls of Directory about regular files
/// @p directory is open; @p path is for messages. Modes are not kept: what is made inherits the permissions of its directory.
/// @{
Result<std::string> readRegularFile(HANDLE directory, const std::wstring &name, const std::string &path, std::size_t limit);
Result<FileStart> readStartOfRegularFile(HANDLE directory, const std::wstring &name, const std::string &path, std::size_t limit);
Done createRegularFile(HANDLE directory, const std::wstring &name, const std::string &path, std::string_view content);
Done replaceRegularFile(HANDLE directory, const std::wstring &name, const std::string &path, std::string_view content);
Result<std::unique_ptr<AppendFile>> appendToRegularFile(HANDLE directory, const std::wstring &name, const std::string &path);
/// @}

} // namespace espalier::fs
