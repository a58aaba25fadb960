// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/calendarscanner.h"
#include "core/pbs/timezone.h"

#include <cstdint>
#include <string_view>

namespace espalier {

/// A time of the day, on some days of the week: "mon..fri 8:00-17:30", as PBS limits traffic (calendar-events §4).
struct DailyDuration
{
    WeekdaySet weekdays = 0; ///< 0: every day.
    int begin = 0;           ///< Minutes since midnight.
    int end = 0;             ///< Not before the begin; the first minute that does not belong to it.

    /// Fails with DailyDurationMalformed.
    static Result<DailyDuration> fromString(std::string_view text);

    /// Whether clocks in @p zone show a time of it, at @p time in seconds since 1970.
    bool covers(std::int64_t time, const TimeZone &zone) const;

    friend bool operator==(const DailyDuration &, const DailyDuration &) = default;
};

} // namespace espalier
