// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/calendarevent.h"

#include <cstdint>
#include <optional>

namespace espalier {

/// When a job is due, in seconds since 1970.
struct DueTime
{
    std::optional<std::int64_t> next{}; ///< The first time behind the base; in the past: it is due since then. Nothing: it never comes.
    bool isDue = false;

    /// Whether nobody ran it when it was due, but longer ago than a look every few minutes explains.
    bool isMissed(std::int64_t now) const { return isDue && now - *next > toleratedDelay; }
    static constexpr std::int64_t toleratedDelay = 15 * 60;
};

/// PBS's rule (config-formats §5): a job is due when the first time of its schedule behind @p base has come; what was missed meanwhile is
/// done once. @p base: when its last run began, or when the job or its schedule came to be, if that was later. A base that lies in the
/// future, because the clock was set back, counts as now: the job would rest until the clock has come there again. Pure.
DueTime dueTime(const CalendarEvent &schedule, const TimeZone &zone, std::int64_t base, std::int64_t now);

} // namespace espalier
