// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/snapshottime.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace espalier;

namespace {

SnapshotTime at(std::string_view text)
{
    return SnapshotTime::fromString(text).value();
}

} // namespace

class TestSnapshotTime : public QObject
{
    Q_OBJECT

private slots:
    void reading_data();
    void reading();
    void refusing_data();
    void refusing();
    void limitsOfEpoch();
    void sameAsTheSystemsCalendar();
    void order();
    void size() { QCOMPARE(sizeof(SnapshotTime), std::size_t(8)); }
};

void TestSnapshotTime::reading_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("epoch");
    QTest::addColumn<bool>("canonical");

    QTest::newRow("ordinary") << QByteArray("2026-03-01T22:30:00Z") << qint64(1772404200) << true;
    QTest::newRow("epoch") << QByteArray("1970-01-01T00:00:00Z") << qint64(0) << true;
    QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z") << qint64(1709164800) << true;
    QTest::newRow("first second") << QByteArray("0000-01-01T00:00:00Z") << qint64(-62167219200) << true;
    QTest::newRow("last second") << QByteArray("9999-12-31T23:59:59Z") << qint64(253402300799) << true;
    QTest::newRow("1969") << QByteArray("1969-12-31T23:59:58Z") << qint64(-2) << true;
    QTest::newRow("31 February") << QByteArray("2024-02-31T12:00:00Z") << qint64(1709380800) << false;
    QTest::newRow("29 February, common year") << QByteArray("2023-02-29T00:00:00Z") << qint64(1677628800) << false;
    QTest::newRow("29 February 1900") << QByteArray("1900-02-29T00:00:00Z") << qint64(-2203891200) << false;
    QTest::newRow("month 0") << QByteArray("2024-00-01T00:00:00Z") << qint64(1701388800) << false;
    QTest::newRow("day 0") << QByteArray("2021-01-00T20:46:53Z") << qint64(1609447613) << false;
    QTest::newRow("second 60") << QByteArray("2016-12-31T23:59:60Z") << qint64(1483228800) << false;
    QTest::newRow("second 60 before the epoch") << QByteArray("1969-12-31T23:59:60Z") << qint64(0) << false;
}

void TestSnapshotTime::reading()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, epoch);
    QFETCH(bool, canonical);
    const auto time = SnapshotTime::fromString(text.toStdString());
    QVERIFY(time);
    QCOMPARE(time->epoch(), epoch);
    QCOMPARE(QByteArray::fromStdString(time->toString()), text); // the directory keeps its name
    QCOMPARE(time->isCanonical(), canonical);
    const auto same = SnapshotTime::fromEpoch(epoch).value();
    QVERIFY(same.isCanonical());
    QCOMPARE(same == *time, canonical);
    QCOMPARE(same.epoch(), epoch);
}

void TestSnapshotTime::refusing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("hasForm"); // PBS then fails to list the group

    QTest::newRow("month 13") << QByteArray("2024-13-01T00:00:00Z") << true;
    QTest::newRow("day 32") << QByteArray("2024-01-32T00:00:00Z") << true;
    QTest::newRow("hour 24") << QByteArray("2024-01-01T24:00:00Z") << true;
    QTest::newRow("minute 60") << QByteArray("2024-01-01T23:60:00Z") << true;
    QTest::newRow("second 61") << QByteArray("2024-01-01T23:59:61Z") << true;
    QTest::newRow("second before the epoch") << QByteArray("1969-12-31T23:59:59Z") << true;
    QTest::newRow("that second, rolled over") << QByteArray("1970-01-00T23:59:59Z") << true;
    QTest::newRow("beyond the year 9999") << QByteArray("9999-12-31T23:59:60Z") << true;
    QTest::newRow("before the year 0") << QByteArray("0000-00-01T00:00:00Z") << true;
    QTest::newRow("nothing") << QByteArray("") << false;
    QTest::newRow("small letters") << QByteArray("2024-01-01t00:00:00z") << false;
    QTest::newRow("zone") << QByteArray("2024-01-01T00:00:00+00:00") << false;
    QTest::newRow("fraction") << QByteArray("2024-01-01T00:00:00.0Z") << false;
    QTest::newRow("line break") << QByteArray("2024-01-01T00:00:00Z\n") << false;
    QTest::newRow("blank first") << QByteArray(" 2024-01-01T00:00:00Z") << false;
    QTest::newRow("five digits") << QByteArray("12024-01-01T00:00:00Z") << false;
    QTest::newRow("sign") << QByteArray("+024-01-01T00:00:00Z") << false;
    QTest::newRow("temporary") << QByteArray("2024-01-01T00:00:00Z.tmp") << false;
}

void TestSnapshotTime::refusing()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, hasForm);
    const auto time = SnapshotTime::fromString(text.toStdString());
    QVERIFY(!time);
    QCOMPARE(SnapshotTime::hasForm(text.toStdString()), hasForm);
    QCOMPARE(time.error().id, hasForm ? MessageId::SnapshotTimeImpossible : MessageId::SnapshotTimeMalformed);
}

void TestSnapshotTime::limitsOfEpoch()
{
    QVERIFY(!SnapshotTime::fromEpoch(-62167219201));
    QVERIFY(!SnapshotTime::fromEpoch(253402300800));
    QVERIFY(!SnapshotTime::fromEpoch(std::numeric_limits<std::int64_t>::max()));
    QVERIFY(!SnapshotTime::fromEpoch(std::numeric_limits<std::int64_t>::min()));
}

void TestSnapshotTime::sameAsTheSystemsCalendar()
{
    for (std::int64_t epoch = -62135596800; epoch < 253402300799; epoch += 86400 * 97 + 12345) { // from the year 1 on
        const QString text = QDateTime::fromSecsSinceEpoch(epoch, QTimeZone::UTC).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'");
        QCOMPARE(QString::fromStdString(SnapshotTime::fromEpoch(epoch)->toString()), text);
        QCOMPARE(at(text.toStdString()).epoch(), epoch);
    }
}

void TestSnapshotTime::order()
{
    const std::vector<SnapshotTime> sorted{at("1969-01-01T00:00:00Z"), at("2023-12-31T00:00:00Z"), at("2024-02-28T23:59:59Z"),
                                           at("2024-02-31T00:00:00Z"), at("2024-03-02T00:00:00Z"), at("2024-03-02T00:00:01Z")};
    std::vector<SnapshotTime> shuffled(sorted.rbegin(), sorted.rend());
    std::ranges::sort(shuffled);
    QVERIFY(shuffled == sorted);
    QCOMPARE(sorted[3].epoch(), sorted[4].epoch()); // two names for one second
    QVERIFY(sorted[3] != sorted[4]);
}

QTEST_GUILESS_MAIN(TestSnapshotTime)

#include "tst_snapshottime.moc"
