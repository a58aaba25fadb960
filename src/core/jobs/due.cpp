// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/due.h"

#include <algorithm>

namespace espalier {

DueTime dueTime(const CalendarEvent &schedule, const TimeZone &zone, std::int64_t base, std::int64_t now)
{
    DueTime due{.next = schedule.next(std::min(base, now), zone)};
    due.isDue = due.next && *due.next <= now;
    return due;
}

} // namespace espalier
