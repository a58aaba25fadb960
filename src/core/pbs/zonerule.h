// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace espalier {

/// A moment from which local clocks have another offset. Seconds since 1970, UTC; seconds east of UTC.
struct ZoneTransition
{
    std::int64_t time = 0;
    std::int64_t offset = 0;
    bool isSummer = false; ///< What the zone calls summer time; in Morocco that is the winter's offset.

    friend auto operator<=>(const ZoneTransition &, const ZoneTransition &) = default;
};

/// A day of each year and a time on it: "M3.5.0/2", "J60", "59". The time is local and may lie outside of the day.
struct YearlyMoment
{
    enum class Kind : unsigned char {
        WeekdayOfMonth,
        DayWithoutLeapDay, ///< From 1; 29 February is never counted.
        Day,               ///< From 0.
    };

    Kind kind = Kind::WeekdayOfMonth;
    unsigned month = 1; ///< 1..12
    unsigned week = 1;  ///< 1..5, 5 being the last
    unsigned day = 0;   ///< The day of the week, 0 being Sunday, or of the year.
    std::int64_t seconds = 7200;

    std::int64_t inYear(int year) const; ///< Local seconds since 1970.
    bool isSound() const;                ///< All parts are within their bounds.
};

/// What a time zone does year after year: the rule that ends a TZif file (POSIX TZ, extended by RFC 9636 §3.3.1).
struct ZoneRule
{
    struct SummerTime
    {
        std::int64_t offset = 0;
        YearlyMoment start; ///< In standard time.
        YearlyMoment end;   ///< In summer time.
    };

    std::int64_t offset = 0; ///< Seconds east of UTC, without summer time.
    std::optional<SummerTime> summer{};

    /// Reads "CET-1CEST,M3.5.0,M10.5.0/3". Nothing where the text is no rule.
    static std::optional<ZoneRule> fromString(std::string_view text);

    /// Whether all parts are within the bounds that fromString() keeps.
    bool isSound() const;

    /// The transitions of the years around @p time, sorted: at least one before and one behind it. Empty without summer time.
    std::vector<ZoneTransition> transitionsAround(std::int64_t time) const;
};

} // namespace espalier
