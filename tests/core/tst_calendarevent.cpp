// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/calendarevent.h"

#include "core/pbs/dailyduration.h"
#include "core/pbs/snapshottime.h"
#include "core/pbs/timespan.h"
#include "support/fixtures.h"

#include <QTest>

#include <cmath>
#include <map>
#include <string>

using namespace espalier;
using nlohmann::json;

namespace {

const TimeZone &zone(const std::string &name)
{
    static std::map<std::string, TimeZone> zones;
    const auto found = zones.find(name);
    return found != zones.end() ? found->second : zones.emplace(name, TimeZone::named(name).value()).first->second;
}

std::int64_t epoch(const char *text)
{
    return SnapshotTime::fromString(text).value().epoch();
}

std::string minutesText(int minutes)
{
    return QString::asprintf("%02d:%02d", minutes / 60, minutes % 60).toStdString();
}

} // namespace

class TestCalendarEvent : public QObject
{
    Q_OBJECT

private slots:
    void next_data();
    void next();
    void refused_data();
    void refused();
    void remarks_data();
    void remarks();
    void repeatedHour();
    void goesOnForEver();
    void nextFixtures();
    void dailyDurationFixtures();
    void timeSpanFixtures();
};

void TestCalendarEvent::next_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("zoneName");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("next"); // empty: never

    const auto row = [](const char *event, const char *zoneName, const char *from, const char *next) {
        QTest::addRow("%s in %s from %s", event, zoneName, from)
            << QByteArray(event) << QByteArray(zoneName) << QByteArray(from) << QByteArray(next);
    };
    row("daily", "UTC", "2024-06-15T00:00:00Z", "2024-06-16T00:00:00Z");
    row("dailyUTC", "Europe/Vienna", "2024-06-15T00:00:00Z", "2024-06-16T00:00:00Z");
    row("daily", "Europe/Vienna", "2024-06-15T00:00:00Z", "2024-06-15T22:00:00Z");
    row("fri..mon 22:30", "UTC", "2024-06-18T01:00:00Z", "2024-06-21T22:30:00Z");
    row("sat *-1..7 02:00", "UTC", "2024-06-01T02:00:00Z", "2024-07-06T02:00:00Z");
    row("30", "UTC", "2024-06-15T10:30:00Z", "2024-06-15T11:30:00Z");
    row("*-02-29 12:00", "UTC", "2096-02-29T12:00:00Z", "2104-02-29T12:00:00Z");
    row("2020-07-31", "UTC", "2024-06-15T00:00:00Z", "");
    row("02-30", "UTC", "2024-06-15T00:00:00Z", "");
    row("2199-12-31 23:59:59", "UTC", "2024-06-15T10:30:00Z", "2199-12-31T23:59:59Z");
    row("0/5:00", "UTC", "2024-06-15T20:00:00Z", "2024-06-16T05:00:00Z");
    row("0..23/5:00", "UTC", "2024-06-15T20:00:00Z", "2024-06-16T00:00:00Z");
    row("*-1/7", "UTC", "2024-04-29T00:00:00Z", "2024-05-08T00:00:00Z");
    row("25:30", "UTC", "2024-06-15T10:30:00Z", "2024-06-15T11:25:30Z");
    row("1965/5-01-01", "UTC", "2024-06-15T10:30:00Z", "2025-01-01T00:00:00Z");
    row("*-15..25,31 2:30", "Africa/Casablanca", "2020-05-31T01:59:00Z", "");
    row("2:30", "Europe/Vienna", "2024-03-31T00:00:00Z", "2024-04-01T00:30:00Z");
    row("*:0/30", "Europe/Vienna", "2024-03-31T00:59:59Z", "2024-03-31T01:00:00Z");
    row("*:*:0/10", "Europe/Vienna", "2024-10-27T01:10:00Z", "2024-10-27T01:10:10Z");
    row("*:30", "Europe/Vienna", "2024-10-27T00:30:00Z", "2024-10-27T02:30:00Z");
}

