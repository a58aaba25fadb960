// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/calendarevent.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace espalier {

namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::seconds;

constexpr std::int64_t secondsPerDay = 86'400;
constexpr int maxSteps = 1001; ///< After so many the search ends, as PBS's does.

/// Where "*/N" begins in a field, and the greatest number that can be written in it.
struct FieldLimits
{
    std::uint32_t first;
    std::uint32_t most;
};
constexpr std::array<FieldLimits, 6> limits = {{{0, 2199}, {1, 12}, {1, 31}, {0, 23}, {0, 59}, {0, 59}}};

struct Keyword
{
    std::string_view name;
    std::string_view event;
};
constexpr std::array<Keyword, 10> keywords = {{
    {"minutely", "*:*:00"},
    {"hourly", "*:00:00"},
    {"daily", "00:00:00"},
    {"weekly", "mon 00:00:00"},
    {"monthly", "*-*-01 00:00:00"},
    {"quarterly", "*-01,04,07,10-01 00:00:00"},
    {"semiannually", "*-01,07-01 00:00:00"},
    {"semi-annually", "*-01,07-01 00:00:00"},
    {"yearly", "*-01-01 00:00:00"},
    {"annually", "*-01-01 00:00:00"},
}};

std::string_view withoutTrailingBlanks(std::string_view text)
{
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// Monday is 0.
int weekdayOf(local_days day)
{
    return static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1;
}

} // namespace

/// Reads a text by the grammar of calendar-events §1, one function for each rule. A function that fails leaves the scanner
/// where it was.
class CalendarEvent::Parser
{
public:
    Parser(std::string_view text, CalendarEvent &event) : m_scanner(text), m_event(event) {}

    const CalendarScanner &scanner() const { return m_scanner; }

    bool readSpec()
    {
        bool isAnything = false;
        if (const auto weekdays = m_scanner.weekdays()) {
            m_event.m_weekdays = *weekdays;
            m_scanner.skipBlanks();
            isAnything = true;
        }
        if (readDate()) {
            m_scanner.skipBlanks();
            isAnything = true;
        }
        if (readTime())
            isAnything = true;
        else
            m_event.m_values[Hour] = m_event.m_values[Minute] = m_event.m_values[Second] = only(0);
        if (isAnything && !m_scanner.atEnd())
            m_scanner.expect("the end of the text");
        if (!isAnything && m_scanner.understood().empty() && !startsLikeTime())
            m_scanner.expect("a day of the week, a date or a time");
        return isAnything && m_scanner.atEnd();
    }

private:
    static Values only(std::int64_t value) { return {{.first = value, .last = value}}; }

    bool startsLikeTime()
    {
        const std::size_t start = m_scanner.position();
        const bool hasNumber = m_scanner.number(0, std::numeric_limits<std::uint32_t>::max()).has_value() || m_scanner.accept("*");
        m_scanner.goTo(start);
        return hasNumber;
    }

    bool readDate()
    {
        const std::size_t start = m_scanner.position();
        for (const Field first : {Year, Month}) {
            auto values = readLists(first, Day, "-");
            if (values) {
                std::ranges::move(*values, m_event.m_values.begin() + first);
                return true;
            }
            m_scanner.goTo(start);
        }
        return false;
    }

    bool readTime()
    {
        const std::size_t start = m_scanner.position();
        const auto hours = readList(Hour);
        const bool hasHours = hours && m_scanner.accept(":");
        if (!hasHours)
            m_scanner.goTo(start);
        const auto minutes = readList(Minute);
        if (!minutes) {
            m_scanner.goTo(start);
            return false;
        }
        m_event.m_values[Hour] = hasHours ? *hours : Values();
        m_event.m_values[Minute] = *minutes;
        m_event.m_values[Second] = only(0);
        const std::size_t end = m_scanner.position();
        const auto seconds = m_scanner.accept(":") ? readList(Second) : std::nullopt;
        if (seconds)
            m_event.m_values[Second] = *seconds;
        else
            m_scanner.goTo(end);
        if (seconds && !hasHours)
            m_event.m_remarks.push_back(Remark::HoursReadAsMinutes);
        return true;
    }

