// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/scan.h"

#include "core/datastore/findingcollector.h"
#include "core/datastore/snapshotscan.h"
#include "core/pbs/archivename.h"
#include "core/pbs/utf8.h"

#include <algorithm>

namespace espalier {

namespace {

constexpr std::size_t notesLimit = std::size_t{1024} * 1024;
constexpr std::string_view replacementCharacter = "\xef\xbf\xbd";

/// The archives and blobs on disk, sorted by name.
Result<std::vector<std::string>> archivesIn(const fs::Directory &directory)
{
    const auto entries = directory.entries();
    if (!entries)
        return failWith(entries);
    std::vector<std::string> names;
    for (const fs::Entry &entry : *entries) {
        if (entry.kind == fs::EntryKind::File && ArchiveName::fromString(entry.name))
            names.push_back(entry.name);
    }
    std::ranges::sort(names);
    return names;
}

/// What the manifest lists and the manifest itself. PBS calls the manifest of a signed snapshot signed.
std::vector<SnapshotFile> filesOf(const Manifest &manifest, std::uint64_t manifestSize, const std::vector<std::string> &onDisk)
{
    std::vector<SnapshotFile> files;
    for (const ManifestFile &file : manifest.files)
        files.push_back({file.fileName, file.size, file.cryptMode, true, std::ranges::contains(onDisk, file.fileName)});
    files.push_back({std::string(manifestFileName), manifestSize, manifest.signature ? CryptMode::SignOnly : CryptMode::None, false, true});
    return files;
}

std::string madeValid(std::string_view text)
{
    std::string valid;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = characterAt(text, at);
        valid += character ? text.substr(at, character->length) : replacementCharacter;
        at += character ? character->length : 1;
    }
    return valid;
}

} // namespace

Result<SnapshotContent> readSnapshot(const std::shared_ptr<fs::Directory> &root, const NamespacePath &ns, const GroupId &group,
                                     const SnapshotTime &time)
{
    const auto directory = fs::openBelow(root, joinPath(joinPath(ns.directoryForm(), group.toString()), time.toString()));
    if (!directory)
        return failWith(directory);
    const auto onDisk = archivesIn(**directory);
    if (!onDisk)
        return failWith(onDisk);

    SnapshotContent content;
    const auto start = (*directory)->readStart(manifestFileName, manifestFileLimit);
    auto manifest = start ? readManifest(start->bytes, manifestFileName) : failWith(start);
    if (manifest) {
        content.files = filesOf(*manifest, start->status.size, *onDisk);
        content.manifest = std::move(*manifest);
    } else {
        content.manifestError = manifest.error();
    }
    for (const std::string &name : *onDisk) {
        if (std::ranges::contains(content.files, name, &SnapshotFile::name))
            continue;
        const auto status = (*directory)->find(name);
        content.files.push_back({name, status && *status ? (*status)->size : 0, std::nullopt, false, true});
    }
    return content;
}

Result<std::string> readGroupNotes(const std::shared_ptr<fs::Directory> &root, const NamespacePath &ns, const GroupId &group)
{
    const auto directory = fs::openBelow(root, joinPath(ns.directoryForm(), group.toString()));
    if (!directory)
        return failWith(directory);
    const auto notes = (*directory)->readStart(notesFileName, notesLimit);
    if (!notes && notes.error().kind == Error::Kind::NotFound)
        return std::string();
    if (!notes)
        return failWith(notes);
    return madeValid(notes->bytes);
}

} // namespace espalier
