// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/store.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace espalier {

namespace {

using DirectoryPointer = std::shared_ptr<fs::Directory>;

constexpr int levelsLookedBelow = 2;
constexpr std::size_t directoriesLookedAt = 2000; ///< Below what somebody chose, so that a home directory ends soon.

Result<bool> isStore(const fs::Directory &directory)
{
    const auto chunks = directory.find(".chunks");
    if (!chunks)
        return failWith(chunks);
    const auto lock = directory.find(".lock");
    if (!lock)
        return failWith(lock);
    return *chunks && (*chunks)->kind == fs::EntryKind::Directory && *lock && (*lock)->kind == fs::EntryKind::File;
}

std::string parentOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return std::string(slash == 0 || slash == std::string_view::npos ? "/" : path.substr(0, slash));
}

/// The datastore that the directory at @p path lies in.
std::optional<std::string> storeAbove(fs::FileSystem &fileSystem, std::string path)
{
    while (path != "/") {
        path = parentOf(path);
        const auto directory = fileSystem.open(path);
        if (directory && isStore(**directory).value_or(false))
            return (*directory)->path();
    }
    return std::nullopt;
}

/// The real directories in all of @p directories, sorted by name, at most @p limit.
std::vector<DirectoryPointer> oneLevelBelow(const std::vector<DirectoryPointer> &directories, std::size_t limit)
{
    std::vector<DirectoryPointer> below;
    for (const DirectoryPointer &directory : directories) {
        auto entries = directory->entries();
        if (!entries)
            continue;
        std::erase_if(*entries, [](const fs::Entry &entry) { return entry.kind != fs::EntryKind::Directory; });
        std::ranges::sort(*entries, {}, &fs::Entry::name);
        for (const fs::Entry &entry : *entries) {
            if (below.size() >= limit)
                return below;
            if (auto opened = directory->openDirectory(entry.name))
                below.push_back(std::move(*opened));
        }
    }
    return below;
}

std::optional<std::string> storeBelow(const DirectoryPointer &directory)
{
    std::vector<DirectoryPointer> level{directory};
    std::size_t left = directoriesLookedAt;
    for (int depth = 0; depth < levelsLookedBelow; ++depth) {
        level = oneLevelBelow(level, left);
        left -= level.size();
        for (const DirectoryPointer &candidate : level) {
            if (isStore(*candidate).value_or(false))
                return candidate->path();
        }
    }
    return std::nullopt;
}

bool isUnused(const fs::Directory &directory)
{
    const auto entries = directory.entries();
    return entries && std::ranges::all_of(*entries, [](const fs::Entry &entry) { return entry.name == "lost+found"; });
}

std::unexpected<Error> denied(const std::string &path, const Error &error)
{
    return std::unexpected(Error{Error::Kind::Denied, MessageId::StoreDenied, {path}, error.systemError});
}

/// Why the path could not be opened as a directory.
Error whyNotOpened(fs::FileSystem &fileSystem, const std::string &path, const Error &error)
{
    switch (error.id) {
    case MessageId::FileDenied: return denied(path, error).error();
    case MessageId::FileNotFound: return {Error::Kind::NotFound, MessageId::StoreNotFound, {path}, error.systemError};
    case MessageId::FileNotADirectory: break;
    default: return error;
    }
    const auto parent = fileSystem.open(parentOf(path));
    if (!parent) // a file stands where one of the directories above should be
        return {Error::Kind::NotFound, MessageId::StoreNotFound, {path}, error.systemError};
    if (const auto store = storeAbove(fileSystem, path))
        return {Error::Kind::InvalidInput, MessageId::StoreLevelsAbove, {path, *store}};
    return {Error::Kind::InvalidInput, MessageId::StoreIsFile, {path}};
}

/// What the directory is, that is no datastore.
Error whyNotAStore(fs::FileSystem &fileSystem, const DirectoryPointer &directory, const std::string &path)
{
    if (const auto store = storeAbove(fileSystem, directory->path()))
        return {Error::Kind::InvalidInput, MessageId::StoreLevelsAbove, {path, *store}};
    if (const auto store = storeBelow(directory))
        return {Error::Kind::InvalidInput, MessageId::StoreOneLevelBelow, {path, *store}};
    if (isUnused(*directory))
        return {Error::Kind::InvalidInput, MessageId::StoreIsEmpty, {path}};
    return {Error::Kind::InvalidInput, MessageId::StoreNotRecognised, {path}};
}

void readMarker(OpenedStore &store)
{
    constexpr std::size_t limit = 4096;
    const auto marker = store.root->readFile(demoMarkerName, limit);
    store.isDemo = marker && marker->starts_with(demoMarkerFirstLine);
    store.metadataOnly = store.isDemo && std::string_view(*marker).substr(demoMarkerFirstLine.size()).starts_with(demoMetadataOnlyLine);
}

} // namespace

bool StoreIdentity::sameStore(const StoreIdentity &other) const
{
    return rootInode == other.rootInode && rootBirthTime == other.rootBirthTime && chunksInode == other.chunksInode
        && chunksBirthTime == other.chunksBirthTime;
}

Result<OpenedStore> openStore(fs::FileSystem &fileSystem, const std::string &path)
{
    auto directory = fileSystem.open(path);
    if (!directory)
        return std::unexpected(whyNotOpened(fileSystem, path, directory.error()));
    const auto recognised = isStore(**directory);
    if (!recognised && recognised.error().kind == Error::Kind::Denied)
        return denied(path, recognised.error());
    if (!recognised)
        return failWith(recognised);
    if (!*recognised)
        return std::unexpected(whyNotAStore(fileSystem, *directory, path));

    const auto root = (*directory)->status();
    const auto chunks = root ? (*directory)->find(".chunks") : failWith(root);
    if (!chunks)
        return failWith(chunks);
    if (!*chunks)
        return fail(Error::Kind::Conflict, MessageId::StoreChanged, path);
    OpenedStore store;
    store.root = std::move(*directory);
    store.identity = {store.root->path(), root->device, root->inode, root->birthTime, (*chunks)->inode, (*chunks)->birthTime};
    store.user = root->user;
    store.group = root->group;
    readMarker(store);
    return store;
}

} // namespace espalier