    /// The lists of the fields from @p first to @p last.
    std::optional<std::vector<Values>> readLists(std::size_t first, std::size_t last, std::string_view separator)
    {
        std::vector<Values> all;
        for (std::size_t field = first; field <= last; ++field) {
            auto values = field == first || m_scanner.accept(separator) ? readList(field) : std::nullopt;
            if (!values)
                return std::nullopt;
            all.push_back(*std::move(values));
        }
        return all;
    }

    std::optional<Values> readList(std::size_t field)
    {
        if (m_scanner.accept("*"))
            return readStar(field);
        Values values;
        std::size_t end = 0;
        do {
            const auto item = readItem(field);
            if (!item)
                break;
            values.push_back(*item);
            end = m_scanner.position();
        } while (m_scanner.accept(","));
        if (values.empty())
            return std::nullopt;
        m_scanner.goTo(end);
        return values;
    }

    std::optional<Values> readStar(std::size_t field)
    {
        if (!m_scanner.accept("/"))
            return Values();
        const auto step = m_scanner.number(1, limits[field].most);
        if (!step)
            return std::nullopt;
        return Values{{.first = limits[field].first, .last = std::numeric_limits<std::int64_t>::max(), .step = *step}};
    }

    std::optional<Progression> readItem(std::size_t field)
    {
        const auto first = m_scanner.number(0, limits[field].most);
        if (!first)
            return std::nullopt;
        Progression item{.first = *first, .last = *first};
        const bool isRange = m_scanner.accept("..");
        if (isRange) {
            const auto last = m_scanner.number(*first, limits[field].most);
            if (!last)
                return std::nullopt;
            item.last = *last;
        }
        if (!m_scanner.accept("/"))
            return item;
        const auto step = m_scanner.number(0, limits[field].most);
        if (!step)
            return std::nullopt;
        if (*step == 0)
            return Progression{.first = *first, .last = *first};
        item.step = *step;
        if (!isRange)
            item.last = std::numeric_limits<std::int64_t>::max();
        return item;
    }

    CalendarScanner m_scanner;
    CalendarEvent &m_event;
};

bool CalendarEvent::Progression::contains(std::int64_t value) const
{
    return value >= first && value <= last && (value - first) % step == 0;
}

std::optional<std::int64_t> CalendarEvent::Progression::after(std::int64_t value) const
{
    const std::int64_t next = value < first ? first : first + ((value - first) / step + 1) * step;
    return next <= last ? std::optional(next) : std::nullopt;
}

Result<CalendarEvent> CalendarEvent::fromString(std::string_view text)
{
    CalendarEvent event;
    event.m_text = text;
    std::string_view body = text;
    if (body.ends_with("UTC")) {
        event.m_isUtc = true;
        body = withoutTrailingBlanks(body.substr(0, body.size() - 3));
    }
    if (const auto keyword = std::ranges::find(keywords, body, &Keyword::name); keyword != keywords.end())
        body = keyword->event;
    Parser parser(body, event);
    if (!parser.readSpec()) {
        const CalendarScanner &scanner = parser.scanner();
        return fail(Error::Kind::InvalidInput, MessageId::CalendarEventMalformed, text, scanner.understood(), scanner.expected());
    }
    if (event.goesPastTheEnd())
        event.m_remarks.push_back(Remark::StepsPastTheEnd);
    return event;
}

/// Whether the step from the last value in a unit of @p size goes past the first value of the next one.
bool CalendarEvent::Progression::goesPast(std::int64_t size, std::int64_t base) const
{
    const std::int64_t start = first - base;
    if (last != std::numeric_limits<std::int64_t>::max() || start < 0 || start >= size)
        return false;
    return start + ((size - 1 - start) / step + 1) * step - size > start;
}

