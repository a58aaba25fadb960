// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/groupid.h"
#include "core/pbs/snapshotpath.h"

#include <QTest>

#include <algorithm>
#include <unordered_set>

using namespace espalier;

namespace {

GroupId group(std::string_view text)
{
    return GroupId::fromString(text).value();
}

} // namespace

/// Groups, and snapshots as they are addressed through them.
class TestGroupId : public QObject
{
    Q_OBJECT

private slots:
    void reading_data();
    void reading();
    void longIds();
    void order();
    void numbersThatAreEqual();
    void hashing();
    void snapshots_data();
    void snapshots();
    void snapshotOrder();
};

void TestGroupId::reading_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("ok");

    QTest::newRow("vm") << QByteArray("vm/100") << true;
    QTest::newRow("ct") << QByteArray("ct/100") << true;
    QTest::newRow("host") << QByteArray("host/my-server.example.com") << true;
    QTest::newRow("underscore") << QByteArray("vm/_") << true;
    QTest::newRow("type in capitals") << QByteArray("VM/100") << false;
    QTest::newRow("unknown type") << QByteArray("qemu/100") << false;
    QTest::newRow("no type") << QByteArray("/100") << false;
    QTest::newRow("no id") << QByteArray("vm/") << false;
    QTest::newRow("no slash") << QByteArray("vm") << false;
    QTest::newRow("nothing") << QByteArray("") << false;
    QTest::newRow("two slashes") << QByteArray("vm//100") << false;
    QTest::newRow("three parts") << QByteArray("vm/100/x") << false;
    QTest::newRow("way out") << QByteArray("vm/..") << false;
    QTest::newRow("hyphen first") << QByteArray("vm/-1") << false;
    QTest::newRow("line break") << QByteArray("vm/100\n") << false;
    QTest::newRow("zero byte") << QByteArray("vm/1\0", 5) << false;
}

void TestGroupId::reading()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, ok);
    const auto read = GroupId::fromString(text.toStdString());
    QCOMPARE(read.has_value(), ok);
    if (read)
        QCOMPARE(QByteArray::fromStdString(read->toString()), text);
    else
        QCOMPARE(read.error().kind, Error::Kind::InvalidInput);
}

void TestGroupId::longIds()
{
    QVERIFY(GroupId::make(BackupType::Host, std::string(255, 'x')));
    const auto refused = GroupId::make(BackupType::Host, std::string(256, 'x'));
    QVERIFY(!refused);
    QCOMPARE(refused.error().id, MessageId::NameTooLong);
}

void TestGroupId::order()
{
    const std::vector<GroupId> sorted{group("ct/2"),
                                      group("ct/10"),
                                      group("ct/a"),
                                      group("host/1"),
                                      group("vm/0"),
                                      group("vm/100"),
                                      group("vm/18446744073709551615"),
                                      group("vm/100a"),
                                      group("vm/18446744073709551616"),
                                      group("vm/a")};
    std::vector<GroupId> shuffled(sorted.rbegin(), sorted.rend());
    std::ranges::sort(shuffled);
    QVERIFY(shuffled == sorted);
}

void TestGroupId::numbersThatAreEqual()
{
    QVERIFY(group("vm/7") != group("vm/007"));
    QVERIFY((group("vm/7") <=> group("vm/007")) != 0);
    QVERIFY(group("vm/007") < group("vm/8") && group("vm/7") < group("vm/8"));
}

void TestGroupId::hashing()
{
    const std::unordered_set<GroupId> groups{group("vm/1"), group("ct/1"), group("host/1"), group("vm/1")};
    QCOMPARE(groups.size(), std::size_t(3));
}

void TestGroupId::snapshots_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("ns");
    QTest::addColumn<QByteArray>("snapshot"); // empty: refused

    QTest::newRow("root") << QByteArray("vm/100/2026-03-01T22:30:00Z") << QByteArray() << QByteArray("vm/100/2026-03-01T22:30:00Z");
    QTest::newRow("two levels") << QByteArray("ns/a/ns/b/ct/1/2026-03-01T22:30:00Z") << QByteArray("a/b")
                                << QByteArray("ct/1/2026-03-01T22:30:00Z");
    QTest::newRow("slash first") << QByteArray("/vm/100/2026-03-01T22:30:00Z") << QByteArray() << QByteArray("vm/100/2026-03-01T22:30:00Z");
    QTest::newRow("extra slash") << QByteArray("ns/a//vm/100/2026-03-01T22:30:00Z") << QByteArray("a")
                                 << QByteArray("vm/100/2026-03-01T22:30:00Z");
    QTest::newRow("name is kept") << QByteArray("vm/1/2024-02-31T00:00:00Z") << QByteArray() << QByteArray("vm/1/2024-02-31T00:00:00Z");
    QTest::newRow("two slashes first") << QByteArray("//vm/100/2026-03-01T22:30:00Z") << QByteArray() << QByteArray();
    QTest::newRow("group only") << QByteArray("vm/100") << QByteArray() << QByteArray();
    QTest::newRow("time only") << QByteArray("2026-03-01T22:30:00Z") << QByteArray() << QByteArray();
    QTest::newRow("without ns") << QByteArray("a/vm/100/2026-03-01T22:30:00Z") << QByteArray() << QByteArray();
    QTest::newRow("slash last") << QByteArray("vm/100/2026-03-01T22:30:00Z/") << QByteArray() << QByteArray();
    QTest::newRow("nothing") << QByteArray("") << QByteArray() << QByteArray();
    QTest::newRow("slashes only") << QByteArray("///") << QByteArray() << QByteArray();
}

void TestGroupId::snapshots()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, ns);
    QFETCH(QByteArray, snapshot);
    const auto read = SnapshotPath::fromDirectoryForm(text.toStdString());
    QCOMPARE(read.has_value(), !snapshot.isEmpty());
    if (!read)
        return;
    QCOMPARE(QByteArray::fromStdString(read->ns.toString()), ns);
    QCOMPARE(QByteArray::fromStdString(read->snapshot.toString()), snapshot);
    QCOMPARE(SnapshotPath::fromDirectoryForm(read->directoryForm()).value(), *read);
}

void TestGroupId::snapshotOrder()
{
    const auto at = [](std::string_view text) { return SnapshotPath::fromDirectoryForm(text).value(); };
    QVERIFY(at("vm/2/2026-03-01T22:30:00Z") < at("vm/10/2025-03-01T22:30:00Z"));
    QVERIFY(at("vm/2/2025-03-01T22:30:00Z") < at("vm/2/2026-03-01T22:30:00Z"));
    QVERIFY(at("vm/2/2026-03-01T22:30:00Z") < at("ns/a/ct/1/2025-03-01T22:30:00Z"));
}

QTEST_GUILESS_MAIN(TestGroupId)

#include "tst_groupid.moc"
