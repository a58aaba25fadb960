// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/guestidentity.h"

#include "core/datastore/findingcollector.h"
#include "core/datastore/scan.h"
#include "core/datastore/snapshotscan.h"
#include "core/pbs/archivename.h"
#include "core/pbs/datablob.h"
#include "core/pbs/groupfiles.h"
#include "core/pbs/utf8.h"

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>
#include <set>
#include <utility>

namespace espalier {

namespace {

constexpr std::size_t configLimit = std::size_t{1024} * 1024; // PVE's cluster file system takes no larger file
constexpr std::string_view catalogName = "catalog.pcat1.didx";

/// Where PVE keeps a guest's name.
struct NameSource
{
    std::string_view file;
    std::string_view key;
};

std::optional<NameSource> nameSourceOf(BackupType type)
{
    switch (type) {
    case BackupType::Vm: return NameSource{"qemu-server.conf.blob", "name"};
    case BackupType::Ct: return NameSource{"pct.conf.blob", "hostname"};
    case BackupType::Host: break;
    }
    return std::nullopt;
}

/// The value of "key: value" before the first section. A line that begins with '#' is the guest's description.
std::string valueIn(std::string_view config, std::string_view key)
{
    for (const auto range : std::views::split(config, '\n')) {
        const std::string_view line(range);
        if (line.starts_with('['))
            break;
        if (line.starts_with(key) && line.substr(key.size()).starts_with(':'))
            return firstLine(line.substr(key.size() + 1));
    }
    return {};
}

std::vector<std::string> indexesOf(const Manifest &manifest)
{
    std::vector<std::string> names;
    for (const ManifestFile &file : manifest.files) {
        const auto name = ArchiveName::fromString(file.fileName);
        if (name && name->type() != ArchiveType::Blob)
            names.push_back(name->toString());
    }
    std::ranges::sort(names);
    return names;
}

/// Takes from @p snapshot what it tells. False where its manifest cannot be read.
bool readFrom(const fs::Directory &snapshot, BackupType type, GuestIdentity &identity)
{
    const auto raw = snapshot.readFile(manifestFileName, manifestFileLimit);
    auto manifest = raw ? readManifest(*raw, manifestFileName) : failWith(raw);
    if (!manifest)
        return false;
    identity.guestName = readGuestName(snapshot, type);
    identity.archives = indexesOf(*manifest);
    identity.keyFingerprint = std::move(manifest->keyFingerprint);
    identity.readable = true;
    return true;
}

/// What the archives hold: a client that detects changes by metadata splits "root.pxar" into two and writes no catalog.
std::set<std::string> contentsOf(const std::vector<std::string> &archives)
{
    constexpr std::array<std::string_view, 2> splitSuffixes{".mpxar.didx", ".ppxar.didx"};
    std::set<std::string> contents;
    for (const std::string &name : archives) {
        if (name == catalogName)
            continue;
        const auto suffix = std::ranges::find_if(splitSuffixes, [&](std::string_view split) { return name.ends_with(split); });
        contents.insert(suffix == splitSuffixes.end() ? name : name.substr(0, name.size() - suffix->size()) + ".pxar.didx");
    }
    return contents;
}

std::string lines(const std::vector<std::string> &texts)
{
    return texts | std::views::join_with('\n') | std::ranges::to<std::string>();
}

bool bothDiffer(const std::string &first, const std::string &second)
{
    return !first.empty() && !second.empty() && first != second;
}

} // namespace

std::string readGuestName(const fs::Directory &snapshot, BackupType type)
{
    const auto source = nameSourceOf(type);
    if (!source)
        return {};
    const auto raw = snapshot.readFile(source->file, configLimit);
    const auto config = raw ? decodeBlob(*raw, source->file, configLimit) : failWith(raw);
    return config ? valueIn(*config, source->key) : std::string();
}

Result<GuestIdentity> readGuestIdentity(const std::shared_ptr<fs::Directory> &root, const NamespacePath &ns, const Group &group)
{
    auto notes = readGroupNotes(root, ns, group.id);
    if (!notes)
        return failWith(notes);
    const auto directory = fs::openBelow(root, joinPath(ns.directoryForm(), group.id.toString()));
    if (!directory)
        return failWith(directory);
    GuestIdentity identity{.notes = *std::move(notes)};
    for (const Snapshot &snapshot : std::views::reverse(group.snapshots)) {
        const auto opened = (*directory)->openDirectory(snapshot.time.toString());
        if (opened && readFrom(**opened, group.id.type(), identity))
            break;
    }
    return identity;
}

std::vector<IdentityDifference> identityDifferences(const GuestIdentity &first, const GuestIdentity &second)
{
    using enum IdentityDifference::What;
    std::vector<IdentityDifference> differences;
    if (bothDiffer(first.guestName, second.guestName))
        differences.push_back({GuestName, first.guestName, second.guestName});
    const bool bothReadable = first.readable && second.readable;
    if (bothReadable && contentsOf(first.archives) != contentsOf(second.archives))
        differences.push_back({Archives, lines(first.archives), lines(second.archives)});
    if (bothReadable && first.keyFingerprint != second.keyFingerprint)
        differences.push_back({KeyFingerprint, first.keyFingerprint, second.keyFingerprint});
    if (bothDiffer(first.notes, second.notes))
        differences.push_back({Notes, first.notes, second.notes});
    return differences;
}

std::string identityDifferenceNames(const std::optional<GuestIdentity> &first, const std::optional<GuestIdentity> &second)
{
    if (!first || !second)
        return "unreadable";
    std::string names = first->readable && second->readable ? "" : "unreadable";
    for (const IdentityDifference &difference : identityDifferences(*first, *second)) {
        names += names.empty() ? "" : ",";
        switch (difference.what) {
        case IdentityDifference::What::GuestName: names += "guest-name"; break;
        case IdentityDifference::What::Archives: names += "archives"; break;
        case IdentityDifference::What::KeyFingerprint: names += "key"; break;
        case IdentityDifference::What::Notes: names += "notes"; break;
        }
    }
    return names;
}

} // namespace espalier
