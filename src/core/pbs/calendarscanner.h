// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace espalier {

/// Days of the week: Monday is 1, Tuesday 2, …, Sunday 64.
using WeekdaySet = unsigned char;

/// A place in a text that moves on behind what was understood, for the readers of calendar events, daily durations and time
/// spans. It remembers the farthest place where something could not be read, for messages.
class CalendarScanner
{
public:
    explicit CalendarScanner(std::string_view text) : m_text(text) {}

    bool atEnd() const { return m_at == m_text.size(); }
    std::size_t position() const { return m_at; }
    void goTo(std::size_t position) { m_at = position; }

    bool accept(std::string_view token); ///< Moves on where @p token comes next.
    void skipBlanks();                   ///< Blanks and tabs.

    /// Decimal digits with a value from @p least to @p most; leading zeros are fine. Does not move on where there is none.
    std::optional<std::uint32_t> number(std::uint32_t least, std::uint32_t most);

    /// "mon,wed..fri", in any case of letters and also with the days' whole names; a range may go across the end of the week.
    /// Does not move on where there is none.
    std::optional<WeekdaySet> weekdays();

    void expect(std::string what); ///< Remembers that @p what should come next.

    std::string_view understood() const { return m_text.substr(0, m_farthest); } ///< What stands before the farthest problem.
    const std::string &expected() const { return m_expected; }                   ///< What should stand there.

private:
    std::optional<int> weekday();
    std::optional<WeekdaySet> weekdayRange();

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_farthest = 0;
    std::string m_expected;
};

} // namespace espalier
