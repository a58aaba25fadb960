// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/dailyduration.h"

#include <chrono>
#include <optional>

namespace espalier {

namespace {

/// "8" or "8:30", in minutes.
std::optional<int> readTime(CalendarScanner &scanner)
{
    const auto hour = scanner.number(0, 23);
    if (!hour)
        return std::nullopt;
    const auto minute = scanner.accept(":") ? scanner.number(0, 59) : 0;
    return minute ? std::optional(static_cast<int>(*hour * 60 + *minute)) : std::nullopt;
}

std::optional<DailyDuration> readDuration(CalendarScanner &scanner)
{
    DailyDuration duration;
    duration.weekdays = scanner.weekdays().value_or(0);
    if (duration.weekdays != 0)
        scanner.skipBlanks();
    const auto begin = readTime(scanner);
    if (!begin)
        return std::nullopt;
    scanner.skipBlanks();
    if (!scanner.accept("-")) {
        scanner.expect("a hyphen");
        return std::nullopt;
    }
    scanner.skipBlanks();
    const std::size_t beforeEnd = scanner.position();
    const auto end = readTime(scanner);
    if (!end)
        return std::nullopt;
    if (!scanner.atEnd()) {
        scanner.expect("the end of the text");
        return std::nullopt;
    }
    if (*end < *begin) {
        scanner.goTo(beforeEnd);
        scanner.expect("a time not before the first one");
        return std::nullopt;
    }
    duration.begin = *begin;
    duration.end = *end;
    return duration;
}

} // namespace

Result<DailyDuration> DailyDuration::fromString(std::string_view text)
{
    CalendarScanner scanner(text);
    const auto duration = readDuration(scanner);
    if (!duration)
        return fail(Error::Kind::InvalidInput, MessageId::DailyDurationMalformed, text, scanner.understood(), scanner.expected());
    return *duration;
}

bool DailyDuration::covers(std::int64_t time, const TimeZone &zone) const
{
    const std::chrono::local_seconds local(std::chrono::seconds(time + zone.at(time).offset));
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const auto minute = std::chrono::floor<std::chrono::minutes>(local - day).count();
    const unsigned weekday = std::chrono::weekday(day).iso_encoding() - 1;
    return (weekdays == 0 || (weekdays >> weekday & 1U) != 0) && minute >= begin && minute < end;
}

} // namespace espalier
