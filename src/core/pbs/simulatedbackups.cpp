// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/simulatedbackups.h"

#include <algorithm>
#include <utility>

namespace espalier {

SimulatedBackups::Outcome SimulatedBackups::addRhythm(const CalendarEvent &event, std::int64_t from, std::int64_t until,
                                                      const TimeZone &zone)
{
    auto next = event.next(from - 1, zone);
    for (; next && *next <= until; next = event.next(*next, zone)) {
        if (const Outcome outcome = add(*next); outcome != Outcome::Added)
            return outcome;
    }
    return Outcome::Added;
}

SimulatedBackups::Outcome SimulatedBackups::add(std::int64_t time)
{
    if (m_stop.stop_requested())
        return Outcome::Stopped;
    const auto name = SnapshotTime::fromEpoch(time);
    if (!name || m_backups.size() == most)
        return Outcome::TooMany;
    m_backups.push_back({.time = *name});
    return Outcome::Added;
}

std::int64_t SimulatedBackups::last() const
{
    return m_backups.empty() ? 0 : m_backups.back().time.epoch();
}

std::vector<PruneCandidate> SimulatedBackups::sorted() &&
{
    std::ranges::sort(m_backups, {}, &PruneCandidate::time);
    const auto repeated = std::ranges::unique(m_backups, {}, &PruneCandidate::time);
    m_backups.erase(repeated.begin(), repeated.end());
    return std::move(m_backups);
}

} // namespace espalier
