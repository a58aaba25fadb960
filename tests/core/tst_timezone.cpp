// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/timezone.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

#include <initializer_list>

using namespace espalier;

namespace {

std::int64_t utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toSecsSinceEpoch();
}

std::string bigEndian(std::int64_t value, int size)
{
    std::string bytes;
    for (int i = size - 1; i >= 0; --i)
        bytes += static_cast<char>(value >> (8 * i) & 0xff);
    return bytes;
}

std::string header(char version, std::initializer_list<int> counts)
{
    std::string bytes = std::string("TZif") + version + std::string(15, '\0');
    for (const int count : counts)
        bytes += bigEndian(count, 4);
    return bytes;
}

/// One transition at second 1000 from UTC+1 to UTC+2, with times of @p size bytes.
std::string block(int size)
{
    return bigEndian(1000, size) + '\1' + bigEndian(3600, 4) + std::string(2, '\0') + bigEndian(7200, 4) + std::string(2, '\0')
        + std::string("A\0", 2);
}

std::string file(const std::string &rule)
{
    return header('2', {0, 0, 0, 1, 2, 2}) + block(4) + header('2', {0, 0, 0, 1, 2, 2}) + block(8) + '\n' + rule + '\n';
}

} // namespace

class TestTimeZone : public QObject
{
    Q_OBJECT

private slots:
    void offsets_data();
    void offsets();
    void spansMeet();
    void asQtSaysIt_data();
    void asQtSaysIt();
    void rules_data();
    void rules();
    void oldFiles();
    void damagedFiles_data();
    void damagedFiles();
    void names();
};

void TestTimeZone::offsets_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<int>("offset"); // seconds

    QTest::newRow("summer") << QByteArray("Europe/Vienna") << QByteArray("2026-07-01T00:00:00Z") << 7200;
    QTest::newRow("winter") << QByteArray("Europe/Vienna") << QByteArray("2026-01-01T00:00:00Z") << 3600;
    QTest::newRow("last second of summer") << QByteArray("Europe/Vienna") << QByteArray("2026-10-25T00:59:59Z") << 7200;
    QTest::newRow("first second of winter") << QByteArray("Europe/Vienna") << QByteArray("2026-10-25T01:00:00Z") << 3600;
    QTest::newRow("by the rule") << QByteArray("Europe/Vienna") << QByteArray("9998-07-01T00:00:00Z") << 7200;
    QTest::newRow("by the rule, southern New Year") << QByteArray("Australia/Lord_Howe") << QByteArray("9999-01-01T00:00:00Z") << 39600;
    QTest::newRow("the dateline jumps in summer") << QByteArray("Pacific/Apia") << QByteArray("2012-02-01T00:00:00Z") << 50400;
    QTest::newRow("standard time changes in summer") << QByteArray("Africa/Casablanca") << QByteArray("2018-10-28T12:00:00Z") << 3600;
    QTest::newRow("half an hour") << QByteArray("Asia/Kolkata") << QByteArray("2026-01-01T00:00:00Z") << 19800;
    QTest::newRow("before all clocks") << QByteArray("Europe/Vienna") << QByteArray("1850-01-01T00:00:00Z") << 3921;
    QTest::newRow("UTC") << QByteArray("UTC") << QByteArray("2026-07-01T00:00:00Z") << 0;
}

void TestTimeZone::offsets()
{
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, time);
    QFETCH(int, offset);
    const auto read = TimeZone::named(zone.toStdString());
    QVERIFY(read);
    QCOMPARE(read->at(utc(time.constData())).offset, offset);
}

void TestTimeZone::spansMeet()
{
    const TimeZone zone = TimeZone::named("Europe/Vienna").value();
    int spans = 0;
    for (std::int64_t time = utc("2030-01-01T00:00:00Z"); time < utc("2050-01-01T00:00:00Z"); ++spans) {
        const TimeZone::Span span = zone.at(time);
        QVERIFY(span.begin <= time && time < span.end);
        QCOMPARE(zone.at(span.end).begin, span.end);
        QVERIFY(zone.at(span.end).offset != span.offset);
        time = span.end;
    }
    QCOMPARE(spans, 41);
    QCOMPARE(TimeZone().at(0).offset, 0);
}

void TestTimeZone::asQtSaysIt_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds()) {
        if (!zone.startsWith("UTC"))
            QTest::newRow(zone.constData()) << zone;
    }
}

/// Both read the same files, so each offset of a century has to be the same.
void TestTimeZone::asQtSaysIt()
{
    QFETCH(QByteArray, zone);
    const auto read = TimeZone::named(zone.toStdString());
    QVERIFY(read);
    const QTimeZone theirs(zone);
    constexpr std::int64_t step = 3891600; // 45 days and an hour: hits each hour of the day
    for (std::int64_t time = utc("1970-01-01T00:00:00Z"); time < utc("2070-01-01T00:00:00Z"); time += step)
        QCOMPARE(read->at(time).offset, theirs.offsetFromUtc(QDateTime::fromSecsSinceEpoch(time)));
}

