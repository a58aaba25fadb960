// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/groupmove.h"

#include "core/datastore/scan.h"
#include "core/pbs/archivename.h"
#include "core/plan/plan.h"
#include "core/run/groupedit.h"
#include "core/run/undo.h"

#include <algorithm>
#include <utility>

namespace espalier {

namespace {

constexpr std::uint32_t groupDirectoryMode = 0755; // datastore-format §5
constexpr std::uint32_t ownerFileMode = 0644;
constexpr std::size_t maxOwnerSize = 4096;

std::vector<SnapshotTime> timesOf(const Group &group)
{
    std::vector<SnapshotTime> times;
    times.reserve(group.snapshots.size());
    for (const Snapshot &snapshot : group.snapshots)
        times.push_back(snapshot.time);
    return times;
}

/// The snapshot directories among the @p entries of a group, sorted, each with its inode.
SnapshotInodes snapshotInodes(const std::vector<fs::Entry> &entries)
{
    SnapshotInodes inodes;
    inodes.reserve(entries.size());
    for (const fs::Entry &entry : entries) {
        const auto time = SnapshotTime::fromString(entry.name);
        if (time && entry.kind == fs::EntryKind::Directory)
            inodes.emplace_back(*time, entry.inode);
    }
    std::ranges::sort(inodes);
    return inodes;
}

/// Renames the thing that has this inode, and believes the disk rather than the reply: an error after which it is at the target
/// and nowhere else is none.
Done renameBelievingTheDisk(fs::Directory &from, const std::string &name, std::uint64_t inode, fs::Directory &to,
                            Done (fs::Directory::*rename)(std::string_view, fs::Directory &, std::string_view))
{
    Done renamed = (from.*rename)(name, to, name);
    if (renamed)
        return renamed;
    const auto source = from.find(name);
    const auto target = to.find(name);
    const bool arrived = source && !*source && target && *target && (*target)->inode == inode;
    return arrived ? Done() : renamed;
}

/// Where the system cannot say "no replace", looks first; all locks are held and the directory is ours (design: ZFS before 2.2).
Done renameCarefully(fs::Directory &from, const std::string &name, fs::Directory &to)
{
    const auto before = from.find(name);
    if (!before)
        return std::unexpected(before.error());
    const std::uint64_t inode = *before ? (*before)->inode : 0;
    Done renamed = renameBelievingTheDisk(from, name, inode, to, &fs::Directory::renameNoReplace);
    if (renamed || renamed.error().id != MessageId::FileOperationUnsupported)
        return renamed;
    const auto there = to.find(name);
    if (!there)
        return std::unexpected(there.error());
    if (*there)
        return fail(Error::Kind::Conflict, MessageId::FileExists, joinPath(to.path(), name));
    return renameBelievingTheDisk(from, name, inode, to, &fs::Directory::renamePlain);
}

} // namespace

GroupMove::GroupMove(const StoreSession &session, StoreLocks &locks, StoreDirectories &directories, std::size_t maxLocks,
                     const RunMoveGroup &step)
    : m_session(session)
    , m_locks(locks)
    , m_directories(directories)
    , m_maxLocks(maxLocks)
    , m_step(step)
{
}

Done GroupMove::run(const StepFacts &facts, StepEffects &effects, const Merging &merging)
{
    if (const Done opened = open(); !opened)
        return opened;
    if (const Done locked = lockGroups(); !locked)
        return locked;
    if (const Done checked = checkUnderLocks(facts); !checked)
        return checked;
    if (const Done told = merges() ? tellMerge(facts, merging) : Done(); !told)
        return told;
    Done moved = move(effects);
    if (!moved && effects.moved.empty())
        m_directories.takeBack(effects);
    return moved;
}

Done GroupMove::open()
{
    auto source = m_directories.open(typeDirectoryPath(m_step.from, m_step.group.type()));
    if (source) {
        m_sourceType = *source;
        source = m_sourceType->openDirectory(m_step.group.id());
    }
    if (!source)
        return source.error().kind == Error::Kind::NotFound
            ? fail(Error::Kind::NotFound, MessageId::PlanGroupMissing, m_step.group.toString(), m_step.from.toString())
            : std::unexpected(source.error());
    m_sourceGroup = *source;
    if (auto targetType = m_directories.open(typeDirectoryPath(m_step.to, m_step.group.type()))) {
        m_targetType = *targetType;
        const auto taken = m_targetType->find(m_step.group.id());
        if (!taken)
            return std::unexpected(taken.error());
        if (!*taken || (*taken)->kind != fs::EntryKind::Directory)
            return {};
        auto targetGroup = m_targetType->openDirectory(m_step.group.id());
        if (!targetGroup)
            return std::unexpected(targetGroup.error());
        m_targetGroup = *targetGroup;
        if (m_step.into == IntoExisting::Beneath)
            m_newInode = (*taken)->inode;
        return {};
    }
    auto targetNamespace = m_directories.open(m_step.to.directoryForm());
    if (!targetNamespace)
        return targetNamespace.error().kind == Error::Kind::NotFound
            ? fail(Error::Kind::NotFound, MessageId::PlanNamespaceMissing, m_step.to.toString())
            : std::unexpected(targetNamespace.error());
    m_targetNamespace = *targetNamespace;
    return {};
}

Done GroupMove::lockGroups()
{
    for (const auto &[ns, directory] : {std::pair(&m_step.from, m_sourceGroup.get()), std::pair(&m_step.to, m_targetGroup.get())}) {
        auto lock = m_locks.lockGroup(*ns, m_step.group, directory);
        if (!lock)
            return std::unexpected(withSuspect(lock.error(), m_session, m_step.group));
        m_groupLocks.push_back(std::move(*lock));
    }
    return {};
}

Done GroupMove::checkUnderLocks(const StepFacts &facts)
{
    const auto changed
        = [this] { return fail(Error::Kind::Conflict, MessageId::RunStateChanged, m_step.group.toString(), m_sourceGroup->path()); };
    const auto there = m_sourceType->find(m_step.group.id());
    if (!there)
        return std::unexpected(there.error());
    const auto entries = m_sourceGroup->entries();
    if (!entries)
        return std::unexpected(entries.error());
    m_group = listGroup(*m_sourceGroup, *entries, m_step.from, m_step.group);
    m_seen = snapshotInodes(*entries);
    if (!*there || (*there)->inode != m_group->inode || (facts.inode != 0 && facts.inode != m_group->inode))
        return changed();
    m_moving = m_step.only.value_or(timesOf(*m_group));
    std::ranges::sort(m_moving);
    const auto isThere = [this](const SnapshotTime &time) { return std::ranges::contains(m_group->snapshots, time, &Snapshot::time); };
    if (!std::ranges::all_of(m_moving, isThere))
        return changed();

    const auto verdict = askVerdict();
    if (!verdict)
        return std::unexpected(verdict.error());
    return verdict->reason ? Done(std::unexpected(*verdict->reason)) : Done();
}

Result<Verdict> GroupMove::askVerdict() const
{
    if (m_step.into == IntoExisting::Beneath && m_targetGroup)
        return askReturn();
    const auto taken = m_targetType ? m_targetType->find(m_step.group.id()) : Result<std::optional<fs::Status>>(std::nullopt);
    if (!taken)
        return std::unexpected(taken.error());
    const MoveGroup asked{.from = m_step.from,
                          .group = m_step.group,
                          .to = m_step.to,
                          .foreignEntries = m_step.takeForeignEntries ? ForeignEntries::TakeAlong : ForeignEntries::Undecided,
                          .existing = merges() ? ExistingGroup::MergeAnyhow : ExistingGroup::Undecided};
    const auto present = merges() ? listGroup(*m_targetGroup, m_step.to, m_step.group) : nullptr;
    MoveFacts facts;
    facts.group = m_group.get();
    facts.targetNamespaceExists = true;
    facts.targetGroupExists = taken->has_value();
    facts.targetGroup = present.get();
    facts.lockRival = lockRival(
        asked, [this](const NamespacePath &ns) { return m_directories.open(ns.directoryForm()).has_value(); },
        [this](const GroupId &group) { return m_directories.open(joinPath(typeDirectoryPath({}, group.type()), group.id())).has_value(); });
    return checkMove(asked, facts);
}

Result<Verdict> GroupMove::askReturn() const
{
    const auto present = listGroup(*m_targetGroup, m_step.to, m_step.group);
    Group returning = *m_group;
    std::erase_if(returning.snapshots, [this](const Snapshot &snapshot) { return !std::ranges::binary_search(m_moving, snapshot.time); });
    if (m_step.entries) // notes stay
        return checkReturn(m_step.to, returning, {}, *present, {});
    const auto ourNotes = readGroupFile(*m_sourceGroup, notesFileName);
    const auto theirNotes = readGroupFile(*m_targetGroup, notesFileName);
    if (!ourNotes || !theirNotes)
        return std::unexpected((ourNotes ? theirNotes : ourNotes).error());
    return checkReturn(m_step.to, returning, *ourNotes, *present, *theirNotes);
}

/// What lies in the source and is none of PBS's things.
Result<std::vector<std::string>> GroupMove::foreignEntries() const
{
    const auto entries = m_sourceGroup->entries();
    if (!entries)
        return std::unexpected(entries.error());
    std::vector<std::string> names;
    for (const fs::Entry &entry : *entries) {
        if (!SnapshotTime::fromString(entry.name) && entry.name != ownerFileName && entry.name != notesFileName)
            names.push_back(entry.name);
    }
    return names;
}

/// After the merge nobody could tell any more what was whose. Where the journal's intent says all of it, nothing is added.
Done GroupMove::tellMerge(const StepFacts &facts, const Merging &merging)
{
    const auto notes = readGroupFile(*m_sourceGroup, notesFileName);
    const auto targetNotes = readGroupFile(*m_targetGroup, notesFileName);
    if (!notes || !targetNotes)
        return std::unexpected((notes ? targetNotes : notes).error());
    const auto foreign = foreignEntries();
    if (!foreign)
        return std::unexpected(foreign.error());
    for (const std::string &name : *foreign) { // before anything moves: it could not follow
        const auto taken = m_targetGroup->find(name);
        if (!taken)
            return std::unexpected(taken.error());
        if (*taken)
            return fail(Error::Kind::Conflict, MessageId::FileExists, joinPath(m_targetGroup->path(), name));
    }
    m_told = MergeFacts{.notes = *notes, .targetNotes = *targetNotes, .entries = *foreign};
    if (facts.merge) { // an earlier attempt told it, and may have moved some of it
        m_told->notes = facts.merge->notes;
        m_told->targetNotes = facts.merge->targetNotes;
        std::ranges::copy_if(facts.merge->entries, std::back_inserter(m_told->entries),
                             [&](const std::string &name) { return !std::ranges::contains(*foreign, name); });
        return m_told == facts.merge ? Done() : merging(*m_told);
    }
    const bool isForeseen = facts.targetInode != 0 && *m_told == MergeFacts();
    return isForeseen ? Done() : merging(*m_told);
}

std::uint64_t GroupMove::newInode() const
{
    return m_step.entries ? 0 : m_newInode;
}

bool GroupMove::goesWhole() const
{
    return !m_targetGroup && !m_step.only && m_moving.size() <= m_maxLocks;
}

Done GroupMove::move(StepEffects &effects)
{
    if (!m_targetType) {
        const std::string type(toString(m_step.group.type()));
        auto made = m_directories.ensure(m_targetNamespace, m_step.to.directoryForm(), type, effects);
        if (!made)
            return std::unexpected(made.error());
        m_targetType = *made;
    }
    if (goesWhole()) {
        Done moved = moveWhole(effects);
        if (moved || moved.error().id != MessageId::FileOperationUnsupported)
            return moved;
    }
    return moveBySnapshot(effects);
}

Done GroupMove::moveWhole(StepEffects &effects)
{
    const auto locks = lockSnapshots(m_moving);
    if (!locks)
        return std::unexpected(locks.error());
    const Done renamed
        = renameBelievingTheDisk(*m_sourceType, m_step.group.id(), m_group->inode, *m_targetType, &fs::Directory::renameNoReplace);
    if (!renamed)
        return renamed;
    effects.moved = m_moving;
    m_directories.touch(typeDirectoryPath(m_step.to, m_step.group.type()), m_targetType);
    m_directories.touch(typeDirectoryPath(m_step.from, m_step.group.type()), m_sourceType);
    forget(m_moving);
    m_locks.forgetGroup(m_step.from, m_step.group);
    return {};
}

Done GroupMove::moveBySnapshot(StepEffects &effects)
{
    if (const Done opened = openTargetGroup(); !opened)
        return opened;
    std::span<const SnapshotTime> rest = m_moving;
    while (!rest.empty()) {
        const auto batch = rest.first(std::min(rest.size(), m_maxLocks));
        const Done moved = moveBatch(batch, effects);
        m_directories.touch(joinPath(typeDirectoryPath(m_step.to, m_step.group.type()), m_step.group.id()), m_targetGroup);
        m_directories.touch(joinPath(typeDirectoryPath(m_step.from, m_step.group.type()), m_step.group.id()), m_sourceGroup);
        if (!moved) {
            if (effects.moved.empty())
                removeMadeTargetGroup();
            return moved;
        }
        rest = rest.subspan(batch.size());
    }
    m_directories.touch(typeDirectoryPath(m_step.to, m_step.group.type()), m_targetType);
    return finishSource();
}

/// Opens the group at the target or makes it with the source's owner, under a lock of its own.
Done GroupMove::openTargetGroup()
{
    if (m_targetGroup)
        return {};
    if (const Done made = m_targetType->createDirectory(m_step.group.id(), groupDirectoryMode); !made)
        return made;
    m_madeTargetGroup = true;
    const auto fill = [this]() -> Done {
        auto opened = m_targetType->openDirectory(m_step.group.id());
        if (!opened)
            return std::unexpected(opened.error());
        m_targetGroup = *opened;
        const auto status = m_targetGroup->status();
        if (!status)
            return failWith(status);
        m_newInode = status->inode;
        auto lock = m_targetGroup->lockSelf(fs::Access::Exclusive);
        if (!lock)
            return std::unexpected(withSuspect(lock.error(), m_session, m_step.group));
        m_groupLocks.push_back(std::move(*lock));
        const auto owner = m_sourceGroup->readFile(ownerFileName, maxOwnerSize);
        if (!owner)
            return std::unexpected(owner.error());
        return m_targetGroup->createFile(ownerFileName, *owner, ownerFileMode);
    };
    Done filled = fill();
    if (!filled)
        removeMadeTargetGroup();
    return filled;
}

void GroupMove::removeMadeTargetGroup()
{
    if (!m_madeTargetGroup)
        return;
    if (m_targetGroup)
        (void)m_targetGroup->removeFile(ownerFileName); // may be missing; what is not empty stays
    if (m_targetType->removeDirectory(m_step.group.id()))
        m_newInode = 0;
}

Done GroupMove::moveBatch(std::span<const SnapshotTime> times, StepEffects &effects)
{
    const auto locks = lockSnapshots(times);
    if (!locks)
        return std::unexpected(locks.error());
    for (const SnapshotTime &time : times) {
        if (const Done renamed = renameCarefully(*m_sourceGroup, time.toString(), *m_targetGroup); !renamed)
            return renamed;
        effects.moved.push_back(time);
    }
    std::erase_if(m_seen, [&](const auto &seen) { return std::ranges::binary_search(times, seen.first); });
    forget(times);
    return {};
}

Done GroupMove::moveEntry(const std::string &name)
{
    const auto there = m_targetGroup->find(name);
    if (!there)
        return std::unexpected(there.error());
    if (!*there || name != notesFileName)
        return renameCarefully(*m_sourceGroup, name, *m_targetGroup);
    const auto ours = readGroupFile(*m_sourceGroup, name);
    const auto theirs = readGroupFile(*m_targetGroup, name);
    const bool isTold = ours && m_told && *ours == m_told->notes;
    if (!ours || !theirs || (*ours != *theirs && !isTold))
        return fail(Error::Kind::Conflict, MessageId::UndoNotesDiffer, m_step.group.toString(), m_step.to.toString());
    return m_sourceGroup->removeFile(name);
}

/// After the snapshots went: notes and, where wanted, foreign entries follow; when nothing but `owner` is left the group goes.
/// Looks first, so that neither notes nor owner are touched while something unexpected lies there.
Done GroupMove::finishSource()
{
    if (m_step.entries) {
        for (const std::string &name : *m_step.entries) {
            if (const Done moved = moveEntry(name); !moved)
                return moved;
        }
        return {};
    }
    const auto entries = m_sourceGroup->entries();
    const auto foreign = foreignEntries();
    if (!entries || !foreign)
        return std::unexpected((entries ? foreign.error() : entries.error()));
    const bool othersStay
        = std::ranges::any_of(*entries, [](const fs::Entry &entry) { return SnapshotTime::fromString(entry.name).has_value(); });
    if (othersStay ? !m_step.only.has_value() : !m_step.takeForeignEntries && !foreign->empty())
        return fail(Error::Kind::Conflict, MessageId::RunStateChanged, m_step.group.toString(), m_sourceGroup->path());
    if (std::ranges::contains(*entries, notesFileName, &fs::Entry::name)) {
        if (const Done moved = moveEntry(std::string(notesFileName)); !moved)
            return moved;
    }
    for (const std::string &name : othersStay ? std::vector<std::string>() : *foreign) {
        if (const Done moved = moveEntry(name); !moved)
            return moved;
    }
    return othersStay ? Done() : removeSource();
}

Done GroupMove::removeSource()
{
    if (const Done removed = m_sourceGroup->removeFile(ownerFileName); !removed)
        return removed;
    if (const Done removed = m_sourceType->removeDirectory(m_step.group.id()); !removed)
        return removed;
    m_directories.touch(typeDirectoryPath(m_step.from, m_step.group.type()), m_sourceType);
    m_locks.forgetGroup(m_step.from, m_step.group);
    return {};
}

/// Locks them, and sees that each name still stands for the directory for which it stood when the verdict was asked, that all
/// are there and, where the group goes whole, that there are no others.
Result<GroupMove::Locks> GroupMove::lockSnapshots(std::span<const SnapshotTime> times)
{
    Locks locks;
    locks.reserve(times.size());
    for (const SnapshotTime &time : times) {
        auto lock = m_locks.lockSnapshot(m_step.from, m_step.group, time, *m_sourceGroup);
        if (!lock)
            return std::unexpected(withSuspect(lock.error(), m_session, m_step.group));
        locks.push_back(std::move(*lock));
    }
    const auto entries = m_sourceGroup->entries();
    if (!entries)
        return std::unexpected(entries.error());
    const auto isThere
        = [this](const SnapshotTime &time) { return std::ranges::binary_search(m_seen, time, {}, &SnapshotInodes::value_type::first); };
    if (snapshotInodes(*entries) != m_seen || !std::ranges::all_of(times, isThere) || (goesWhole() && m_seen.size() != times.size()))
        return fail(Error::Kind::Conflict, MessageId::RunStateChanged, m_step.group.toString(), m_sourceGroup->path());
    return locks;
}

void GroupMove::forget(std::span<const SnapshotTime> times)
{
    for (const SnapshotTime &time : times)
        m_locks.forgetSnapshot(m_step.from, m_step.group, time);
}

} // namespace espalier