void TestCalendarEvent::next()
{
    QFETCH(QByteArray, event);
    QFETCH(QByteArray, zoneName);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, next);
    const auto read = CalendarEvent::fromString(event.toStdString());
    QVERIFY(read);
    const auto found = read->next(epoch(from.constData()), zone(zoneName.toStdString()));
    QCOMPARE(found ? QByteArray::fromStdString(SnapshotTime::fromEpoch(*found).value().toString()) : QByteArray(), next);
}

void TestCalendarEvent::refused_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("understood");
    QTest::addColumn<QByteArray>("expected");

    const QByteArray anything = "a day of the week, a date or a time";
    QTest::newRow("empty") << QByteArray() << QByteArray() << anything;
    QTest::newRow("UTC alone") << QByteArray("UTC") << QByteArray() << anything;
    QTest::newRow("leading blank") << QByteArray(" daily") << QByteArray() << anything;
    QTest::newRow("capital keyword") << QByteArray("Daily") << QByteArray() << anything;
    QTest::newRow("no such day") << QByteArray("moday") << QByteArray() << anything;
    QTest::newRow("range without an end") << QByteArray("mon..") << QByteArray("mon..") << QByteArray("a day of the week");
    QTest::newRow("trailing blank") << QByteArray("12:00 ") << QByteArray("12:00") << QByteArray("the end of the text");
    QTest::newRow("second 70") << QByteArray("10:30:70") << QByteArray("10:30:") << QByteArray("0…59");
    QTest::newRow("minute 60") << QByteArray("60") << QByteArray() << QByteArray("0…59");
    QTest::newRow("hour without minutes") << QByteArray("12:") << QByteArray("12:") << QByteArray("0…59");
    QTest::newRow("day 40") << QByteArray("mon 12-40") << QByteArray("mon 12-") << QByteArray("0…31");
    QTest::newRow("backwards") << QByteArray("15..2:00") << QByteArray("15..") << QByteArray("15…59");
    QTest::newRow("step 0") << QByteArray("*/0:00") << QByteArray("*/") << QByteArray("1…59");
    QTest::newRow("a tab before UTC") << QByteArray("12:00\tUTC") << QByteArray("12:00") << QByteArray("the end of the text");
}

void TestCalendarEvent::refused()
{
    QFETCH(QByteArray, event);
    QFETCH(QByteArray, understood);
    QFETCH(QByteArray, expected);
    const auto read = CalendarEvent::fromString(event.toStdString());
    QVERIFY(!read);
    QCOMPARE(read.error().id, MessageId::CalendarEventMalformed);
    QCOMPARE(QByteArray::fromStdString(read.error().args.at(1)), understood);
    QCOMPARE(QByteArray::fromStdString(read.error().args.at(2)), expected);
}

void TestCalendarEvent::remarks_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<bool>("isMinutes");
    QTest::addColumn<bool>("isPastTheEnd");

    QTest::newRow("plain") << QByteArray("mon..fri 22:30") << false << false;
    QTest::newRow("only minutes") << QByteArray("30") << false << false;
    QTest::newRow("hour 24") << QByteArray("24:00") << true << false;
    QTest::newRow("every five hours") << QByteArray("0/5:00") << false << true;
    QTest::newRow("every two hours") << QByteArray("0/2:00") << false << false;
    QTest::newRow("every five hours, with an end") << QByteArray("0..23/5:00") << false << false;
}

void TestCalendarEvent::remarks()
{
    QFETCH(QByteArray, event);
    QFETCH(bool, isMinutes);
    QFETCH(bool, isPastTheEnd);
    std::vector<CalendarEvent::Remark> expected;
    if (isMinutes)
        expected.push_back(CalendarEvent::Remark::HoursReadAsMinutes);
    if (isPastTheEnd)
        expected.push_back(CalendarEvent::Remark::StepsPastTheEnd);
    QCOMPARE(CalendarEvent::fromString(event.toStdString()).value().remarks(), expected);
}

