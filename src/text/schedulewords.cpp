// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/schedulewords.h"

#include "text/localtime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <vector>

namespace espalier::text {

namespace {

/// Only the context of the translations.
class ScheduleWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::text::ScheduleWords)

public:
    static QString interval(qint64 seconds);
    static QString regular(const QDateTime &first, qint64 seconds);
    static QString weekdays(const std::vector<QDateTime> &runs);
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QString timeOfDay(const QDateTime &moment)
{
    return moment.time().toString(moment.time().second() == 0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
}

/// In the largest unit that fits.
QString ScheduleWords::interval(qint64 seconds)
{
    if (seconds % day == 0)
        return tr("%n day(s)", nullptr, int(seconds / day));
    if (seconds % hour == 0)
        return tr("%n hour(s)", nullptr, int(seconds / hour));
    if (seconds % minute == 0)
        return tr("%n minute(s)", nullptr, int(seconds / minute));
    return tr("%n second(s)", nullptr, int(seconds));
}

QString ScheduleWords::regular(const QDateTime &first, qint64 seconds)
{
    constexpr int week = 7;
    if (seconds == minute)
        return tr("Every minute.");
    if (seconds == hour)
        return tr("Every hour, next at %1.").arg(timeOfDay(first));
    if (seconds == day)
        return tr("Every day at %1.").arg(timeOfDay(first));
    if (seconds == week * day)
        return tr("Every %1 at %2.", "weekday, time").arg(QLocale().dayName(first.date().dayOfWeek()), timeOfDay(first));
    return tr("Every %1, next at %2.", "3 hours, time").arg(interval(seconds), timeOfDay(first));
}

/// Where they fall on some weekdays at one time, and leave none of those out; else empty.
QString ScheduleWords::weekdays(const std::vector<QDateTime> &runs)
{
    constexpr int days = 7;
    std::vector<bool> occurs(days + 1);
    for (const QDateTime &run : runs) {
        if (run.time() != runs.front().time())
            return {};
        occurs[std::size_t(run.date().dayOfWeek())] = true;
    }
    const auto isDue = [&](const QDate &date) { return std::ranges::contains(runs, date, &QDateTime::date); };
    for (QDate date = runs.front().date(); date < runs.back().date(); date = date.addDays(1)) {
        if (occurs[std::size_t(date.dayOfWeek())] != isDue(date))
            return {};
    }
    QStringList names;
    for (int weekday = 1; weekday <= days; ++weekday) {
        if (occurs[std::size_t(weekday)])
            names << QLocale().dayName(weekday);
    }
    return tr("On %1 at %2.", "weekdays, time").arg(names.join(QStringLiteral(", ")), timeOfDay(runs.front()));
}

} // namespace

QString scheduleRemark(CalendarEvent::Remark remark)
{
    switch (remark) {
    case CalendarEvent::Remark::HoursReadAsMinutes:
        return ScheduleWords::tr("There is no such hour: PBS reads this as minute and second of every hour.");
    case CalendarEvent::Remark::StepsPastTheEnd: break;
    }
    return ScheduleWords::tr(
        "The steps do not fit into the day, hour, month or year: PBS goes on beyond its end and may leave out the beginning of\n"
        "the next one. With an end, such as 0..23/5 instead of 0/5, it begins anew.");
}

QStringList nextRuns(const CalendarEvent &event, std::int64_t from, const TimeZone &zone, int count)
{
    const TimeZone counted = event.isUtc() ? TimeZone() : zone;
    QStringList runs;
    for (auto due = event.next(from, counted); due && runs.size() < count; due = event.next(*due, counted))
        runs << localTime(*due, counted);
    return runs;
}

QString scheduleSentence(const QStringList &runs)
{
    if (runs.isEmpty())
        return ScheduleWords::tr("It never comes due.");
    std::vector<QDateTime> moments;
    for (const QString &run : runs)
        moments.emplace_back(QDate::fromString(run.first(10), Qt::ISODate), QTime::fromString(run.mid(11), Qt::ISODate), QTimeZone::UTC);
    std::vector<qint64> gaps;
    for (std::size_t i = 1; i < moments.size(); ++i)
        gaps.push_back(moments[i - 1].secsTo(moments[i]));
    if (gaps.empty())
        return ScheduleWords::tr("It comes due once more.");
    const auto [least, most] = std::ranges::minmax(gaps);
    if (least == most)
        return ScheduleWords::regular(moments.front(), least);
    if (const QString weekdays = ScheduleWords::weekdays(moments); !weekdays.isEmpty())
        return weekdays;
    return ScheduleWords::tr("At intervals from %1 to %2.").arg(ScheduleWords::interval(least), ScheduleWords::interval(most));
}

} // namespace espalier::text
