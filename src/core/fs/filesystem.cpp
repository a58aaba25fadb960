// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/filesystem.h"

namespace espalier::fs {

bool isComponent(std::string_view name)
{
    constexpr std::size_t longest = 255;
    return !name.empty() && name.size() <= longest && name != "." && name != ".."
        && name.find_first_of(std::string_view("/\0", 2)) == std::string_view::npos;
}

Result<std::shared_ptr<Directory>> Directory::openPath(std::string_view relative) const
{
    const std::size_t end = relative.find('/');
    auto directory = openDirectory(relative.substr(0, end));
    if (directory && end != std::string_view::npos)
        return (*directory)->openPath(relative.substr(end + 1));
    return directory;
}

Result<std::shared_ptr<Directory>> openBelow(const std::shared_ptr<Directory> &base, std::string_view relative)
{
    return relative.empty() ? base : base->openPath(relative);
}

} // namespace espalier::fs
