// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/zonerule.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace espalier {

namespace {

constexpr std::int64_t daySeconds = 86400;
constexpr std::int64_t hourSeconds = 3600;
constexpr unsigned mostHours = 167; // RFC 9636 §3.3.1

/// Cuts the parts of a rule off its front. A part that is not there is told by nothing.
class RuleReader
{
public:
    explicit RuleReader(std::string_view text) : m_rest(text) {}

    bool atEnd() const { return m_rest.empty(); }

    bool skip(char c)
    {
        if (!m_rest.starts_with(c))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    /// "CET", or "<+03>" with other signs than letters.
    bool skipName()
    {
        std::size_t end = 0;
        if (skip('<')) {
            end = m_rest.find('>');
            if (end == std::string_view::npos)
                return false;
            m_rest.remove_prefix(end + 1);
            return true;
        }
        const auto isLetter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
        while (end < m_rest.size() && isLetter(m_rest[end]))
            ++end;
        m_rest.remove_prefix(end);
        return end > 0;
    }

    std::optional<unsigned> number(unsigned least, unsigned most)
    {
        unsigned value = 0;
        const auto [end, problem] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        if (problem != std::errc() || value < least || value > most)
            return std::nullopt;
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        return value;
    }

    /// "-1", "2:30", "+3:00:10" in seconds.
    std::optional<std::int64_t> seconds()
    {
        const bool isNegative = skip('-');
        if (!isNegative)
            skip('+');
        const auto hours = number(0, mostHours);
        if (!hours)
            return std::nullopt;
        std::int64_t value = *hours * hourSeconds;
        for (const std::int64_t unit : {60, 1}) {
            if (!skip(':'))
                break;
            const auto part = number(0, 59);
            if (!part)
                return std::nullopt;
            value += *part * unit;
        }
        return isNegative ? -value : value;
    }

    std::optional<YearlyMoment> moment()
    {
        auto day = dayOfYear();
        if (!day || !skip('/'))
            return day;
        const auto time = seconds();
        if (!time)
            return std::nullopt;
        day->seconds = *time;
        return day;
    }

private:
    std::optional<YearlyMoment> dayOfYear()
    {
        YearlyMoment moment;
        if (skip('M')) {
            const auto month = number(1, 12);
            const auto week = month && skip('.') ? number(1, 5) : std::nullopt;
            const auto day = week && skip('.') ? number(0, 6) : std::nullopt;
            if (!day)
                return std::nullopt;
            moment.month = *month;
            moment.week = *week;
            moment.day = *day;
            return moment;
        }
        moment.kind = skip('J') ? YearlyMoment::Kind::DayWithoutLeapDay : YearlyMoment::Kind::Day;
        const auto day = moment.kind == YearlyMoment::Kind::Day ? number(0, 365) : number(1, 365);
        if (!day)
            return std::nullopt;
        moment.day = *day;
        return moment;
    }

    std::string_view m_rest;
};

/// What stands behind the standard time: "CEST,M3.5.0,M10.5.0/3". Summer time is one hour ahead where nothing else is said.
std::optional<ZoneRule::SummerTime> readSummerTime(RuleReader &reader, std::int64_t standardOffset)
{
    ZoneRule::SummerTime summer{.offset = standardOffset + hourSeconds, .start = {}, .end = {}};
    if (!reader.skipName())
        return std::nullopt;
    if (!reader.skip(',')) {
        const auto west = reader.seconds();
        if (!west || !reader.skip(','))
            return std::nullopt;
        summer.offset = -*west;
    }
    const auto start = reader.moment();
    const auto end = start && reader.skip(',') ? reader.moment() : std::nullopt;
    if (!end)
        return std::nullopt;
    summer.start = *start;
    summer.end = *end;
    return summer;
}

std::chrono::sys_days dayInYear(const YearlyMoment &moment, std::chrono::year year)
{
    using namespace std::chrono;
    const auto firstOfYear = sys_days(year / January / 1);
    switch (moment.kind) {
    case YearlyMoment::Kind::Day: return firstOfYear + days(moment.day);
    case YearlyMoment::Kind::DayWithoutLeapDay: {
        constexpr unsigned lastOfFebruary = 59;
        return firstOfYear + days(moment.day - 1) + days(year.is_leap() && moment.day > lastOfFebruary ? 1 : 0);
    }
    case YearlyMoment::Kind::WeekdayOfMonth: break;
    }
    constexpr unsigned lastWeek = 5;
    const weekday day(moment.day);
    if (moment.week == lastWeek)
        return sys_days(year / month(moment.month) / day[last]);
    return sys_days(year / month(moment.month) / day[moment.week]);
}

} // namespace

std::int64_t YearlyMoment::inYear(int year) const
{
    return dayInYear(*this, std::chrono::year(year)).time_since_epoch().count() * daySeconds + seconds;
}

std::optional<ZoneRule> ZoneRule::fromString(std::string_view text)
{
    RuleReader reader(text);
    const auto west = reader.skipName() ? reader.seconds() : std::nullopt;
    if (!west)
        return std::nullopt;
    ZoneRule rule{.offset = -*west};
    if (reader.atEnd())
        return rule;
    rule.summer = readSummerTime(reader, rule.offset);
    if (!rule.summer || !reader.atEnd())
        return std::nullopt;
    return rule;
}

std::vector<ZoneTransition> ZoneRule::transitionsAround(std::int64_t time) const
{
    std::vector<ZoneTransition> transitions;
    if (!summer)
        return transitions;
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(time)));
    const int year = static_cast<int>(std::chrono::year_month_day(day).year());
    for (int i = year - 1; i <= year + 1; ++i) {
        transitions.push_back({summer->start.inYear(i) - offset, summer->offset, true});
        transitions.push_back({summer->end.inYear(i) - summer->offset, offset, false});
    }
    std::ranges::sort(transitions);
    return transitions;
}

bool YearlyMoment::isSound() const
{
    const unsigned lastDay = kind == Kind::WeekdayOfMonth ? 6 : 365;
    const unsigned firstDay = kind == Kind::DayWithoutLeapDay ? 1 : 0;
    constexpr std::int64_t mostSeconds = std::int64_t{mostHours + 1} * hourSeconds;
    return month >= 1 && month <= 12 && week >= 1 && week <= 5 && day >= firstDay && day <= lastDay && seconds > -mostSeconds
        && seconds < mostSeconds;
}

bool ZoneRule::isSound() const
{
    constexpr std::int64_t most = std::int64_t{mostHours + 2} * hourSeconds;
    const auto isOffset = [](std::int64_t seconds) { return seconds > -most && seconds < most; };
    return isOffset(offset) && (!summer || (isOffset(summer->offset) && summer->start.isSound() && summer->end.isSound()));
}

} // namespace espalier
