// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/pbshost.h"
#include "core/datastore/processes.h"
#include "core/pbs/groupid.h"
#include "core/pbs/upid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace espalier {

/// A running task of PBS that concerns a store.
struct RunningTask
{
    Upid upid;
    std::string description; ///< "backup of vm/100", for messages; English technical words as PBS's task list has them.

    /// Whether it names this group, in whatever namespace: a backup task does not tell its namespace.
    bool names(const GroupId &group) const;
};

/// What goes on in one store now.
struct Activity
{
    std::vector<RunningTask> tasks; ///< From `<log>/tasks/active`, live processes only, this store only.
    int readers = 0;                ///< Active operations of live processes.
    int writers = 0;
    bool garbageCollection = false; ///< `.lock` is held exclusively, or such a task runs.
    std::int64_t lockHolder = 0;    ///< Process that holds `.lock` exclusively; 0: none, below 0: one that cannot be named.
    std::optional<ConfiguredStore> configured;
    bool isComplete = true; ///< False where something could not be looked at: more may be going on.

    /// The task that keeps @p group busy, in whatever namespace; null where there is none.
    const RunningTask *blocker(const GroupId &group) const;

    /// Who probably holds a lock of @p group that could not be taken: its blocker, else a task that walks through the store.
    const RunningTask *suspect(const GroupId &group) const;
};

/// Looks at the lock of @p store and, where @p host names it, at PBS's tasks and active operations (locking-and-safety §5, §7).
/// Takes no lock. @p lives tells which processes count.
Activity readActivity(fs::FileSystem &fileSystem, const PbsHost &host, const OpenedStore &store, const ProcessProbe &lives = processLives);

} // namespace espalier