bool CalendarEvent::goesPastTheEnd() const
{
    for (std::size_t field = Month; field <= Second; ++field) {
        const std::int64_t base = limits.at(field).first;
        const std::int64_t most = limits.at(field).most - base + 1;
        const std::int64_t least = field == Day ? 28 : most; // months differ in length
        for (const Progression &item : m_values.at(field)) {
            for (std::int64_t size = least; size <= most; ++size) {
                if (item.goesPast(size, base))
                    return true;
            }
        }
    }
    return false;
}

CalendarEvent::Clock CalendarEvent::clockAt(std::int64_t local)
{
    const auto day = std::chrono::floor<days>(local_seconds(seconds(local)));
    const std::chrono::year_month_day date(day);
    const std::int64_t inDay = local - day.time_since_epoch().count() * secondsPerDay;
    return {static_cast<int>(date.year()),
            static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()),
            inDay / 3600,
            inDay / 60 % 60,
            inDay % 60};
}

/// What is too much in a field rolls over into the next greater one.
std::int64_t CalendarEvent::localOf(const Clock &clock)
{
    const std::int64_t months = clock[Month] - 1;
    const auto year = std::chrono::year(static_cast<int>(clock[Year] + months / 12));
    const auto month = std::chrono::month(static_cast<unsigned>(months % 12) + 1);
    const local_days first(year / month / 1);
    return (first.time_since_epoch().count() + clock[Day] - 1) * secondsPerDay + clock[Hour] * 3600 + clock[Minute] * 60 + clock[Second];
}

/// Moves @p clock to the next time where @p field has one of its values; false where there is none.
bool CalendarEvent::moveOn(Clock &clock, std::size_t field) const
{
    std::optional<std::int64_t> next;
    for (const Progression &item : m_values[field]) {
        if (const auto value = item.after(clock[field]); value && (!next || *value < *next))
            next = value;
    }
    if (!next && field == Year)
        return false;
    if (next)
        clock[field] = *next;
    else
        ++clock[field - 1]; // the beginning of the next greater unit
    static constexpr Clock beginning = {0, 1, 1, 0, 0, 0};
    const std::size_t kept = next ? field + 1 : field;
    std::copy(beginning.begin() + static_cast<std::ptrdiff_t>(kept), beginning.end(), clock.begin() + static_cast<std::ptrdiff_t>(kept));
    return true;
}

/// Moves @p clock to a later listed day of the same week, or to the next Monday; false where its day is listed.
bool CalendarEvent::moveToWeekday(Clock &clock) const
{
    const int today = weekdayOf(std::chrono::floor<days>(local_seconds(seconds(localOf(clock)))));
    if (m_weekdays == 0 || (m_weekdays >> today & 1) != 0)
        return false;
    int day = today + 1;
    while (day < 7 && (m_weekdays >> day & 1) == 0)
        ++day;
    clock[Day] += day - today;
    clock[Hour] = clock[Minute] = clock[Second] = 0;
    return true;
}

std::optional<std::int64_t> CalendarEvent::next(std::int64_t last, const TimeZone &zone) const
{
    static const TimeZone utc;
    const TimeZone &used = m_isUtc ? utc : zone;
    Clock clock = clockAt(last + 1 + used.at(last + 1).offset);
    const auto matches = [&](std::size_t field) {
        return m_values[field].empty()
            || std::ranges::any_of(m_values[field], [&](const Progression &item) { return item.contains(clock[field]); });
    };
    const auto step = [&]() -> std::optional<bool> { // whether it moved; nothing where there is nowhere to move
        for (std::size_t field = Year; field <= Second; ++field) {
            if (!matches(field))
                return moveOn(clock, field) ? std::optional(true) : std::nullopt;
            if (field == Day && moveToWeekday(clock))
                return true;
        }
        return false;
    };
    for (int steps = 0; steps < maxSteps; ++steps) {
        const auto moved = step();
        if (!moved)
            return std::nullopt;
        const auto [first, second] = used.momentsOf(localOf(clock));
        if (!*moved)
            return first > last ? first : second;
        clock = clockAt(first + used.at(first).offset); // elsewhere, where clocks skip that time
    }
    return std::nullopt;
}

} // namespace espalier
