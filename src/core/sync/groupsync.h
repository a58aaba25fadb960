// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/snapshotcopy.h"
#include "core/sync/syncrun.h"

#include <mutex>

namespace espalier {

/// Makes a namespace, one level below an existing one; whether it was missing.
Result<bool> makeNamespace(LocalTarget &target, const NamespacePath &ns);

/// Copies the groups of a sync, one after the other. References must outlive the object; the caller acts as the target's owner.
class GroupSync
{
public:
    GroupSync(SyncSource &source, LocalTarget &target, const SyncRunOptions &options, SyncReport &report, SyncProgress &progress);

    /// Everything of one group, under its lock. The first snapshot that fails ends the group.
    Done copy(const SyncNamespace &ns, const SyncGroup &group);

    ChunkCount chunks() const { return m_chunks.count(); }

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
    void log(const SyncEvent &event) const;
    void report(const ChunkCount &chunks);

    SyncSource &m_source;
    LocalTarget &m_target;
    const SyncRunOptions &m_options;
    SyncReport &m_report;
    SyncProgress &m_progress;
    StoreHold m_hold;
    ChunkCopy m_chunks;
    bool m_madeSnapshot = false; ///< The snapshot that was worked on last was not there before.
};

} // namespace espalier
