// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/snapshotremoval.h"

#include "core/datastore/groupscan.h"
#include "core/pbs/archivename.h"
#include "core/pbs/datablob.h"
#include "core/pbs/digest.h"
#include "core/plan/rules.h"
#include "core/run/groupedit.h"
#include "core/run/removalguard.h"

#include <algorithm>
#include <format>
#include <ranges>
#include <unordered_map>
#include <utility>

namespace espalier {

namespace {

constexpr std::size_t maxBatch = 256;              // snapshots that are locked, journaled and removed together
constexpr std::size_t descriptorsForEach = 4;      // two locks, the directory, and one to spare
constexpr std::size_t maxManifestSize = 128 << 20; // as for the details
constexpr std::size_t maxKeptManifest = 1 << 20;   // of larger ones the journal tells only which they were
constexpr std::uint32_t groupFileMode = 0644;      // datastore-format §5

/// Whether @p name is gone, whatever the reply to its removal was: the disk is believed.
bool isGone(const fs::Directory &directory, std::string_view name)
{
    const auto found = directory.find(name);
    return found && !*found;
}

Done removeFile(fs::Directory &directory, const std::string &name)
{
    const Done removed = directory.removeFile(name);
    return removed || isGone(directory, name) ? Done() : removed;
}

/// Its text, or its bytes where it cannot be read.
std::string manifestText(const std::string &raw)
{
    std::string text = decodeBlob(raw, manifestFileName).value_or(raw);
    return text.size() <= maxKeptManifest ? text : std::format("sha256 {}, {} bytes", Digest::of(raw).toHex(), raw.size());
}

bool hasManifest(const RemovedSnapshot &was)
{
    return std::ranges::contains(was.files, manifestFileName, &RemovedSnapshot::File::name);
}

/// By name, as a directory tells them.
std::unordered_map<std::string, std::uint64_t> inodesOf(const std::vector<fs::Entry> &entries)
{
    std::unordered_map<std::string, std::uint64_t> inodes;
    for (const fs::Entry &entry : entries)
        inodes.emplace(entry.name, entry.inode);
    return inodes;
}

bool isGroupFile(std::string_view name)
{
    if (name.ends_with(fs::replacementSuffix))
        name.remove_suffix(fs::replacementSuffix.size());
    return name == ownerFileName || name == notesFileName;
}

} // namespace

/// A snapshot that may go, with its locks.
struct SnapshotRemoval::Candidate
{
    SnapshotTime time;
    std::unique_ptr<fs::Lock> lock;
    std::unique_ptr<fs::Lock> manifestLock;
    std::shared_ptr<fs::Directory> directory;
    std::uint64_t entryInode = 0; ///< As the group's directory tells it.
    RemovedSnapshot was;
    std::unique_ptr<fs::Lock> guardLock{}; ///< What has to stay as it is until this one is gone.
};

SnapshotRemoval::SnapshotRemoval(const StoreSession &session, StoreLocks &locks, StoreDirectories &directories, std::size_t maxLocks,
                                 const RunRemoveSnapshots &step)
    : m_session(session)
    , m_locks(locks)
    , m_directories(directories)
    , m_batch(std::clamp<std::size_t>(maxLocks / descriptorsForEach, 1, maxBatch))
    , m_step(step)
    , m_path(joinPath(typeDirectoryPath(step.ns, step.group.type()), step.group.id()))
{
}

Done SnapshotRemoval::run(const StepFacts &facts, StepEffects &effects, const Tell &tell)
{
    if (const Done opened = open(facts); !opened || !m_group)
        return opened;
    if (const Done locked = m_step.wholeGroup ? lockGroup() : Done(); !locked)
        return locked;
    for (const auto batch : m_step.times | std::views::chunk(std::ptrdiff_t(m_batch))) {
        if (const Done removed = removeBatch(batch, facts, effects, tell); !removed)
            return removed;
    }
    if (const Done removed = removeGroup(); !removed)
        return removed;
    if (m_failure)
        return std::unexpected(*m_failure);
    if (m_stays)
        effects.left = m_stays;
    return {};
}

Done SnapshotRemoval::lockGroup()
{
    auto lock = m_locks.lockGroup(m_step.ns, m_step.group, m_group.get());
    if (!lock)
        return std::unexpected(withSuspect(lock.error(), m_session, m_step.group));
    m_groupLock = std::move(*lock);
    return isStillThere();
}

/// Before a lock was held another group of this name may have come.
Done SnapshotRemoval::isStillThere() const
{
    const auto found = m_type->find(m_step.group.id());
    if (!found)
        return failWith(found);
    if (!*found || (*found)->inode != m_inode)
        return fail(Error::Kind::Conflict, MessageId::RunStateChanged, m_step.group.toString(), m_group->path());
    return {};
}

/// A group that is gone is what was wanted.
Done SnapshotRemoval::open(const StepFacts &facts)
{
    const auto type = m_directories.open(typeDirectoryPath(m_step.ns, m_step.group.type()));
    auto group = type ? (*type)->openDirectory(m_step.group.id()) : type;
    if (!group)
        return group.error().kind == Error::Kind::NotFound ? Done() : Done(failWith(group));
    const auto status = (*group)->status();
    if (!status)
        return failWith(status);
    if (facts.inode != 0 && facts.inode != status->inode)
        return fail(Error::Kind::Conflict, MessageId::RunStateChanged, m_step.group.toString(), (*group)->path());
    m_type = *type;
    m_group = *group;
    m_inode = status->inode;
    return {};
}

Done SnapshotRemoval::removeBatch(std::span<const SnapshotTime> times, const StepFacts &facts, StepEffects &effects, const Tell &tell)
{
    const auto before = m_group->entries();
    if (!before)
        return failWith(before);
    std::vector<Candidate> locked = lockAll(times, *before);
    keepOnly(locked, [this](Candidate &candidate) {
        return look(candidate).transform([&candidate](RemovedSnapshot was) { candidate.was = std::move(was); });
    });
    const auto present = lookAround(locked);
    if (!present)
        return failWith(present);
    const auto removable = this->removable(**present);
    keepOnly(locked, [&](const Candidate &candidate) { return check(candidate.was, **present, removable, facts); });
    keepOnly(locked, [this](Candidate &candidate) { return askGuard(candidate); });
    std::vector<RemovedSnapshot> told;
    std::ranges::transform(locked, std::back_inserter(told), &Candidate::was);
    if (const Done written = told.empty() ? Done() : tell(told); !written)
        return written;
    for (const Candidate &candidate : locked) {
        const Done erased = erase(candidate);
        if (erased)
            effects.moved.push_back(candidate.time);
        else if (!m_failure) // whatever it is: something of it has gone
            m_failure = erased.error();
    }
    return {};
}

/// Drops those for which @p function fails, and notes the first reason.
template<typename Function>
void SnapshotRemoval::keepOnly(std::vector<Candidate> &candidates, Function function)
{
    std::erase_if(candidates, [&](Candidate &candidate) {
        const Done done = function(candidate);
        if (!done)
            noteStays(done.error());
        return !done;
    });
}

/// What is not there any more is left out.
std::vector<SnapshotRemoval::Candidate> SnapshotRemoval::lockAll(std::span<const SnapshotTime> times, const std::vector<fs::Entry> &entries)
{
    const auto inodes = inodesOf(entries);
    std::vector<Candidate> locked;
    for (const SnapshotTime &time : times) {
        const auto entry = inodes.find(time.toString());
        if (entry == inodes.end())
            continue;
        auto candidate = lock(time, entry->second);
        if (candidate)
            locked.push_back(*std::move(candidate));
        else if (candidate.error().kind != Error::Kind::NotFound || !isGone(*m_group, time.toString()))
            noteStays(candidate.error());
    }
    return locked;
}

/// The group as it is now that all of @p candidates are locked; those that are not what was locked are dropped.
Result<std::shared_ptr<const Group>> SnapshotRemoval::lookAround(std::vector<Candidate> &candidates)
{
    const auto directory = fs::openBelow(m_session.store().root, m_path);
    const auto status = directory ? (*directory)->status() : failWith(directory);
    const auto entries = status ? (*directory)->entries() : failWith(status);
    const auto owner = entries ? m_session.store().root->status() : failWith(entries);
    if (!owner)
        return failWith(owner);
    if (status->inode != m_inode)
        return fail(Error::Kind::Conflict, MessageId::RunStateChanged, m_step.group.toString(), m_group->path());
    const auto inodes = inodesOf(*entries);
    keepOnly(candidates, [&](const Candidate &candidate) -> Done {
        const auto entry = inodes.find(candidate.time.toString());
        if (entry != inodes.end() && entry->second == candidate.entryInode)
            return {};
        return fail(Error::Kind::Conflict, MessageId::RunStateChanged, m_step.group.toString(), candidate.directory->path());
    });
    std::vector<Snapshot> known;
    for (const Candidate &candidate : candidates) // look() refuses protected ones
        known.push_back({.time = candidate.time, .finished = hasManifest(candidate.was), .isProtected = false});
    std::vector<Finding> ignored;
    FindingCollector findings(ignored, m_step.ns, m_step.group.toString(), {owner->user, owner->group});
    return scanGroupDirectory(**directory, *entries, m_step.ns, m_step.group, m_path, findings, known);
}

std::vector<SnapshotTime> SnapshotRemoval::removable(const Group &present) const
{
    if (m_step.isPrune && !m_step.rule && !m_step.guard)
        return {};
    return removableSnapshots({m_step.ns, m_step.group, m_step.times, m_step.rule}, present);
}

/// Whether it is what the group's directory names now and named before shows in lookAround().
Result<SnapshotRemoval::Candidate> SnapshotRemoval::lock(const SnapshotTime &time, std::uint64_t entryInode) const
{
    auto lock = m_locks.lockSnapshot(m_step.ns, m_step.group, time, *m_group);
    if (!lock)
        return std::unexpected(withSuspect(lock.error(), m_session, m_step.group));
    auto manifestLock = m_locks.lockManifest(m_step.ns, m_step.group, time);
    if (!manifestLock)
        return std::unexpected(withSuspect(manifestLock.error(), m_session, m_step.group));
    auto directory = m_group->openDirectory(time.toString());
    if (!directory)
        return failWith(directory);
    return Candidate{time, std::move(*lock), std::move(*manifestLock), std::move(*directory), entryInode, {.time = time}};
}

/// The rules once more, now that nobody else can change it.
Done SnapshotRemoval::check(const RemovedSnapshot &is, const Group &present, const std::vector<SnapshotTime> &removable,
                            const StepFacts &facts) const
{
    const auto begun = std::ranges::find(facts.removing, is.time, &RemovedSnapshot::time);
    const bool isOurLeftover = begun != facts.removing.end() && begun->inode == is.inode && !hasManifest(is);
    if (isOurLeftover || std::ranges::binary_search(removable, is.time))
        return {};
    const Verdict verdict = checkRemoveSnapshots({m_step.ns, m_step.group, {is.time}}, &present);
    if (verdict.reason)
        return std::unexpected(*verdict.reason);
    return fail(Error::Kind::Conflict, MessageId::RemovalKept, m_step.group.toString() + "/" + is.time.toString(), m_step.ns.toString());
}

Done SnapshotRemoval::askGuard(Candidate &candidate) const
{
    if (!m_step.guard)
        return {};
    return m_step.guard->mayGo(candidate.time, *candidate.directory).transform([&candidate](std::unique_ptr<fs::Lock> lock) {
        candidate.guardLock = std::move(lock);
    });
}

/// What there is to remove. Anything but files is not PBS's, and nobody but its owner knows what it is for.
Result<RemovedSnapshot> SnapshotRemoval::look(const Candidate &candidate) const
{
    const auto entries = candidate.directory->entries();
    const auto status = candidate.directory->status();
    if (!entries || !status)
        return entries ? Result<RemovedSnapshot>(failWith(status)) : failWith(entries);
    const std::string name = m_step.group.toString() + "/" + candidate.time.toString();
    RemovedSnapshot was{.time = candidate.time, .inode = status->inode};
    for (const fs::Entry &entry : *entries) {
        if (entry.name == protectedFileName && !(m_step.guard && m_step.guard->liftsProtection(candidate.time)))
            return fail(Error::Kind::Conflict, MessageId::RemovalProtected, name, m_step.ns.toString());
        if (entry.kind != fs::EntryKind::File)
            return fail(Error::Kind::Conflict, MessageId::RemovalForeignEntry, name, m_step.ns.toString(), entry.name);
        if (entry.name == manifestFileName) {
            const auto raw = candidate.directory->readFile(manifestFileName, maxManifestSize);
            if (!raw)
                return failWith(raw);
            was.files.push_back({entry.name, raw->size()});
            was.manifest = manifestText(*raw);
            continue;
        }
        const auto file = candidate.directory->find(entry.name);
        if (!file)
            return failWith(file);
        if (!*file || (*file)->kind != fs::EntryKind::File)
            return fail(Error::Kind::Conflict, MessageId::RemovalForeignEntry, name, m_step.ns.toString(), entry.name);
        was.files.push_back({entry.name, (*file)->size});
    }
    std::ranges::sort(was.files, {}, &RemovedSnapshot::File::name);
    return was;
}

/// Lifts the protection, if it goes along: before the manifest goes, so that no unfinished backup is left that nobody may remove.
Done SnapshotRemoval::eraseManifest(const Candidate &candidate)
{
    const auto has
        = [&candidate](std::string_view name) { return std::ranges::contains(candidate.was.files, name, &RemovedSnapshot::File::name); };
    fs::Directory &directory = *candidate.directory;
    const bool isProtected = has(protectedFileName);
    if (const Done lifted = isProtected ? removeFile(directory, std::string(protectedFileName)) : Done(); !lifted)
        return lifted;
    const Done removed = has(manifestFileName) ? removeFile(directory, std::string(manifestFileName)) : Done();
    if (!removed && isProtected)
        (void)directory.createFile(protectedFileName, {}, groupFileMode);
    return removed;
}

/// Only what was told goes. Where something else has come meanwhile the directory stays, but never so that it looks finished.
Done SnapshotRemoval::erase(const Candidate &candidate)
{
    const std::string name = candidate.time.toString();
    const std::string manifest(manifestFileName);
    m_directories.touch(m_path, m_group);
    if (const Done removed = eraseManifest(candidate); !removed)
        return removed;
    for (const RemovedSnapshot::File &file : candidate.was.files) {
        const bool wentFirst = file.name == manifest || file.name == protectedFileName;
        if (const Done removed = wentFirst ? Done() : removeFile(*candidate.directory, file.name); !removed)
            return removed;
    }
    const Done gone = m_group->removeDirectory(name);
    if (!gone && !isGone(*m_group, name)) {
        const Done again = removeFile(*candidate.directory, manifest);
        return again ? gone : again;
    }
    m_locks.forgetSnapshot(m_step.ns, m_step.group, candidate.time);
    return {};
}

/// What a prune leaves for the next time is no failure of it; what the system does not do is one.
void SnapshotRemoval::noteStays(const Error &error)
{
    const bool isForLater = error.kind == Error::Kind::Busy || error.kind == Error::Kind::Conflict || error.kind == Error::Kind::NotFound;
    std::optional<Error> &first = m_step.isPrune && isForLater ? m_stays : m_failure;
    if (!first)
        first = error;
}

/// As PBS since 3.3.5: a group in which no snapshot is left goes with the last one, if nobody has it locked.
/// Nobody compared the notes that a group has which a move to another datastore did not get to remove.
Done SnapshotRemoval::groupMayGo() const
{
    if (m_step.guard)
        return m_step.guard->groupMayGo(*m_group);
    if (!m_step.isPrune || !m_step.wholeGroup)
        return {};
    const auto notes = m_group->find(notesFileName);
    if (!notes)
        return failWith(notes);
    return *notes ? fail(Error::Kind::Conflict, MessageId::RemovalGroupStays, m_step.group.toString(), m_step.ns.toString(), notesFileName)
                  : Done();
}

Done SnapshotRemoval::removeGroup()
{
    const auto rest = inTheWay();
    if (!rest)
        return failWith(rest);
    if (!rest->empty()) {
        if (m_step.wholeGroup)
            noteStays({Error::Kind::Conflict, MessageId::RemovalGroupStays, {m_step.group.toString(), m_step.ns.toString(), *rest}, 0});
        return {};
    }
    const WriteAccess &access = m_session.access();
    const bool isOldPbs = !access.storeName.empty() && access.lockScheme != LockScheme::Files;
    if (!m_groupLock && isOldPbs)
        return {};
    if (!m_groupLock) {
        if (const Done locked = lockGroup(); !locked)
            return {};
        const auto again = inTheWay();
        if (!again || !again->empty())
            return {};
    }
    const Done erased = groupMayGo().and_then([this] { return eraseGroup(); });
    if (!erased && m_step.wholeGroup)
        noteStays(erased.error());
    else if (!erased && !m_stays)
        m_stays = erased.error();
    return {};
}

/// The name of something in the group that is neither its owner nor its notes; empty: there is nothing.
Result<std::string> SnapshotRemoval::inTheWay() const
{
    const auto entries = m_group->entries();
    if (!entries)
        return failWith(entries);
    const auto other = std::ranges::find_if(*entries, [](const fs::Entry &entry) { return !isGroupFile(entry.name); });
    return other == entries->end() ? std::string() : other->name;
}

/// The owner goes last, and comes back where the directory cannot go: without one PBS could not back up into it.
Done SnapshotRemoval::eraseGroup()
{
    const auto owner = readGroupFile(*m_group, ownerFileName);
    const auto entries = m_group->entries();
    if (!owner || !entries)
        return owner ? Done(failWith(entries)) : Done(failWith(owner));
    for (const fs::Entry &entry : *entries) {
        if (const Done removed = isGroupFile(entry.name) && entry.name != ownerFileName ? removeFile(*m_group, entry.name) : Done();
            !removed)
            return removed;
    }
    if (const Done removed = removeFile(*m_group, std::string(ownerFileName)); !removed && removed.error().kind != Error::Kind::NotFound)
        return removed;
    const Done removed = m_type->removeDirectory(m_step.group.id());
    m_directories.touch(typeDirectoryPath(m_step.ns, m_step.group.type()), m_type);
    if (!removed && !isGone(*m_type, m_step.group.id())) {
        const Done back = owner->empty() ? Done() : m_group->createFile(ownerFileName, *owner, groupFileMode);
        return back ? removed : back;
    }
    m_locks.forgetGroup(m_step.ns, m_step.group);
    return {};
}

} // namespace espalier
