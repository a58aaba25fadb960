// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/schedulewords.h"

#include <QLocale>
#include <QTest>

using namespace espalier;

class TestScheduleWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void sentence_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<QString>("sentence");

        const auto row = [](const char *event, const char *sentence) {
            QTest::newRow(event) << QString::fromLatin1(event) << QString::fromLatin1(sentence);
        };
        row("daily", "Every day at 00:00.");
        row("21:00", "Every day at 21:00.");
        row("12:00:30", "Every day at 12:00:30.");
        row("hourly", "Every hour, next at 13:00.");
        row("minutely", "Every minute.");
        row("weekly", "Every Monday at 00:00.");
        row("sat 18:15", "Every Saturday at 18:15.");
        row("mon..fri 02:30", "On Monday, Tuesday, Wednesday, Thursday, Friday at 02:30.");
        row("*:0/15", "Every 15 minute(s), next at 12:15.");
        row("mon,thu 8:00", "On Monday, Thursday at 08:00.");
        row("monthly", "At intervals from 28 day(s) to 31 day(s).");
        row("mon,thu 8,20:00", "At intervals from 12 hour(s) to 84 hour(s).");
        row("sat *-*-1..7 02:00", "At intervals from 28 day(s) to 35 day(s).");
        row("2026-12-24 18:00", "It comes due once more.");
        row("2020-01-01", "It never comes due.");
    }
    void sentence()
    {
        constexpr std::int64_t monday = 1'767'614'400; // 2026-01-05T12:00:00Z
        constexpr int known = 10;
        QFETCH(QString, event);
        const auto read = CalendarEvent::fromString(event.toStdString());
        QVERIFY(read.has_value());
        QTEST(text::scheduleSentence(text::nextRuns(*read, monday, TimeZone(), known)), "sentence");
    }
};

QTEST_GUILESS_MAIN(TestScheduleWords)
#include "tst_schedulewords.moc"
