// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/groupsync.h"

#include "core/datastore/scan.h"
#include "core/pbs/indexfile.h"
#include "core/sync/snapshotfiles.h"

#include <algorithm>
#include <map>

namespace espalier {

namespace {

/// Whether a snapshot is copied, or at least looked at.
bool isTaken(const SyncMark &mark)
{
    return mark.action == SyncAction::Copy || mark.action == SyncAction::Check || mark.action == SyncAction::Resync;
}

ChunkCopyOptions chunkOptions(const GroupSync::Shared &shared, std::function<void(const ChunkCount &)> progress)
{
    const WriteAccess &access = shared.target.session.access();
    return {.threads = shared.threads,
            .checkDigests = shared.options.checkDigests,
            .user = access.user,
            .group = access.group,
            .limit = shared.limit,
            .stop = shared.options.stop,
            .progress = std::move(progress)};
}

} // namespace

Result<bool> makeNamespace(LocalTarget &target, const NamespacePath &ns)
{
    if (ns.isRoot() || target.directories->open(ns.directoryForm()))
        return false;
    const std::string parentPath = ns.parent().directoryForm();
    auto parent = target.directories->open(parentPath);
    if (!parent && parent.error().kind == Error::Kind::NotFound)
        return fail(Error::Kind::NotFound, MessageId::PlanParentMissing, ns.toString(), ns.parent().toString());
    if (!parent)
        return failWith(parent);
    StepEffects effects;
    const auto level = target.directories->ensure(*parent, parentPath, "ns", effects);
    if (!level)
        return failWith(level);
    const auto made = target.directories->ensure(*level, joinPath(parentPath, "ns"), std::string(ns.name()), effects);
    if (!made)
        return failWith(made);
    return true;
}

GroupSync::GroupSync(const Shared &shared, std::size_t number)
    : m_source(shared.source)
    , m_target(shared.target)
    , m_options(shared.options)
    , m_news(shared.news)
    , m_number(number)
    , m_hold(shared.hold, [this] { showWaiting(); })
    , m_chunks(m_source, *m_target.chunks, m_hold, chunkOptions(shared, [this](const ChunkCount &chunks) { report(chunks); }))
{
}

void GroupSync::report(const ChunkCount &chunks)
{
    m_place.chunks = chunks;
    m_news.show(m_number, m_place);
}

void GroupSync::showWaiting()
{
    m_place.waits = true;
    report(m_place.chunks);
    m_news.log({.what = SyncEvent::What::Waiting});
    m_place.waits = false;
}

Done GroupSync::copy(const SyncNamespace &ns, const SyncGroup &group)
{
    if (m_options.stop.stop_requested())
        return fail(Error::Kind::Stopped, MessageId::SyncStopped);
    m_madeSnapshot = false;
    m_missesSnapshots = false;
    m_place.current = group.id.toString();
    m_place.snapshots = m_place.snapshotsOfGroup = 0;
    report(m_chunks.count());
    auto locked = lock(ns.target, group.id);
    if (!locked)
        return failWith(locked);
    const Done done = copySnapshots(ns, group, *locked);
    m_hold.release();
    if (!done && (locked->isNew || (m_options.job.exactPbs && m_madeSnapshot)))
        (void)removeGroupIfEmpty(*locked->type, *locked->directory, group.id, *m_target.locks, ns.target);
    return done;
}

/// One that is there by now is somebody else's, and looked at like that of any group.
Done GroupSync::giveOwner(fs::Directory &group) const
{
    const std::string owner = m_options.job.owner + "\n";
    const Done made = group.createFile(ownerFileName, owner, snapshotFileMode);
    if (made || made.error().id == MessageId::FileExists)
        return {};
    const auto present = group.readFile(ownerFileName, owner.size());
    return present && *present == owner ? Done() : made; // the disk is believed
}

/// Made with its owner where it is missing, as PBS does it: the directory, its lock, the owner.
Result<GroupSync::Locked> GroupSync::lock(const NamespacePath &ns, const GroupId &group)
{
    const std::lock_guard guard(m_target.makingDirectories);
    Locked locked;
    StepEffects effects;
    const std::string nsPath = ns.directoryForm();
    const auto parent = m_target.directories->open(nsPath);
    auto type = parent ? m_target.directories->ensure(*parent, nsPath, std::string(toString(group.type())), effects) : parent;
    if (!type)
        return failWith(type);
    locked.type = std::move(*type);
    const auto before = locked.type->find(group.id());
    if (!before)
        return failWith(before);
    locked.isNew = !*before;
    if (const Done told = locked.isNew ? m_target.journal->beginsGroup(ns, group) : Done(); !told)
        return failWith(told);
    auto directory = m_target.directories->ensure(locked.type, typeDirectoryPath(ns, group.type()), group.id(), effects);
    if (!directory)
        return failWith(directory);
    locked.directory = std::move(*directory);
    auto lock = m_target.locks->lockGroup(ns, group, locked.directory.get());
    Done owned = lock ? Done() : failWith(lock);
    if (owned && locked.isNew)
        owned = giveOwner(*locked.directory);
    if (!owned)
        m_target.directories->takeBack(effects);
    const auto now = locked.type->find(group.id());
    if (locked.isNew && (owned || (now && !*now)))
        m_target.journal->endedGroup();
    if (!owned)
        return failWith(owned);
    locked.lock = std::move(*lock);
    return locked;
}

Result<std::shared_ptr<const Group>> GroupSync::look(const NamespacePath &ns, const GroupId &group) const
{
    std::vector<Finding> findings;
    const auto &root = m_target.session.store().root;
    auto present = scanGroup(root, ns, group, findings);
    if (!present)
        return present;
    return readDetails(root, ns, **present, findings);
}

Done GroupSync::copySnapshots(const SyncNamespace &ns, const SyncGroup &group, const Locked &locked)
{
    const auto present = look(ns.target, group.id);
    if (!present)
        return failWith(present);
    const Group &there = **present;
    if (!there.owner)
        return fail(Error::Kind::Damaged, MessageId::PlanOwnerUnreadable, group.id.toString(), ns.target.toString());
    if (there.owner->toString() != m_options.job.owner)
        return fail(Error::Kind::Conflict, MessageId::SyncOwnerDiffers, group.id.toString(), ns.target.toString(), there.owner->toString(),
                    m_options.job.owner);
    const auto marks = planSyncGroup(group.source.get(), &there, m_options.job);
    tellSkipped(ns, group.id, marks);
    GroupCopy copy{.sourceNs = ns.source, .targetNs = ns.target, .group = group.id, .directory = locked.directory};
    if (m_options.job.exactPbs && std::ranges::any_of(marks, isTaken))
        copy.reusable = reusableChunks(there, *locked.directory);
    m_place.snapshotsOfGroup = static_cast<std::size_t>(std::ranges::count_if(marks, isTaken));
    for (const SyncMark &mark : marks) {
        if (!isTaken(mark))
            continue;
        if (const Done copied = copySnapshot(mark, copy); !copied)
            return copied;
        ++m_place.snapshots;
    }
    return {};
}

Done GroupSync::copySnapshot(const SyncMark &mark, GroupCopy &copy)
{
    if (m_options.stop.stop_requested())
        return fail(Error::Kind::Stopped, MessageId::SyncStopped);
    if (m_hold.isDue())
        m_hold.release();
    m_place.current = copy.group.toString() + "/" + mark.time.toString();
    const ChunkCount before = m_chunks.count();
    report(before);
    SnapshotCopy snapshot(m_source, m_target, m_hold, m_chunks, m_options.job, copy, mark);
    const auto outcome = snapshot.run();
    m_madeSnapshot = snapshot.madeDirectory();
    if (!outcome)
        return failWith(outcome);
    m_news.count(*outcome);
    m_missesSnapshots = m_missesSnapshots || *outcome == SnapshotOutcome::Gone || *outcome == SnapshotOutcome::LeftOut;
    tellCopied(copy, mark, *outcome, before);
    if (snapshot.tookClientLog())
        m_news.log({.what = SyncEvent::What::ClientLog, .target = copy.targetNs, .group = copy.group.toString(), .from = mark.time});
    return {};
}

void GroupSync::tellCopied(const GroupCopy &copy, const SyncMark &mark, SnapshotOutcome outcome, const ChunkCount &before)
{
    using What = SyncEvent::What;
    const What what = outcome == SnapshotOutcome::Copied ? What::Copied
        : outcome == SnapshotOutcome::Updated            ? What::Updated
        : outcome == SnapshotOutcome::Unchanged          ? What::Unchanged
                                                         : What::Gone;
    m_news.log({.what = what,
                .target = copy.targetNs,
                .group = copy.group.toString(),
                .from = mark.time,
                .count = m_chunks.count().copied - before.copied,
                .bytes = m_chunks.count().bytes - before.bytes});
}

/// What PBS does not read again at the source: the chunks of the newest whole snapshot, unless its verification failed.
std::vector<Digest> GroupSync::reusableChunks(const Group &present, const fs::Directory &directory) const
{
    std::vector<Digest> digests;
    for (std::size_t i = present.snapshots.size(); i > 0; --i) {
        if (!present.snapshots[i - 1].finished)
            continue;
        const auto snapshot = directory.openDirectory(present.snapshots[i - 1].time.toString());
        const auto raw = snapshot ? (*snapshot)->readFile(manifestFileName, maxSnapshotFile) : Result<std::string>(failWith(snapshot));
        const auto manifest = raw ? readManifest(*raw, manifestFileName) : Result<Manifest>(failWith(raw));
        if (!manifest || manifest->verifyState == VerifyState::Failed)
            break;
        for (const ManifestFile &file : manifest->files) {
            const auto bytes = (*snapshot)->readFile(file.fileName, maxSnapshotFile);
            const auto index = bytes ? readIndex(*bytes, file.fileName) : Result<IndexFile>(failWith(bytes));
            if (index)
                std::ranges::transform(index->entries, std::back_inserter(digests), &IndexEntry::digest);
        }
        break;
    }
    std::ranges::sort(digests);
    return digests;
}

/// One line for each reason, as PBS has them.
void GroupSync::tellSkipped(const SyncNamespace &ns, const GroupId &group, const std::vector<SyncMark> &marks) const
{
    std::map<SyncReason, SyncEvent> events;
    for (const SyncMark &mark : marks) {
        if (mark.action != SyncAction::Skip && mark.action != SyncAction::Keep)
            continue;
        SyncEvent &event
            = events
                  .try_emplace(mark.reason,
                               SyncEvent{.what = mark.action == SyncAction::Skip ? SyncEvent::What::Skipped : SyncEvent::What::Kept,
                                         .target = ns.target,
                                         .group = group.toString(),
                                         .from = mark.time,
                                         .reason = mark.reason})
                  .first->second;
        event.to = mark.time;
        ++event.count;
    }
    for (const auto &[reason, event] : events)
        m_news.log(event);
}

} // namespace espalier
