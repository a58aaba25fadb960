// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/schedulewords.h"

#include "text/localtime.h"

#include <QCoreApplication>

namespace espalier::text {

namespace {

/// Only the context of the translations.
class ScheduleWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::text::ScheduleWords)
};

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

} // namespace espalier::text
