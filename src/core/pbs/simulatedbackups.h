// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/calendarevent.h"
#include "core/pbs/retention.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace espalier {

/// Backups that are only imagined, to see what a retention leaves of them. All are finished, and none is protected.
class SimulatedBackups
{
public:
    static constexpr std::size_t most = 1'000'000;

    enum class Outcome : unsigned char { Added, TooMany, Stopped };

    /// @param stop ends what takes long: TooMany is reached in a second or two.
    explicit SimulatedBackups(std::stop_token stop = {}) : m_stop(std::move(stop)) {}

    /// Backups whenever @p event comes, from @p from to @p until: seconds since 1970, both included. @p zone is that of the server.
    Outcome addRhythm(const CalendarEvent &event, std::int64_t from, std::int64_t until, const TimeZone &zone);
    Outcome add(std::int64_t time); ///< One that a snapshot can have.

    std::int64_t last() const;               ///< The time that was added last; 0 without any.
    std::vector<PruneCandidate> sorted() &&; ///< Oldest first, no time twice.

private:
    std::stop_token m_stop;
    std::vector<PruneCandidate> m_backups;
};

} // namespace espalier
