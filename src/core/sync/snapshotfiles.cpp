// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/snapshotfiles.h"

#include <algorithm>

namespace espalier {

namespace {

std::string temporaryName(std::string_view name)
{
    return std::string(name) + std::string(fs::replacementSuffix);
}

/// One that is gone is what was wanted.
Done removeFile(fs::Directory &directory, std::string_view name)
{
    const Done removed = directory.removeFile(name);
    if (removed || removed.error().kind == Error::Kind::NotFound)
        return {};
    const auto found = directory.find(name); // a lost reply
    return found && !*found ? Done() : removed;
}

template<typename Test>
Done removeFilesWhere(fs::Directory &directory, Test test)
{
    const auto entries = directory.entries();
    if (!entries)
        return failWith(entries);
    for (const fs::Entry &entry : *entries) {
        if (entry.kind != fs::EntryKind::File || !test(entry.name))
            continue;
        if (const Done removed = removeFile(directory, entry.name); !removed)
            return removed;
    }
    return {};
}

} // namespace

Done writeTemporary(fs::Directory &snapshot, std::string_view name, std::string_view content)
{
    const std::string temporary = temporaryName(name);
    if (const Done removed = removeFile(snapshot, temporary); !removed)
        return removed;
    return snapshot.createFile(temporary, content, snapshotFileMode);
}

Done placeTemporary(fs::Directory &snapshot, std::string_view name)
{
    return snapshot.replaceBy(name, temporaryName(name));
}

Done removeTemporaryFiles(fs::Directory &snapshot)
{
    return removeFilesWhere(snapshot, [](std::string_view name) { return name.ends_with(fs::replacementSuffix); });
}

Done removeUnlisted(fs::Directory &snapshot, const std::vector<ManifestFile> &files, bool evenProtection)
{
    return removeFilesWhere(snapshot, [&](std::string_view name) {
        if (name == manifestFileName || name == clientLogFileName || (name == protectedFileName && !evenProtection))
            return false;
        return !std::ranges::contains(files, name, &ManifestFile::fileName);
    });
}

Done removeSnapshotDirectory(fs::Directory &group, fs::Directory &directory, const SnapshotAddress &snapshot, StoreLocks &locks)
{
    if (const Done removed = removeFilesWhere(directory, [](std::string_view) { return true; }); !removed)
        return removed;
    const std::string name = snapshot.time.toString();
    if (const Done removed = group.removeDirectory(name); !removed) {
        const auto found = group.find(name);
        if (!found || *found)
            return removed;
    }
    locks.forgetSnapshot(snapshot.ns, snapshot.group, snapshot.time);
    return {};
}

bool removeGroupIfEmpty(fs::Directory &type, fs::Directory &directory, const GroupId &group, StoreLocks &locks, const NamespacePath &ns)
{
    const auto entries = directory.entries();
    if (!entries)
        return false;
    const auto isOwn = [](const fs::Entry &entry) { return entry.name == ownerFileName || entry.name == notesFileName; };
    if (!std::ranges::all_of(*entries, isOwn))
        return true; // something came into it, so it stays
    for (const fs::Entry &entry : *entries) {
        if (!removeFile(directory, entry.name))
            return false;
    }
    if (!type.removeDirectory(group.id()))
        return false;
    locks.forgetGroup(ns, group);
    return true;
}

} // namespace espalier
