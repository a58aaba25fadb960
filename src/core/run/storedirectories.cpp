// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/storedirectories.h"

#include <ranges>
#include <utility>

namespace espalier {

namespace {

constexpr std::uint32_t directoryMode = 0755; // datastore-format §5

std::pair<std::string, std::string> splitPath(const std::string &path)
{
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? std::pair(std::string(), path) : std::pair(path.substr(0, slash), path.substr(slash + 1));
}

} // namespace

std::string joinPath(const std::string &parent, std::string_view name)
{
    return parent.empty() ? std::string(name) : parent + '/' + std::string(name);
}

std::string typeDirectoryPath(const NamespacePath &ns, BackupType type)
{
    return joinPath(ns.directoryForm(), toString(type));
}

StoreDirectories::StoreDirectories(std::shared_ptr<fs::Directory> root) : m_root(std::move(root)) {}

Result<std::shared_ptr<fs::Directory>> StoreDirectories::open(const std::string &path) const
{
    return fs::openBelow(m_root, path);
}

Result<std::shared_ptr<fs::Directory>> StoreDirectories::ensure(const std::shared_ptr<fs::Directory> &parent, const std::string &parentPath,
                                                                const std::string &name, StepEffects &effects)
{
    auto directory = parent->openDirectory(name);
    if (directory || directory.error().kind != Error::Kind::NotFound)
        return directory;
    if (const Done made = parent->createDirectory(name, directoryMode); made)
        effects.made.push_back(joinPath(parentPath, name));
    else if (made.error().id != MessageId::FileExists) // somebody else was quicker: theirs is as good
        return std::unexpected(made.error());
    touch(parentPath, parent);
    return parent->openDirectory(name);
}

void StoreDirectories::takeBack(StepEffects &effects)
{
    while (!effects.made.empty()) {
        const auto [parentPath, name] = splitPath(effects.made.back());
        const auto parent = open(parentPath);
        if (!parent || !(*parent)->removeDirectory(name))
            return;
        effects.made.pop_back();
    }
}

Done StoreDirectories::removeIfEmpty(const std::string &path)
{
    const auto [parentPath, name] = splitPath(path);
    const auto parent = open(parentPath);
    if (!parent)
        return parent.error().kind == Error::Kind::NotFound ? Done() : Done(std::unexpected(parent.error()));
    const Done removed = (*parent)->removeDirectory(name);
    if (removed)
        touch(parentPath, *parent);
    else if (removed.error().id != MessageId::DirectoryNotEmpty && removed.error().kind != Error::Kind::NotFound)
        return removed;
    return {};
}

void StoreDirectories::touch(const std::string &path, const std::shared_ptr<fs::Directory> &directory)
{
    m_touched.insert_or_assign(path, directory);
}

Done StoreDirectories::sync()
{
    for (const auto &directory : m_touched | std::views::values) {
        if (const Done synced = directory->sync(); !synced)
            return synced;
    }
    m_touched.clear();
    return {};
}

} // namespace espalier
