// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/paths.h"

#include <algorithm>

namespace espalier::fs {

namespace {

bool startsWithDrive(std::string_view path)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return path.size() >= 3 && isLetter(path[0]) && path[1] == ':' && path[2] == '/';
}

/// Of "//server/share/…": with the slash behind the share, where there is one.
std::string_view shareOf(std::string_view path)
{
    const std::size_t server = path.find('/', 2);
    if (server == 2 || server == std::string_view::npos || server + 1 == path.size() || path[server + 1] == '/')
        return {};
    const std::size_t share = path.find('/', server + 1);
    return path.substr(0, share == std::string_view::npos ? share : share + 1);
}

} // namespace

std::string_view rootOf(std::string_view path)
{
    if (startsWithDrive(path))
        return path.substr(0, 3);
    if (path.starts_with("//"))
        return shareOf(path);
    return path.substr(0, path.starts_with('/') ? 1 : 0);
}

/// Also of the paths that the system itself writes, "\\?\C:\data" and "\\?\UNC\server\share", and of the path in "file:///C:/data".
std::string fromNative(std::string_view path)
{
    std::string ours(path);
    std::ranges::replace(ours, '\\', '/');
    if (ours.starts_with("//?/UNC/"))
        ours.replace(0, 8, "//");
    else if (ours.starts_with("//?/"))
        ours.erase(0, 4);
    else if (ours.starts_with('/') && startsWithDrive(std::string_view(ours).substr(1)))
        ours.erase(0, 1);
    return ours;
}

} // namespace espalier::fs
