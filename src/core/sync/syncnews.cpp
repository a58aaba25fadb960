// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/syncnews.h"

#include <algorithm>
#include <utility>

namespace espalier {

SyncNews::SyncNews(const SyncRunOptions &options, std::size_t groupsOfAll, std::size_t workers) : m_options(options), m_places(workers)
{
    m_progress.groupsOfAll = groupsOfAll;
}

void SyncNews::tell(const SyncEvent &event) const
{
    if (m_options.log)
        m_options.log(event);
}

void SyncNews::log(const SyncEvent &event)
{
    const std::lock_guard guard(m_mutex);
    tell(event);
}

void SyncNews::addProblem(const NamespacePath &ns, const std::string &group, const Error &error)
{
    const std::lock_guard guard(m_mutex);
    m_report.problems.push_back(error);
    tell({.what = SyncEvent::What::Problem, .target = ns, .group = group, .error = error});
}

void SyncNews::count(SnapshotOutcome outcome)
{
    const std::lock_guard guard(m_mutex);
    switch (outcome) {
    case SnapshotOutcome::Copied: ++m_report.copied; return;
    case SnapshotOutcome::Updated: ++m_report.updated; return;
    case SnapshotOutcome::Unchanged: ++m_report.unchanged; return;
    case SnapshotOutcome::Gone:
    case SnapshotOutcome::LeftOut: ++m_report.gone; return;
    }
    std::unreachable();
}

ChunkCount SyncNews::chunks() const
{
    ChunkCount all;
    for (const Place &place : m_places) {
        all.copied += place.chunks.copied;
        all.bytes += place.chunks.bytes;
        all.present += place.chunks.present;
    }
    return all;
}

void SyncNews::show() const
{
    if (m_options.progress)
        m_options.progress(m_progress);
}

void SyncNews::show(std::size_t worker, const Place &place)
{
    constexpr std::size_t thousand = 1000;
    const std::lock_guard guard(m_mutex);
    m_places[worker] = place;
    m_progress.snapshots = place.snapshots;
    m_progress.snapshotsOfGroup = place.snapshotsOfGroup;
    m_progress.current = place.current;
    m_progress.chunks = chunks();
    m_progress.waits = place.waits;
    m_progress.begun = 0;
    for (const Place &each : m_places)
        m_progress.begun += each.snapshotsOfGroup == 0 ? 0 : thousand * each.snapshots / each.snapshotsOfGroup;
    show();
}

void SyncNews::groupEnded(std::size_t worker)
{
    const std::lock_guard guard(m_mutex);
    ++m_progress.groups;
    m_places[worker].snapshots = m_places[worker].snapshotsOfGroup = 0;
}

} // namespace espalier
