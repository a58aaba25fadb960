// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/storedirectories.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace espalier {

namespace {

constexpr std::uint32_t directoryMode = 0755; // datastore-format §5

/// Whether @p name is there, whatever the reply to a change was: the disk is believed.
bool isThere(const fs::Directory &parent, std::string_view name)
{
    const auto found = parent.find(name);
    return !found || *found;
}

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
    const Done made = parent->createDirectory(name, directoryMode);
    const bool isMade = made || (made.error().id != MessageId::FileExists && parent->openDirectory(name));
    if (isMade)
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

Done StoreDirectories::make(const StoreDirectory &directory)
{
    const auto [parentPath, name] = splitPath(directory.path);
    const auto parent = open(parentPath);
    if (!parent)
        return std::unexpected(parent.error());
    const Done made = (*parent)->createDirectory(name, directory.mode);
    if (!made && made.error().id == MessageId::FileExists)
        return {};
    touch(parentPath, *parent);
    return made;
}

Result<std::vector<StoreDirectory>> StoreDirectories::listNamespace(const std::string &path) const
{
    std::vector<StoreDirectory> directories;
    const auto directory = open(path);
    const auto own = directory ? (*directory)->status() : Result<fs::Status>(failWith(directory));
    if (!own)
        return failWith(own);
    for (const std::string_view name : {"vm", "ct", "host", "ns"}) {
        const auto status = (*directory)->find(name);
        if (!status)
            return failWith(status);
        if (*status && (*status)->kind == fs::EntryKind::Directory)
            directories.push_back({joinPath(path, name), (*status)->mode});
    }
    directories.push_back({path, own->mode});
    return directories;
}

Result<std::string> StoreDirectories::removeNamespace(const std::string &path, std::vector<StoreDirectory> &removed)
{
    const auto directory = open(path);
    if (!directory)
        return std::unexpected(directory.error());
    const auto entries = (*directory)->entries();
    if (!entries)
        return std::unexpected(entries.error());
    const auto all = listNamespace(path);
    if (!all)
        return failWith(all);
    for (const fs::Entry &entry : *entries) {
        const std::string entryPath = joinPath(path, entry.name);
        if (!std::ranges::contains(*all, entryPath, &StoreDirectory::path))
            return entryPath;
        const auto inside = open(entryPath);
        const auto content = inside ? (*inside)->entries() : Result<std::vector<fs::Entry>>(failWith(inside));
        if (!content)
            return std::unexpected(content.error());
        if (!content->empty())
            return joinPath(entryPath, content->front().name);
    }
    return removeAll(*all, removed);
}

/// Removes empty directories one after the other; where something came into one of them the others are made again.
Result<std::string> StoreDirectories::removeAll(const std::vector<StoreDirectory> &all, std::vector<StoreDirectory> &removed)
{
    for (const StoreDirectory &each : all) {
        const auto [parentPath, name] = splitPath(each.path);
        const auto parent = open(parentPath);
        Done gone = parent ? (*parent)->removeDirectory(name) : Done(failWith(parent));
        if (parent && !gone && gone.error().kind != Error::Kind::NotFound && !isThere(**parent, name))
            gone = {};
        if (!gone && gone.error().kind != Error::Kind::NotFound) {
            while (!removed.empty() && make(removed.back()))
                removed.pop_back();
            return gone.error().id == MessageId::DirectoryNotEmpty ? Result<std::string>(each.path) : failWith(gone);
        }
        if (gone)
            removed.push_back(each);
        if (parent)
            touch(parentPath, *parent);
    }
    return std::string();
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