/// PBS may answer with a time that is not later; here it always is.
void TestCalendarEvent::repeatedHour()
{
    const auto event = CalendarEvent::fromString("*:*:0/10").value();
    const std::int64_t end = epoch("2024-10-27T03:00:00Z");
    for (std::int64_t time = epoch("2024-10-26T23:00:00Z"); time < end; time += 7) {
        const auto next = event.next(time, zone("Europe/Vienna"));
        QVERIFY2(next && *next > time, qPrintable(QString::number(time)));
    }
}

void TestCalendarEvent::goesOnForEver()
{
    const auto event = CalendarEvent::fromString("sat *-1..7 02:00").value();
    std::int64_t time = epoch("1970-01-01T00:00:00Z");
    for (int i = 0; i < 2400; ++i) {
        const auto next = event.next(time, zone("Europe/Vienna"));
        QVERIFY(next && *next > time && *next - time < 36 * 86400);
        time = *next;
    }
    QVERIFY(time > epoch("2169-12-01T00:00:00Z"));
}

void TestCalendarEvent::nextFixtures()
{
    const auto cases = test::fixtureValues("calendar/next.jsonl");
    if (cases.empty())
        QSKIP(test::skipReason);
    for (const json &row : cases) {
        const auto event = CalendarEvent::fromString(row.at("event").get<std::string>());
        QVERIFY2(event.has_value() == !row.contains("error"), row.dump().c_str());
        if (!event)
            continue;
        const auto found = event->next(row.at("from").get<std::int64_t>(), zone(row.at("tz").get<std::string>()));
        const json next = found ? json(*found) : json();
        const json also = row.value("also", json::array());
        const bool isOneOfThem = next == row.at("next") || std::ranges::find(also, next) != also.end();
        QVERIFY2(isOneOfThem, (row.dump() + " but " + next.dump()).c_str());
    }
    qInfo("calendar events: %zu cases", cases.size());
}

void TestCalendarEvent::dailyDurationFixtures()
{
    const auto cases = test::fixtureValues("calendar/daily-duration.jsonl");
    if (cases.empty())
        QSKIP(test::skipReason);
    for (const json &row : cases) {
        const auto duration = DailyDuration::fromString(row.at("text").get<std::string>());
        QVERIFY2(duration.has_value() == !row.contains("error"), row.dump().c_str());
        if (!duration)
            continue;
        QCOMPARE(minutesText(duration->begin), row.at("start").get<std::string>());
        QCOMPARE(minutesText(duration->end), row.at("end").get<std::string>());
        QCOMPARE(int(duration->weekdays), row.at("days").get<int>());
        for (std::size_t i = 0; i < row.at("at").size(); ++i) {
            const bool covers = duration->covers(row.at("at").at(i).get<std::int64_t>(), zone(row.at("tz").get<std::string>()));
            QVERIFY2(covers == row.at("match").at(i).get<bool>(), row.dump().c_str());
        }
    }
    qInfo("daily durations: %zu cases", cases.size());
}

void TestCalendarEvent::timeSpanFixtures()
{
    const auto cases = test::fixtureValues("calendar/timespan.jsonl");
    if (cases.empty())
        QSKIP(test::skipReason);
    for (const json &row : cases) {
        const auto span = TimeSpan::fromString(row.at("text").get<std::string>());
        QVERIFY2(span.has_value() == !row.contains("error"), row.dump().c_str());
        if (!span)
            continue;
        QCOMPARE(span->seconds, row.at("secs").get<std::uint64_t>());
        QCOMPARE(span->nanoseconds, row.at("nanos").get<std::uint32_t>());
        QVERIFY2(span->toString() == row.at("display").get<std::string>(), (row.dump() + " but " + span->toString()).c_str());
    }
    qInfo("time spans: %zu cases", cases.size());
}

QTEST_GUILESS_MAIN(TestCalendarEvent)

#include "tst_calendarevent.moc"
