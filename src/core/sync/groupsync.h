// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/snapshotcopy.h"
#include "core/sync/syncnews.h"
#include "core/sync/syncrun.h"

namespace espalier {

/// Makes a namespace, one level below an existing one; whether it was missing.
Result<bool> makeNamespace(LocalTarget &target, const NamespacePath &ns);

/// A worker of a sync: copies groups, one after the other. References must outlive the object. It is used by one thread, which acts as the
/// target's owner.
class GroupSync
{
public:
    /// What the workers of a sync have in common.
    struct Shared
    {
        SyncSource &source;
        LocalTarget &target;
        const SyncRunOptions &options;
        SyncNews &news;
        StoreHold &hold;
        RateLimit *limit; ///< That the source spends of; null: none.
        unsigned threads; ///< Of each worker, for its chunks; 0: see ChunkCopyOptions.
    };

    GroupSync(const Shared &shared, std::size_t number);

    /// Everything of one group, under its lock. The first snapshot that fails ends the group.
    Done copy(const SyncNamespace &ns, const SyncGroup &group);

    bool missesSnapshots() const { return m_missesSnapshots; } ///< Of the group that was copied last some were gone by then.

private:
    /// A group of the target, locked.
    struct Locked
    {
        std::shared_ptr<fs::Directory> type;
        std::shared_ptr<fs::Directory> directory;
        std::unique_ptr<fs::Lock> lock;
        bool isNew = false;
    };

    Result<Locked> lock(const NamespacePath &ns, const GroupId &group);
    Done giveOwner(fs::Directory &group) const;
    Result<std::shared_ptr<const Group>> look(const NamespacePath &ns, const GroupId &group) const;
    Done copySnapshots(const SyncNamespace &ns, const SyncGroup &group, const Locked &locked);
    Done copySnapshot(const SyncMark &mark, GroupCopy &copy);
    std::vector<Digest> reusableChunks(const Group &present, const fs::Directory &directory) const;
    void tellSkipped(const SyncNamespace &ns, const GroupId &group, const std::vector<SyncMark> &marks) const;
    void tellCopied(const GroupCopy &copy, const SyncMark &mark, SnapshotOutcome outcome, const ChunkCount &before);
    void showWaiting();
    void report(const ChunkCount &chunks);

    SyncSource &m_source;
    LocalTarget &m_target;
    const SyncRunOptions &m_options;
    SyncNews &m_news;
    std::size_t m_number;
    SyncNews::Place m_place;
    StoreHold::Share m_hold;
    ChunkCopy m_chunks;
    bool m_missesSnapshots = false;
    bool m_madeSnapshot = false; ///< The snapshot that was worked on last was not there before.
};

} // namespace espalier
