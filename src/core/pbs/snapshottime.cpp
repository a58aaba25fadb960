// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/snapshottime.h"

namespace espalier {

namespace {

constexpr std::string_view form = "dddd-dd-ddTdd:dd:ddZ";
constexpr std::int64_t firstEpoch = -62'167'219'200; // 0000-01-01T00:00:00Z
constexpr std::int64_t lastEpoch = 253'402'300'799;  // 9999-12-31T23:59:59Z
constexpr std::int64_t secondsPerDay = 86'400;

struct Fields
{
    int year, month, day, hour, minute, second;
};

bool isLeapYear(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(int year, int month)
{
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[month - 1];
}

constexpr std::int64_t floorDiv(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

/// Days from 1970-01-01 to the first of a month of the proleptic Gregorian calendar; @p month is 1..12.
/// Years begin in March here, so that the leap day is a year's last.
std::int64_t daysToMonth(std::int64_t year, int month)
{
    const std::int64_t marchYear = month > 2 ? year : year - 1;
    const int monthsSinceMarch = month > 2 ? month - 3 : month + 9;
    const std::int64_t leapDays = floorDiv(marchYear, 4) - floorDiv(marchYear, 100) + floorDiv(marchYear, 400);
    return marchYear * 365 + leapDays + (153 * monthsSinceMarch + 2) / 5 - 719'468;
}

/// The moment that PBS takes the fields for: what is too much or too little rolls over.
std::int64_t epochOf(const Fields &f)
{
    const std::int64_t days = (f.month == 0 ? daysToMonth(f.year - 1, 12) : daysToMonth(f.year, f.month)) + f.day - 1;
    return days * secondsPerDay + std::int64_t{f.hour} * 3600 + std::int64_t{f.minute} * 60 + f.second;
}

std::uint64_t pack(const Fields &f)
{
    auto packed = static_cast<std::uint64_t>(f.year);
    packed = packed << 4 | static_cast<std::uint64_t>(f.month);
    packed = packed << 5 | static_cast<std::uint64_t>(f.day);
    packed = packed << 5 | static_cast<std::uint64_t>(f.hour);
    packed = packed << 6 | static_cast<std::uint64_t>(f.minute);
    return packed << 6 | static_cast<std::uint64_t>(f.second);
}

Fields unpack(std::uint64_t packed)
{
    const auto take = [&packed](int bits) {
        const auto value = static_cast<int>(packed & ((std::uint64_t{1} << bits) - 1));
        packed >>= bits;
        return value;
    };
    Fields f{};
    f.second = take(6);
    f.minute = take(6);
    f.hour = take(5);
    f.day = take(5);
    f.month = take(4);
    f.year = take(14);
    return f;
}

bool isCanonical(const Fields &f)
{
    return f.month > 0 && f.day > 0 && f.second < 60 && (f.day <= 28 || f.day <= daysInMonth(f.year, f.month));
}

bool isWithinLimits(const Fields &f)
{
    return f.month <= 12 && f.day <= 31 && f.hour <= 23 && f.minute <= 59 && f.second <= 60;
}

} // namespace

bool SnapshotTime::hasForm(std::string_view text)
{
    if (text.size() != form.size())
        return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool fits = form[i] == 'd' ? text[i] >= '0' && text[i] <= '9' : text[i] == form[i];
        if (!fits)
            return false;
    }
    return true;
}

Result<SnapshotTime> SnapshotTime::fromString(std::string_view text)
{
    if (!hasForm(text))
        return fail(Error::Kind::InvalidInput, MessageId::SnapshotTimeMalformed, text);
    const auto two = [text](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    const Fields fields{two(0) * 100 + two(2), two(5), two(8), two(11), two(14), two(17)};
    if (!isWithinLimits(fields))
        return fail(Error::Kind::InvalidInput, MessageId::SnapshotTimeImpossible, text);
    const std::int64_t epoch = epochOf(fields);
    // PBS takes the second before 1970 for the error value of its C library.
    if (epoch == -1 || epoch < firstEpoch || epoch > lastEpoch)
        return fail(Error::Kind::InvalidInput, MessageId::SnapshotTimeImpossible, text);
    return SnapshotTime(pack(fields));
}

Result<SnapshotTime> SnapshotTime::fromEpoch(std::int64_t epoch)
{
    if (epoch < firstEpoch || epoch > lastEpoch)
        return fail(Error::Kind::InvalidInput, MessageId::SnapshotTimeImpossible, std::to_string(epoch));
    const std::int64_t days = floorDiv(epoch, secondsPerDay);
    const auto inDay = static_cast<int>(epoch - days * secondsPerDay);
    int year = static_cast<int>(1970 + floorDiv(days * 400, 146'097)); // within a year of the right one
    while (daysToMonth(year, 1) > days)
        --year;
    while (daysToMonth(year + 1, 1) <= days)
        ++year;
    int month = 12;
    while (daysToMonth(year, month) > days)
        --month;
    const auto day = static_cast<int>(days - daysToMonth(year, month)) + 1;
    return SnapshotTime(pack({year, month, day, inDay / 3600, inDay / 60 % 60, inDay % 60}));
}

std::string SnapshotTime::toString() const
{
    const Fields f = unpack(m_packed);
    std::string text(form); // std::format() was a sixth of the time of a long run of moves
    const auto put = [&text](std::size_t at, int value) {
        text[at] = static_cast<char>('0' + value / 10);
        text[at + 1] = static_cast<char>('0' + value % 10);
    };
    put(0, f.year / 100);
    put(2, f.year % 100);
    put(5, f.month);
    put(8, f.day);
    put(11, f.hour);
    put(14, f.minute);
    put(17, f.second);
    return text;
}

std::int64_t SnapshotTime::epoch() const
{
    return epochOf(unpack(m_packed));
}

bool SnapshotTime::isCanonical() const
{
    return espalier::isCanonical(unpack(m_packed));
}

bool SnapshotTime::isSameMoment(const SnapshotTime &other) const
{
    return m_packed == other.m_packed || (!(isCanonical() && other.isCanonical()) && epoch() == other.epoch());
}

std::strong_ordering operator<=>(const SnapshotTime &left, const SnapshotTime &right)
{
    if (left.m_packed == right.m_packed || (left.isCanonical() && right.isCanonical()))
        return left.m_packed <=> right.m_packed;
    if (const auto order = left.epoch() <=> right.epoch(); order != 0)
        return order;
    return left.m_packed <=> right.m_packed;
}

} // namespace espalier
