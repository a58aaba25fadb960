// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/calendarscanner.h"
#include "core/pbs/timezone.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// When a job of PBS runs: "daily", "mon..fri 22:30", "sat *-1..7 02:00" (calendar-events §1). Reads exactly what PBS reads.
class CalendarEvent
{
public:
    /// What people may not expect of an event that PBS accepts.
    enum class Remark : unsigned char {
        HoursReadAsMinutes, ///< The hours are impossible, so PBS takes "24:00" for minute 24, second 0 of every hour.
        StepsPastTheEnd,    ///< Steps such as "0/5" do not end where the day, hour, month or year ends: PBS goes on beyond it.
    };

    /// Fails with CalendarEventMalformed.
    static Result<CalendarEvent> fromString(std::string_view text);

    const std::string &text() const { return m_text; }
    bool isUtc() const { return m_isUtc; } ///< Ends in "UTC": the zone of the server does not matter.
    const std::vector<Remark> &remarks() const { return m_remarks; }

    /// The first time later than @p last, in seconds since 1970; nothing where there is none or PBS does not find it.
    /// PBS counts in the zone of the server, @p zone. In an hour that clocks show twice, PBS's answer depends on what it was
    /// asked before; here it is the first of the possible times that is later than @p last. Steps past the end are PBS's.
    std::optional<std::int64_t> next(std::int64_t last, const TimeZone &zone) const;

private:
    class Parser;

    enum Field : unsigned char { Year, Month, Day, Hour, Minute, Second };
    static constexpr std::size_t fieldCount = 6;
    using Clock = std::array<std::int64_t, fieldCount>; ///< What a clock and calendar show, by Field; may be out of range.

    /// Every @c step from @c first to @c last.
    struct Progression
    {
        std::int64_t first = 0;
        std::int64_t last = 0;
        std::int64_t step = 1;

        bool contains(std::int64_t value) const;
        std::optional<std::int64_t> after(std::int64_t value) const; ///< The smallest one that is greater.
        bool goesPast(std::int64_t size, std::int64_t base) const;
    };
    using Values = std::vector<Progression>; ///< Empty: every value.

    bool goesPastTheEnd() const;
    static Clock clockAt(std::int64_t local);
    static std::int64_t localOf(const Clock &clock);
    bool moveOn(Clock &clock, std::size_t field) const;
    bool moveToWeekday(Clock &clock) const;

    std::string m_text;
    std::array<Values, fieldCount> m_values{};
    WeekdaySet m_weekdays = 0; ///< 0: every day.
    bool m_isUtc = false;
    std::vector<Remark> m_remarks;
};

} // namespace espalier
