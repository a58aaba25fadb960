// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/upid.h"

#include <QTest>

using namespace espalier;

namespace {

constexpr std::string_view backup = "UPID:pbs1:000004D2:0056A735:0000002A:69A4BDE8:backup:tank\\x3avm-100:root@pam:";

} // namespace

class TestUpid : public QObject
{
    Q_OBJECT

private slots:
    void parts();
    void longFields();
    void lowerCaseIsReadAndUpperCaseWritten();
    void awkwardIds();
    void refused_data();
    void refused();
};

void TestUpid::parts()
{
    const auto upid = Upid::fromString(backup);
    QVERIFY(upid);
    QCOMPARE(upid->node, std::string("pbs1"));
    QCOMPARE(upid->pid, 1234U);
    QCOMPARE(upid->processStart, 5678901U);
    QCOMPARE(upid->taskId, 42U);
    QCOMPARE(upid->startTime, 1772404200);
    QCOMPARE(upid->workerType, std::string("backup"));
    QCOMPARE(upid->workerId, std::string("tank:vm/100"));
    QCOMPARE(upid->authId, std::string("root@pam"));
    QCOMPARE(upid->toString(), std::string(backup));
}

void TestUpid::longFields()
{
    constexpr std::string_view text = "UPID:p-1:7FFFFFFF:123456789:FEDCBA9876543210:FFFFFFFF:verify::a@b:";
    const auto upid = Upid::fromString(text);
    QVERIFY(upid);
    QCOMPARE(upid->processStart, 0x123456789U);
    QCOMPARE(upid->taskId, 0xfedcba9876543210U);
    QCOMPARE(upid->startTime, 0xffffffffLL);
    QVERIFY(upid->workerId.empty());
    QCOMPARE(upid->toString(), std::string(text));
}

void TestUpid::lowerCaseIsReadAndUpperCaseWritten()
{
    const auto upid = Upid::fromString("UPID:pbs1:000004d2:0056a735:0000002a:69a4bde8:backup:tank\\x3Avm-100:root@pam:");
    QVERIFY(upid);
    QCOMPARE(upid->toString(), std::string(backup));
}

void TestUpid::awkwardIds()
{
    Upid upid = Upid::fromString(backup).value();
    for (const std::string id : {"-:store:site A/b", ".hidden", "/", "a\\b",
                                 "gr\xc3\xb6\xc3\x9f"
                                 "er",
                                 "vault:siteA/prod/vm/100:siteB", ""}) {
        upid.workerId = id;
        const auto again = Upid::fromString(upid.toString());
        QVERIFY2(again, id.c_str());
        QCOMPARE(again->workerId, id);
    }
}

void TestUpid::refused_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("small mark") << QByteArray("upid:pbs1:000004D2:0056A735:0000002A:69A4BDE8:backup:x:root@pam:");
    QTest::newRow("no last colon") << QByteArray("UPID:pbs1:000004D2:0056A735:0000002A:69A4BDE8:backup:x:root@pam");
    QTest::newRow("line break behind") << QByteArray("UPID:pbs1:000004D2:0056A735:0000002A:69A4BDE8:backup:x:root@pam:\n");
    QTest::newRow("one part too many") << QByteArray("UPID:pbs1:000004D2:0056A735:0000002A:69A4BDE8:backup:x:y:root@pam:");
    QTest::newRow("pid that crashes PBS") << QByteArray("UPID:pbs1:80000000:0056A735:0000002A:69A4BDE8:backup:x:root@pam:");
    QTest::newRow("pid of seven digits") << QByteArray("UPID:pbs1:00004D2:0056A735:0000002A:69A4BDE8:backup:x:root@pam:");
    QTest::newRow("start of ten digits") << QByteArray("UPID:pbs1:000004D2:000056A735:0000002A:69A4BDE8:backup:x:root@pam:");
    QTest::newRow("no digit") << QByteArray("UPID:pbs1:000004G2:0056A735:0000002A:69A4BDE8:backup:x:root@pam:");
    QTest::newRow("sign") << QByteArray("UPID:pbs1:-00004D2:0056A735:0000002A:69A4BDE8:backup:x:root@pam:");
    QTest::newRow("empty type") << QByteArray("UPID:pbs1:000004D2:0056A735:0000002A:69A4BDE8::x:root@pam:");
    QTest::newRow("empty owner") << QByteArray("UPID:pbs1:000004D2:0056A735:0000002A:69A4BDE8:backup:x::");
    QTest::newRow("empty node") << QByteArray("UPID::000004D2:0056A735:0000002A:69A4BDE8:backup:x:root@pam:");
    QTest::newRow("node ends with a hyphen") << QByteArray("UPID:pbs-:000004D2:0056A735:0000002A:69A4BDE8:backup:x:root@pam:");
    QTest::newRow("node with a slash") << QByteArray("UPID:a/b:000004D2:0056A735:0000002A:69A4BDE8:backup:x:root@pam:");
    QTest::newRow("blank in the id") << QByteArray("UPID:pbs1:000004D2:0056A735:0000002A:69A4BDE8:backup:a b:root@pam:");
    QTest::newRow("cut escape sequence") << QByteArray("UPID:pbs1:000004D2:0056A735:0000002A:69A4BDE8:backup:a\\x:root@pam:");
    QTest::newRow("other escape sequence") << QByteArray("UPID:pbs1:000004D2:0056A735:0000002A:69A4BDE8:backup:a\\n12:root@pam:");
    QTest::newRow("id is no UTF-8") << QByteArray("UPID:pbs1:000004D2:0056A735:0000002A:69A4BDE8:backup:a\\xff:root@pam:");
}

void TestUpid::refused()
{
    QFETCH(QByteArray, text);
    const auto upid = Upid::fromString(text.toStdString());
    QVERIFY(!upid);
    QCOMPARE(upid.error().id, MessageId::UpidMalformed);
}

QTEST_GUILESS_MAIN(TestUpid)

#include "tst_upid.moc"
