// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/session.h"
#include "core/pbs/transferrate.h"
#include "core/plan/syncplan.h"
#include "core/run/executor.h"
#include "core/sync/chunkcopy.h"
#include "core/sync/syncsource.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace espalier {

struct SyncProgress
{
    std::size_t groups = 0; ///< Done.
    std::size_t groupsOfAll = 0;
    std::size_t begun = 0;     ///< Of the groups that are worked on, all together: thousandths of one group.
    std::size_t snapshots = 0; ///< Done, of the group that was told of last.
    std::size_t snapshotsOfGroup = 0;
    ChunkCount chunks{};
    std::string current{}; ///< "vm/100/2026-03-01T22:30:00Z"
    bool waits = false;    ///< For a garbage collection of the target.

    /// As PBS counts it: 0 to 1.
    double share() const;
};

/// Something that PBS's log would tell.
struct SyncEvent
{
    enum class What : unsigned char {
        Namespace,     ///< Begins; count: groups that are taken, total: groups there are.
        NamespaceMade, ///< At the target.
        Skipped,       ///< Snapshots of a group, for one reason; count, from, to.
        Copied,        ///< A snapshot; count: chunks, bytes.
        Updated,
        Unchanged,
        Gone,
        ClientLog,
        Kept, ///< A snapshot that vanished, for one reason.
        Problem,
        Removed, ///< Snapshots of a group; count.
        NamespaceRemoved,
        Waiting, ///< For a garbage collection.
    };

    What what = What::Problem;
    NamespacePath source{};
    NamespacePath target{};
    std::string group{}; ///< "vm/100"
    std::optional<SnapshotTime> from{};
    std::optional<SnapshotTime> to{};
    SyncReason reason = SyncReason::None;
    std::size_t count = 0;
    std::size_t total = 0;
    std::uint64_t bytes = 0;
    std::optional<Error> error{};
};

struct SyncRunOptions
{
    SyncOptions job;
    bool removes = false;               ///< What the plan would remove was agreed to; else it only copies.
    unsigned workers = 0;               ///< Groups that are copied side by side; at most maxWorkers, and one after the other in exact mode.
                                        ///< 0: one; as many as suit a connection where PreparedSync runs it over one.
    unsigned threads = 0;               ///< See ChunkCopyOptions; all workers together.
    std::optional<TransferRate> rate{}; ///< Of what is read at the source.
    bool checkDigests = true;           ///< See ChunkCopyOptions.
    std::chrono::milliseconds longestHold = std::chrono::minutes(10);
    std::stop_token stop{};
    std::function<void(const SyncProgress &)> progress{}; ///< From any thread, never from two at once.
    std::function<void(const SyncEvent &)> log{};         ///< In the same way.

    static constexpr unsigned maxWorkers = 32; // as PBS has it
};

/// What a sync did.
struct SyncReport
{
    std::vector<Error> problems{};  ///< PBS's task would not end OK with any.
    std::optional<Error> failure{}; ///< What ended it early.
    bool stopped = false;
    std::size_t copied = 0; ///< Snapshots.
    std::size_t updated = 0;
    std::size_t unchanged = 0;
    std::size_t gone = 0;
    ChunkCount chunks{};
    std::size_t removedSnapshots = 0;
    std::size_t removedGroups = 0;
    std::size_t removedNamespaces = 0;
    std::vector<RunReport> removals{}; ///< What removed, as runs with journals of their own.

    bool isOk() const { return problems.empty() && !failure && !stopped; }
};

/// Copies what @p plan says from @p source into the datastore of @p target, under PBS's locks; what each group needs is found out again
/// under its lock. A group that fails does not keep the others back; a full disk or a lost datastore ends it. What vanished is removed
/// behind everything else, and only where the options say that it was agreed to and the group was copied. Runs on the calling thread,
/// which acts as the target's owner meanwhile.
SyncReport runSync(SyncSource &source, const StoreSession &target, const SyncPlan &plan, const SyncRunOptions &options);

} // namespace espalier
