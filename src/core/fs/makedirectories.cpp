// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/makedirectories.h"

#include "core/fs/paths.h"

namespace espalier::fs {

Result<std::shared_ptr<Directory>> openOrMake(Directory &parent, std::string_view name, std::uint32_t mode)
{
    auto directory = parent.openDirectory(name);
    if (directory || directory.error().kind != Error::Kind::NotFound)
        return directory;
    const Done made = parent.createDirectory(name, mode);
    if (!made && made.error().id != MessageId::FileExists)
        return failWith(made);
    return parent.openDirectory(name);
}

Result<std::shared_ptr<Directory>> openOrMakeAll(FileSystem &fileSystem, std::string_view path, std::uint32_t mode)
{
    auto directory = fileSystem.open(path);
    if (directory || directory.error().kind != Error::Kind::NotFound || path == rootOf(path))
        return directory;
    const auto parent = openOrMakeAll(fileSystem, parentOf(path), mode);
    if (!parent)
        return parent;
    return openOrMake(**parent, path.substr(path.rfind('/') + 1), mode);
}

} // namespace espalier::fs
