// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/movecomparison.h"

#include "core/fs/actingas.h"
#include "core/pbs/archivename.h"
#include "core/run/groupedit.h"
#include "core/run/storedirectories.h"
#include "core/sync/carriedstate.h"

#include <algorithm>
#include <utility>

namespace espalier {

namespace {

Result<SnapshotPrint> look(const StoreSession &session, const SnapshotAddress &snapshot)
{
    const auto acting = fs::ActingAs::user(session.access().user, session.access().group);
    if (!acting)
        return std::unexpected(acting.error());
    const auto directory = fs::openBelow(session.store().root, snapshot.path());
    return directory ? printOf(**directory, snapshot) : failWith(directory);
}

/// What no copy takes along would be lost.
Done checkNothingElse(const SnapshotPrint &print, const Manifest &manifest, const SnapshotAddress &snapshot)
{
    const auto isOther = [&manifest](const SnapshotPrint::File &file) {
        return file.name != manifestFileName && file.name != clientLogFileName && file.name != protectedFileName
            && !std::ranges::contains(manifest.files, file.name, &ManifestFile::fileName);
    };
    const auto other = std::ranges::find_if(print.files, isOther);
    if (other == print.files.end())
        return {};
    return fail(Error::Kind::Conflict, MessageId::RemovalForeignEntry, snapshot.name(), snapshot.ns.toString(), other->name);
}

} // namespace

MoveComparison::MoveComparison(const StoreSession &source, const StoreSession &target, ComparisonOptions options)
    : m_source(source)
    , m_target(target)
    , m_options(std::move(options))
{
}

Result<std::unique_ptr<MoveComparison>> MoveComparison::open(const StoreSession &source, const StoreSession &target,
                                                             ComparisonOptions options)
{
    std::unique_ptr<MoveComparison> comparison(new MoveComparison(source, target, std::move(options)));
    auto from = LocalSource::open(source);
    auto to = from ? LocalSource::open(target) : failWith(from);
    if (!to)
        return failWith(to);
    comparison->m_from = *std::move(from);
    comparison->m_to = *std::move(to);
    const auto acting = fs::ActingAs::user(target.access().user, target.access().group);
    if (!acting)
        return std::unexpected(acting.error());
    auto locks = StoreLocks::open(*target.fileSystem(), target.store(), target.access());
    if (!locks)
        return failWith(locks);
    comparison->m_locks = *std::move(locks);
    return comparison;
}

Result<std::string> MoveComparison::readNotes(const StoreMoveGroup &group) const
{
    const auto acting = fs::ActingAs::user(m_source.access().user, m_source.access().group);
    if (!acting)
        return std::unexpected(acting.error());
    const std::string path = joinPath(typeDirectoryPath(group.from, group.id.type()), group.id.id());
    const auto directory = fs::openBelow(m_source.store().root, path);
    return directory ? readGroupFile(**directory, notesFileName) : failWith(directory);
}

Result<std::shared_ptr<const ComparedGroup>> MoveComparison::compare(const StoreMoveGroup &group)
{
    const auto notes = readNotes(group);
    if (!notes)
        return failWith(notes);
    if (const Done brought = CarriedState(m_target, *m_locks).bringNotes(*notes, group.id, group.from, group.to); !brought)
        return failWith(brought);
    std::vector<Digest> seen; // a chunk that several snapshots share is read once
    const auto compared = std::make_shared<ComparedGroup>(m_target, m_locks, group.id, group.from, group.to, *notes);
    for (const Snapshot &snapshot : group.source->snapshots) {
        const SnapshotAddress from{group.from, group.id, snapshot.time};
        if (const Done same = compareSnapshot(from, {group.to, group.id, snapshot.time}, seen, *compared); !same)
            return failWith(same);
    }
    return compared;
}

/// Both are looked at before they are read: whatever happens to one of them from then on shows when the source is to go.
Done MoveComparison::compareSnapshot(const SnapshotAddress &from, const SnapshotAddress &to, std::vector<Digest> &seen,
                                     ComparedGroup &compared)
{
    if (m_options.stop.stop_requested())
        return fail(Error::Kind::Stopped, MessageId::StoreMoveStopped);
    const auto held = m_from->hold(from);
    if (!held)
        return failWith(held);
    auto heldCopy = m_to->hold(to);
    if (!heldCopy)
        return failWith(heldCopy);
    const auto print = look(m_source, from);
    const auto copyPrint = print ? look(m_target, to) : failWith(print);
    if (!copyPrint)
        return failWith(copyPrint);
    const auto same = CopyComparison(*m_from, *m_to, from, to, seen, m_options).run();
    if (!same)
        return failWith(same);
    if (const Done fine = checkNothingElse(*print, same->source, from); !fine)
        return fine;
    heldCopy->reset(); // what is brought to it wants it exclusively
    auto brought = CarriedState(m_target, *m_locks).bring(*same, print->has(protectedFileName), from, to, *copyPrint);
    if (!brought)
        return failWith(brought);
    compared.add(from.time, *print, *std::move(brought));
    return {};
}

} // namespace espalier
