// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/snapshotcopy.h"
#include "core/sync/syncrun.h"

#include <mutex>
#include <vector>

namespace espalier {

/// What the workers of a sync have to tell, put together. May be told from any thread; passes it on from one at a time.
class SyncNews
{
public:
    /// How far one worker is.
    struct Place
    {
        std::size_t snapshots = 0; ///< Done, of its group.
        std::size_t snapshotsOfGroup = 0;
        ChunkCount chunks{}; ///< Of all that it has done so far.
        std::string current{};
        bool waits = false;
    };

    /// @p options must outlive the object.
    SyncNews(const SyncRunOptions &options, std::size_t groupsOfAll, std::size_t workers);

    void log(const SyncEvent &event);
    void addProblem(const NamespacePath &ns, const std::string &group, const Error &error);
    void count(SnapshotOutcome outcome);
    void show(std::size_t worker, const Place &place);
    void groupEnded(std::size_t worker);

    /// Where nobody tells anything meanwhile.
    SyncReport &report() { return m_report; }
    ChunkCount chunks() const;

private:
    void tell(const SyncEvent &event) const;
    void show() const;

    const SyncRunOptions &m_options;
    std::mutex m_mutex;
    SyncReport m_report;
    SyncProgress m_progress;
    std::vector<Place> m_places;
};

} // namespace espalier
