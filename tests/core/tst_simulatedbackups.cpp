// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/moment.h"
#include "core/pbs/simulatedbackups.h"

#include <QTest>

using namespace espalier;

class TestSimulatedBackups : public QObject
{
    Q_OBJECT

private slots:
    void rhythmsAndTimesTogether()
    {
        const TimeZone zone;
        SimulatedBackups backups;
        const std::int64_t from = momentFromString("2026-03-01", zone).value();
        const std::int64_t until = momentFromString("2026-03-03", zone).value();
        QCOMPARE(backups.addRhythm(CalendarEvent::fromString("daily").value(), from, until, zone), SimulatedBackups::Outcome::Added);
        QCOMPARE(backups.add(momentFromString("2026-03-02 12:00", zone).value()), SimulatedBackups::Outcome::Added);
        QCOMPARE(backups.add(from), SimulatedBackups::Outcome::Added); // twice
        std::string times;
        for (const PruneCandidate &each : std::move(backups).sorted())
            times += each.time.toString() + " ";
        QCOMPARE(times, std::string("2026-03-01T00:00:00Z 2026-03-02T00:00:00Z 2026-03-02T12:00:00Z 2026-03-03T00:00:00Z "));
    }

    void tooMany()
    {
        SimulatedBackups backups;
        QCOMPARE(backups.addRhythm(CalendarEvent::fromString("*:*:*").value(), 0, 2'000'000, TimeZone()),
                 SimulatedBackups::Outcome::TooMany);
        QCOMPARE(backups.last(), 999'999);
    }

    void stopped()
    {
        std::stop_source stop;
        stop.request_stop();
        SimulatedBackups backups(stop.get_token());
        QCOMPARE(backups.add(0), SimulatedBackups::Outcome::Stopped);
    }

    void moments_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc"); // empty: none

        QTest::newRow("UTC") << QStringLiteral("2026-11-01T02:00:00Z") << QStringLiteral("2026-11-01T02:00:00Z");
        QTest::newRow("local day") << QStringLiteral("2026-11-01") << QStringLiteral("2026-10-31T23:00:00Z");
        QTest::newRow("local time") << QStringLiteral("2026-07-01 02:30") << QStringLiteral("2026-07-01T00:30:00Z");
        QTest::newRow("the first of two") << QStringLiteral("2026-10-25T02:30:00") << QStringLiteral("2026-10-25T00:30:00Z");
        QTest::newRow("seconds") << QStringLiteral("@1700000000") << QStringLiteral("2023-11-14T22:13:20Z");
        QTest::newRow("no such day") << QStringLiteral("2026-02-30") << QString();
        QTest::newRow("beyond the years") << QStringLiteral("@999999999999") << QString();
        QTest::newRow("before the years") << QStringLiteral("0000-01-01") << QString();
        QTest::newRow("words") << QStringLiteral("yesterday") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void moments()
    {
        QFETCH(QString, text);
        const auto moment = momentFromString(text.toStdString(), TimeZone::named("Europe/Vienna").value());
        QTEST(moment ? QString::fromStdString(SnapshotTime::fromEpoch(*moment)->toString()) : QString(), "utc");
    }
};

QTEST_APPLESS_MAIN(TestSimulatedBackups)
#include "tst_simulatedbackups.moc"
