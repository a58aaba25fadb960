// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/calendarscanner.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>

namespace espalier {

namespace {

constexpr int daysInWeek = 7;

/// Longer names first, so that each text is read as far as possible.
constexpr std::array<std::pair<std::string_view, int>, 14> weekdayNames = {{{"monday", 0},
                                                                            {"mon", 0},
                                                                            {"tuesday", 1},
                                                                            {"tue", 1},
                                                                            {"wednesday", 2},
                                                                            {"wed", 2},
                                                                            {"thursday", 3},
                                                                            {"thu", 3},
                                                                            {"friday", 4},
                                                                            {"fri", 4},
                                                                            {"saturday", 5},
                                                                            {"sat", 5},
                                                                            {"sunday", 6},
                                                                            {"sun", 6}}};

constexpr char toLower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

bool CalendarScanner::accept(std::string_view token)
{
    if (!m_text.substr(m_at).starts_with(token))
        return false;
    m_at += token.size();
    return true;
}

void CalendarScanner::skipBlanks()
{
    m_at = std::min(m_text.find_first_not_of(" \t", m_at), m_text.size());
}

std::optional<std::uint32_t> CalendarScanner::number(std::uint32_t least, std::uint32_t most)
{
    const auto *const begin = m_text.data() + m_at;
    const auto *const end = std::find_if_not(begin, m_text.data() + m_text.size(), isDigit);
    std::uint32_t value = 0;
    if (std::from_chars(begin, end, value).ec != std::errc() || value < least || value > most) {
        expect(std::format("{}…{}", least, most));
        return std::nullopt;
    }
    m_at += static_cast<std::size_t>(end - begin);
    return value;
}

std::optional<int> CalendarScanner::weekday()
{
    const std::string_view rest = m_text.substr(m_at);
    for (const auto &[name, day] : weekdayNames) {
        if (std::ranges::equal(rest.substr(0, name.size()), name, {}, toLower)) {
            m_at += name.size();
            return day;
        }
    }
    expect("a day of the week");
    return std::nullopt;
}

std::optional<WeekdaySet> CalendarScanner::weekdayRange()
{
    const auto first = weekday();
    if (!first)
        return std::nullopt;
    auto last = first;
    if (accept(".."))
        last = weekday();
    if (!last)
        return std::nullopt;
    unsigned days = 0;
    for (int day = *first;; day = (day + 1) % daysInWeek) {
        days |= 1U << day;
        if (day == *last)
            return static_cast<WeekdaySet>(days);
    }
}

std::optional<WeekdaySet> CalendarScanner::weekdays()
{
    const std::size_t start = m_at;
    WeekdaySet days = 0;
    do {
        const auto range = weekdayRange();
        if (!range) {
            m_at = start;
            return std::nullopt;
        }
        days |= *range;
    } while (accept(","));
    return days;
}

void CalendarScanner::expect(std::string what)
{
    if (m_at < m_farthest)
        return;
    m_farthest = m_at;
    m_expected = std::move(what);
}

} // namespace espalier
