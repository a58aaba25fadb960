// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/locks.h"
#include "core/datastore/store.h"
#include "core/sync/syncsource.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace espalier {

/// What a sync has under way, told by its workers from any thread: written before it is made, so that the next one can clean up behind one that ended early. Nothing of it is
/// needed once the sync is over, so its file goes away then. Format: JSON lines, described in docs/journal.md.
class SyncJournal
{
public:
    /// Makes a file in @p directory. @p suffix: see temporarySuffix().
    static Result<std::unique_ptr<SyncJournal>> begin(std::shared_ptr<fs::Directory> directory, const StoreIdentity &store,
                                                      const std::string &suffix);

    Done beginsGroup(const NamespacePath &ns, const GroupId &group);  ///< Its directory is about to be made. Synced.
    void endedGroup();                                                ///< It has its owner, or is gone again.
    Done beginsSnapshot(const SnapshotAddress &snapshot, bool isNew); ///< It is about to be made or changed. Synced.
    Done made(const SnapshotAddress &snapshot, std::uint64_t inode);  ///< Its directory was made.
    Done ended(const SnapshotAddress &snapshot);                      ///< Nothing of it is left half done.

    /// Removes the file where nothing is under way.
    void close();

private:
    SyncJournal() = default;

    Done write(const std::string &line, bool isSynced);

    std::shared_ptr<fs::Directory> m_directory;
    std::string m_name;
    std::unique_ptr<fs::AppendFile> m_file;
    std::unique_ptr<fs::Lock> m_lock;
    std::mutex m_writing;
    std::atomic<std::size_t> m_open = 0; ///< Groups and snapshots that began and did not end.
};

/// A sync that ended early, as its journal tells it.
struct UnfinishedSync
{
    struct Snapshot
    {
        SnapshotAddress address;
        bool isNew = false;
        std::uint64_t inode = 0; ///< Of the directory that it made; 0: it made none, as far as is known.
    };

    std::string name; ///< Of the journal's file.
    std::string suffix;
    std::vector<Snapshot> snapshots{};
    std::vector<std::pair<NamespacePath, GroupId>> groups{}; ///< Whose directories it made.
    std::unique_ptr<fs::Lock> lock{};                        ///< Nobody else cleans up meanwhile.
};

/// Those on the store, whose journals nobody writes. What cannot be read is left alone.
std::vector<UnfinishedSync> unfinishedSyncs(fs::Directory &directory, const StoreIdentity &store);

/// Removes what @p sync left in the datastore @p root: unfinished snapshots that it made and nobody else finished or has locked, and
/// temporary files. Never a snapshot with a manifest. True where all of it is gone.
bool cleanUp(const UnfinishedSync &sync, const std::shared_ptr<fs::Directory> &root, StoreLocks &locks);

} // namespace espalier