void TestTimeZone::rules_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<int>("offset"); // -1: no rule

    QTest::newRow("none") << QByteArray("") << QByteArray("2026-07-01T00:00:00Z") << 7200;
    QTest::newRow("without summer") << QByteArray("<+0545>-5:45") << QByteArray("2026-07-01T00:00:00Z") << 20700;
    QTest::newRow("west") << QByteArray("EST5EDT,M3.2.0,M11.1.0") << QByteArray("2026-12-01T00:00:00Z") << -18000;
    QTest::newRow("west in summer") << QByteArray("EST5EDT,M3.2.0,M11.1.0") << QByteArray("2026-11-01T05:59:59Z") << -14400;
    QTest::newRow("starts the day before") << QByteArray("<-02>2<-01>,M3.5.0/-1,M10.5.0/0") << QByteArray("2026-03-29T01:00:00Z") << -3600;
    QTest::newRow("just before that") << QByteArray("<-02>2<-01>,M3.5.0/-1,M10.5.0/0") << QByteArray("2026-03-29T00:59:59Z") << -7200;
    QTest::newRow("summer offset is said") << QByteArray("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0") << QByteArray("2026-01-01T00:00:00Z")
                                           << 39600;
    QTest::newRow("days without the leap day") << QByteArray("A0B,J60,J300") << QByteArray("2028-03-01T01:59:59Z") << 0;
    QTest::newRow("and a second later") << QByteArray("A0B,J60,J300") << QByteArray("2028-03-01T02:00:00Z") << 3600;
    QTest::newRow("days with the leap day") << QByteArray("A0B,59/0:00:10,300") << QByteArray("2028-02-29T00:00:10Z") << 3600;
    QTest::newRow("no offset") << QByteArray("CET") << QByteArray("2026-07-01T00:00:00Z") << -1;
    QTest::newRow("no name") << QByteArray("-1") << QByteArray("2026-07-01T00:00:00Z") << -1;
    QTest::newRow("name without an end") << QByteArray("<+03-3") << QByteArray("2026-07-01T00:00:00Z") << -1;
    QTest::newRow("summer without days") << QByteArray("CET-1CEST") << QByteArray("2026-07-01T00:00:00Z") << -1;
    QTest::newRow("one day only") << QByteArray("CET-1CEST,M3.5.0") << QByteArray("2026-07-01T00:00:00Z") << -1;
    QTest::newRow("month 13") << QByteArray("CET-1CEST,M13.5.0,M10.5.0") << QByteArray("2026-07-01T00:00:00Z") << -1;
    QTest::newRow("something behind it") << QByteArray("CET-1CEST,M3.5.0,M10.5.0,x") << QByteArray("2026-07-01T00:00:00Z") << -1;
}

void TestTimeZone::rules()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, time);
    QFETCH(int, offset);
    const auto zone = TimeZone::fromTzif(file(rule.toStdString()), "test");
    QCOMPARE(zone.has_value(), offset != -1);
    if (zone) {
        QCOMPARE(zone->at(utc(time.constData())).offset, offset);
        QCOMPARE(zone->at(999).offset, 3600);
        QCOMPARE(zone->at(999).end, 1000);
    }
}

void TestTimeZone::oldFiles()
{
    const auto zone = TimeZone::fromTzif(header('\0', {0, 0, 0, 1, 2, 2}) + block(4), "test");
    QVERIFY(zone);
    QCOMPARE(zone->at(999).offset, 3600);
    QCOMPARE(zone->at(1000).offset, 7200);
}

void TestTimeZone::damagedFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = QByteArray::fromStdString(file("CET-1"));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Europe/Vienna");
    QTest::newRow("no types") << QByteArray::fromStdString(header('\0', {0, 0, 0, 0, 0, 0}));
    QTest::newRow("huge counts") << QByteArray::fromStdString(header('\0', {-1, -1, -1, -1, -1, -1}));
    QTest::newRow("unknown type") << QByteArray::fromStdString(header('\0', {0, 0, 0, 1, 2, 2}) + bigEndian(1000, 4) + '\2'
                                                               + block(4).substr(5));
    for (qsizetype size = 1; size < whole.size(); ++size)
        QTest::addRow("cut at %d", int(size)) << whole.first(size);
}

void TestTimeZone::damagedFiles()
{
    QFETCH(QByteArray, bytes);
    const auto zone = TimeZone::fromTzif(bytes.toStdString(), "test");
    QVERIFY(!zone);
    QCOMPARE(zone.error().id, MessageId::TimeZoneUnknown);
    QCOMPARE(zone.error().args.at(0), std::string("test"));
}

void TestTimeZone::names()
{
    for (const char *name : {"", "Nowhere/Land", "../zoneinfo/UTC", "/etc/localtime", "Europe"}) {
        const auto zone = TimeZone::named(name);
        QVERIFY2(!zone, name);
        QCOMPARE(zone.error().id, MessageId::TimeZoneUnknown);
        QVERIFY(!zone.error().args.at(1).empty());
    }
    QVERIFY(TimeZone::local());
}

QTEST_GUILESS_MAIN(TestTimeZone)

#include "tst_timezone.moc"
