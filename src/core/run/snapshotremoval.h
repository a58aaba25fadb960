// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/locks.h"
#include "core/datastore/session.h"
#include "core/datastore/tree.h"
#include "core/run/journal.h"
#include "core/run/storedirectories.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace espalier {

/// Removes snapshots of one group for good, each under its own lock and its manifest's, as PBS does (prune-semantics §5). The manifest
/// goes first: what an interruption leaves counts as an unfinished backup. Chunks are never touched. The caller acts as the store's
/// owner; PBS needs no `.lock` for it. All references must outlive the object.
class SnapshotRemoval
{
public:
    /// Journals what is about to go; where that fails nothing of it goes.
    using Tell = std::function<Done(std::span<const RemovedSnapshot>)>;

    SnapshotRemoval(const StoreSession &session, StoreLocks &locks, StoreDirectories &directories, std::size_t maxLocks,
                    const RunRemoveSnapshots &step);

    /// Goes through the step's snapshots, oldest first. What is protected by now, busy, or to be kept by the rule of a prune stays: of a
    /// prune effects.left then says why, else the step fails, after all others have gone. @p facts: an inode of 0 says nothing; snapshots in
    /// facts.removing that have no manifest any more are what an earlier attempt left. Nothing else goes by a prune without its rule, or
    /// without the guard of a move to another datastore.
    Done run(const StepFacts &facts, StepEffects &effects, const Tell &tell);

private:
    struct Candidate;

    Done open(const StepFacts &facts);
    Done removeBatch(std::span<const SnapshotTime> times, const StepFacts &facts, StepEffects &effects, const Tell &tell);
    std::vector<Candidate> lockAll(std::span<const SnapshotTime> times, const std::vector<fs::Entry> &entries);
    Result<Candidate> lock(const SnapshotTime &time, std::uint64_t entryInode) const;
    Result<RemovedSnapshot> look(const Candidate &candidate) const;
    template<typename Function>
    void keepOnly(std::vector<Candidate> &candidates, Function function);
    Result<std::shared_ptr<const Group>> lookAround(std::vector<Candidate> &candidates);
    Done check(const RemovedSnapshot &is, const Group &present, const std::vector<SnapshotTime> &removable, const StepFacts &facts) const;
    Done askGuard(Candidate &candidate) const;
    Done erase(const Candidate &candidate);
    static Done eraseManifest(const Candidate &candidate);
    void noteStays(const Error &error);
    Done lockGroup();
    Done isStillThere() const;
    std::vector<SnapshotTime> removable(const Group &present) const;
    Done removeGroup();
    Result<std::string> inTheWay() const;
    Done groupMayGo() const;
    Done eraseGroup();

    const StoreSession &m_session;
    StoreLocks &m_locks;
    StoreDirectories &m_directories;
    std::size_t m_batch;
    const RunRemoveSnapshots &m_step;
    std::string m_path; ///< Of the group, relative to the root.
    std::shared_ptr<fs::Directory> m_type;
    std::shared_ptr<fs::Directory> m_group; ///< Null where it is gone.
    std::unique_ptr<fs::Lock> m_groupLock;
    std::uint64_t m_inode = 0;      ///< Of the group's directory.
    std::optional<Error> m_stays;   ///< The first reason why something stayed that a later prune may remove.
    std::optional<Error> m_failure; ///< The first that is a failure.
};

} // namespace espalier
