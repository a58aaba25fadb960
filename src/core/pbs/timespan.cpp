// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/timespan.h"

#include "core/pbs/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <format>
#include <optional>
#include <vector>

namespace espalier {

namespace {

constexpr std::uint32_t nanosecondsPerSecond = 1'000'000'000;

/// A unit of so many seconds, or so many in a second; greatest first.
struct Unit
{
    std::uint64_t seconds;
    std::uint64_t perSecond;
    std::string_view symbol; ///< In PBS's short form.
    std::vector<std::string_view> names;
};

const std::array<Unit, 10> units = {{
    {31'557'600, 1, "y", {"years", "year", "y"}},
    {2'630'016, 1, "M", {"months", "month", "M"}},
    {604'800, 1, "w", {"weeks", "week", "w"}},
    {86'400, 1, "d", {"days", "day", "d"}},
    {3'600, 1, "h", {"hours", "hour", "hr", "h"}},
    {60, 1, "m", {"minutes", "minute", "min", "m"}},
    {1, 1, "s", {"seconds", "second", "sec", "s", ""}},
    {0, 1'000, "", {"msec", "ms"}},
    {0, 1'000'000, "", {"usec", "us", "\u00b5s"}},
    {0, nanosecondsPerSecond, "", {"nsec", "ns"}},
}};
constexpr std::size_t wholeUnits = 7;

using Amounts = std::array<std::uint64_t, units.size()>;

/// The unit with the longest name that @p text begins with, and the length of that name: at worst seconds without a name.
std::pair<std::size_t, std::size_t> unitAt(std::string_view text)
{
    std::pair<std::size_t, std::size_t> best{wholeUnits - 1, 0};
    for (std::size_t i = 0; i < units.size(); ++i) {
        for (const std::string_view name : units[i].names) {
            if (text.starts_with(name) && name.size() > best.second)
                best = {i, name.size()};
        }
    }
    return best;
}

/// Nothing where the sum is too large.
std::optional<TimeSpan> sumOf(const Amounts &amounts)
{
    TimeSpan span;
    std::uint64_t nanoseconds = 0;
    bool isTooLarge = false;
    const auto add = [&](std::uint64_t amount, std::uint64_t factor) {
        std::uint64_t product = 0;
        isTooLarge |= __builtin_mul_overflow(amount, factor, &product) || __builtin_add_overflow(span.seconds, product, &span.seconds);
    };
    for (std::size_t i = 0; i < units.size(); ++i) {
        const Unit &unit = units[i];
        add(amounts[i] / unit.perSecond, std::max<std::uint64_t>(unit.seconds, 1));
        nanoseconds += amounts[i] % unit.perSecond * (nanosecondsPerSecond / unit.perSecond);
    }
    add(nanoseconds / nanosecondsPerSecond, 1);
    span.nanoseconds = static_cast<std::uint32_t>(nanoseconds % nanosecondsPerSecond);
    return isTooLarge ? std::nullopt : std::optional(span);
}

} // namespace

Result<TimeSpan> TimeSpan::fromString(std::string_view text)
{
    std::string_view rest = trimmedStart(text);
    const auto refused = [&](std::string_view expected) {
        return fail(Error::Kind::InvalidInput, MessageId::TimeSpanMalformed, text, text.substr(0, text.size() - rest.size()), expected);
    };
    Amounts amounts{};
    do {
        std::uint64_t number = 0;
        const auto [end, problem] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        if (problem != std::errc())
            return refused("a whole number of 64 bits, not below zero");
        rest = trimmedStart(rest.substr(static_cast<std::size_t>(end - rest.data())));
        const auto [unit, length] = unitAt(rest);
        amounts.at(unit) += number; // PBS lets this wrap around
        rest = trimmedStart(rest.substr(length));
    } while (!rest.empty());
    const auto span = sumOf(amounts);
    if (!span)
        return refused("a shorter time");
    return *span;
}

std::string TimeSpan::toString() const
{
    std::string text;
    const auto add = [&text](const std::string &part) { text += (text.empty() ? "" : " ") + part; };
    std::uint64_t rest = seconds;
    for (std::size_t i = 0; i + 1 < wholeUnits; ++i) {
        if (rest >= units.at(i).seconds)
            add(std::format("{}{}", rest / units.at(i).seconds, units.at(i).symbol));
        rest %= units.at(i).seconds;
    }
    const double fraction = static_cast<double>(rest) + static_cast<double>(nanoseconds) / nanosecondsPerSecond;
    if (fraction >= 0.1)
        add(std::format("{}s", std::round(fraction * 10) / 10));
    else if (nanoseconds > 0 && text.empty())
        add("<0.1s");
    return text.empty() ? "0s" : text;
}

} // namespace espalier
