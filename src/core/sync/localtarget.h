// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/locks.h"
#include "core/datastore/session.h"
#include "core/fs/actingas.h"
#include "core/run/storedirectories.h"
#include "core/sync/chunkstore.h"
#include "core/sync/syncjournal.h"

#include <memory>
#include <mutex>
#include <optional>

namespace espalier {

/// The datastore on this machine that is copied into: opened, with its locks, its chunks and the journal of what is under way.
struct LocalTarget
{
    /// Reads identity and write access afresh, cleans up behind syncs that ended early, and begins a journal. Fails as the executor does
    /// where the store may not be written.
    static Result<std::unique_ptr<LocalTarget>> open(StoreSession session);

    /// Ends the journal. @p isComplete: all was done, so that nothing of earlier syncs is left either.
    void close(bool isComplete);

    auto actAsOwner() const { return fs::ActingAs::user(session.access().user, session.access().group); }

    StoreSession session;
    std::unique_ptr<StoreLocks> locks{};
    std::optional<StoreDirectories> directories{};
    std::mutex makingDirectories{}; ///< Held by whoever uses them.
    std::optional<ChunkStore> chunks{};
    std::unique_ptr<SyncJournal> journal{};
    std::shared_ptr<fs::Directory> journals{};
    std::vector<UnfinishedSync> cleanedUp{}; ///< Earlier syncs of which nothing but files beside chunks may be left.
};

/// Removes what syncs that ended early have left in the datastore of @p target: called before it is read for a plan, so that nothing
/// half made is taken for somebody's. Fails where it may not be written; what cannot be removed stays.
Done cleanLeftovers(const StoreSession &target);

} // namespace espalier
