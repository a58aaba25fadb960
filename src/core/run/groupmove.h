// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/locks.h"
#include "core/datastore/session.h"
#include "core/datastore/tree.h"
#include "core/plan/verdict.h"
#include "core/run/journal.h"
#include "core/run/storedirectories.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace espalier {

/// Snapshot directories, sorted, each with its inode.
using SnapshotInodes = std::vector<std::pair<SnapshotTime, std::uint64_t>>;

/// One group on its way to another namespace: locks it, asks the verdict again under the locks, moves it. The caller
/// holds the store's `.lock` and acts as the store's owner.
class GroupMove
{
public:
    /// @p maxLocks: how many snapshot locks may be held at once. All references must outlive the object.
    GroupMove(const StoreSession &session, StoreLocks &locks, StoreDirectories &directories, std::size_t maxLocks,
              const RunMoveGroup &step);

    /// Moves; on an error nothing was changed, unless @p effects says otherwise: a failure in the middle of a move snapshot
    /// by snapshot leaves the older ones at the target and the newer ones at the source, all of them in PBS's scheme.
    /// @p facts: what the journal's intent says of the group; an inode of 0 says nothing.
    /// Before it merges it tells @p merging what the two groups are: what it gives is remembered, or nothing happens.
    using Merging = std::function<Done(const MergeFacts &)>;
    Done run(const StepFacts &facts, StepEffects &effects, const Merging &merging);

    /// The inode of the group at the target, where it had to be made anew or the group goes back beneath it; 0 where the directory
    /// itself went or stays, or others were merged into one.
    std::uint64_t newInode() const;

private:
    using Locks = std::vector<std::unique_ptr<fs::Lock>>;

    Done open();
    Done lockGroups();
    Done checkUnderLocks(const StepFacts &facts);
    Result<Verdict> askVerdict() const;
    Result<Verdict> askReturn() const;
    Done tellMerge(const StepFacts &facts, const Merging &merging);
    bool merges() const { return m_step.into == IntoExisting::Merge && m_targetGroup && !m_madeTargetGroup; }
    Done move(StepEffects &effects);
    bool goesWhole() const;
    Done moveWhole(StepEffects &effects);
    Done moveBySnapshot(StepEffects &effects);
    Done openTargetGroup();
    void removeMadeTargetGroup();
    Done moveBatch(std::span<const SnapshotTime> times, StepEffects &effects);
    Done moveEntry(const std::string &name);
    Done finishSource();
    Done removeSource();
    Result<std::vector<std::string>> foreignEntries() const;
    Result<Locks> lockSnapshots(std::span<const SnapshotTime> times);
    void forget(std::span<const SnapshotTime> times);

    const StoreSession &m_session;
    StoreLocks &m_locks;
    StoreDirectories &m_directories;
    std::size_t m_maxLocks;

    const RunMoveGroup &m_step;
    std::shared_ptr<fs::Directory> m_sourceType;
    std::shared_ptr<fs::Directory> m_sourceGroup;
    std::shared_ptr<fs::Directory> m_targetNamespace; ///< Null where the type directory is there.
    std::shared_ptr<fs::Directory> m_targetType;      ///< Null until it is needed and there.
    std::shared_ptr<fs::Directory> m_targetGroup;     ///< Null unless it exists or was made.
    bool m_madeTargetGroup = false;
    std::uint64_t m_newInode = 0;         ///< Of the target group that was made, while it is there.
    std::shared_ptr<const Group> m_group; ///< The source under its lock.
    SnapshotInodes m_seen;                ///< What the verdict was asked for, as far as it is still there.
    std::vector<SnapshotTime> m_moving;   ///< Those that go, oldest first.
    std::optional<MergeFacts> m_told;     ///< What was remembered of the two groups before they are merged.
    Locks m_groupLocks;
};

} // namespace espalier
