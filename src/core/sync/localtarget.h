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
    std::optional<ChunkStore> chunks{};
    std::unique_ptr<SyncJournal> journal{};
    std::shared_ptr<fs::Directory> journals{};
    std::vector<UnfinishedSync> cleaned{}; ///< Earlier syncs of which nothing but files beside chunks may be left.
};

} // namespace espalier
