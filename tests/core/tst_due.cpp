// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/due.h"
#include "core/pbs/snapshottime.h"

#include <QTest>

using namespace espalier;

namespace {

std::int64_t at(const QByteArray &text)
{
    return SnapshotTime::fromString(text.toStdString()).value().epoch();
}

} // namespace

/// When a job is due: PBS's rule, and what becomes of it where clocks are not as they were.
class TestDue : public QObject
{
    Q_OBJECT

private slots:
    void due_data();
    void due();
};

void TestDue::due_data()
{
    QTest::addColumn<QByteArray>("schedule");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("next"); // empty: never
    QTest::addColumn<bool>("isDue");
    QTest::addColumn<bool>("isMissed");

    const auto row = [](const char *name, const char *schedule, const char *zone, const char *base, const char *now, const char *next,
                        bool isDue, bool isMissed) {
        QTest::newRow(name) << QByteArray(schedule) << QByteArray(zone) << QByteArray(base) << QByteArray(now) << QByteArray(next) << isDue
                            << isMissed;
    };
    row("later", "daily", "UTC", "2026-03-01T00:00:07Z", "2026-03-01T12:00:00Z", "2026-03-02T00:00:00Z", false, false);
    row("now", "daily", "UTC", "2026-03-01T00:00:07Z", "2026-03-02T00:00:00Z", "2026-03-02T00:00:00Z", true, false);
    row("a second before", "daily", "UTC", "2026-03-01T00:00:07Z", "2026-03-01T23:59:59Z", "2026-03-02T00:00:00Z", false, false);
    row("a quarter of an hour ago", "daily", "UTC", "2026-03-01T00:00:07Z", "2026-03-02T00:15:00Z", "2026-03-02T00:00:00Z", true, false);
    row("missed", "daily", "UTC", "2026-03-01T00:00:07Z", "2026-03-02T00:15:01Z", "2026-03-02T00:00:00Z", true, true);
    row("missed for weeks, done once", "daily", "UTC", "2026-03-01T00:00:07Z", "2026-04-01T12:00:00Z", "2026-03-02T00:00:00Z", true, true);
    row("in the server's zone", "daily", "Europe/Vienna", "2026-03-01T12:00:00Z", "2026-03-01T23:00:00Z", "2026-03-01T23:00:00Z", true,
        false);
    row("in UTC wherever it is", "daily UTC", "Europe/Vienna", "2026-03-01T12:00:00Z", "2026-03-01T23:00:00Z", "2026-03-02T00:00:00Z",
        false, false);
    row("an hour that clocks leave out", "2:30", "Europe/Vienna", "2024-03-30T12:00:00Z", "2024-03-31T12:00:00Z", "2024-04-01T00:30:00Z",
        false, false);
    row("an hour that they show twice", "2:30", "Europe/Vienna", "2024-10-26T12:00:00Z", "2024-10-27T00:30:00Z", "2024-10-27T00:30:00Z",
        true, false);
    row("not once more in it", "2:30", "Europe/Vienna", "2024-10-27T00:30:05Z", "2024-10-27T01:45:00Z", "2024-10-28T01:30:00Z", false,
        false);
    row("long runs: from their beginning", "hourly", "UTC", "2026-03-01T00:00:07Z", "2026-03-01T01:30:00Z", "2026-03-01T01:00:00Z", true,
        true);
    row("the clock was set back", "hourly", "UTC", "2031-01-01T00:00:00Z", "2026-03-01T00:30:00Z", "2026-03-01T01:00:00Z", false, false);
    row("and has gone on", "hourly", "UTC", "2026-03-01T00:30:00Z", "2026-03-01T01:00:00Z", "2026-03-01T01:00:00Z", true, false);
    row("never", "02-30", "UTC", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", "", false, false);
    row("never again", "2020-07-31", "UTC", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", "", false, false);
}

void TestDue::due()
{
    QFETCH(QByteArray, schedule);
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, now);
    QFETCH(QByteArray, next);
    QFETCH(bool, isDue);
    QFETCH(bool, isMissed);
    const auto event = CalendarEvent::fromString(schedule.toStdString()).value();
    const DueTime found = dueTime(event, TimeZone::named(zone.toStdString()).value(), at(base), at(now));
    QCOMPARE(found.next, next.isEmpty() ? std::nullopt : std::optional(at(next)));
    QCOMPARE(found.isDue, isDue);
    QCOMPARE(found.isMissed(at(now)), isMissed);
}

QTEST_GUILESS_MAIN(TestDue)

#include "tst_due.moc"
