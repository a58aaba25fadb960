// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

/// How paths are written inside of the program: with '/', on every system. On Windows a drive or a share comes first, "C:/data" or
/// "//server/share/data"; what begins with a single '/' is there, too: it lies in memory (windowsFileSystem()).
namespace espalier::fs {

/// What stands before the names of an absolute path: "/", on Windows also "C:/" and "//server/share/". Empty for a relative path.
std::string_view rootOf(std::string_view path);

inline bool isAbsolute(std::string_view path)
{
    return !rootOf(path).empty();
}

/// The directory that an absolute path lies in; a root lies in itself.
std::string_view parentOf(std::string_view path);

/// The path as the program writes it, of one that a person or the system wrote.
std::string fromNative(std::string_view path);

} // namespace espalier::fs
