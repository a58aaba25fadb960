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

Result<std::shared_ptr<Directory>> openBelow(const std::shared_ptr<Directory> &base, std::string_view relative)
{
    std::shared_ptr<Directory> directory = base;
    while (!relative.empty()) {
        const std::size_t end = relative.find('/');
        auto next = directory->openDirectory(relative.substr(0, end));
        if (!next)
            return next;
        directory = std::move(*next);
        if (end == std::string_view::npos)
            break;
        relative.remove_prefix(end + 1);
        if (relative.empty())
            return fail(Error::Kind::InvalidInput, MessageId::NameRefused, relative);
    }
    return directory;
}

} // namespace espalier::fs
