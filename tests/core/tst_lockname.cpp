// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/lockname.h"

#include "support/fixtures.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace espalier;
using nlohmann::json;

namespace {

NamespacePath nsOf(const QString &text)
{
    return NamespacePath::fromString(text.toStdString()).value();
}

GroupId groupOf(const QString &text)
{
    return GroupId::fromString(text.toStdString()).value();
}

const SnapshotTime someTime = SnapshotTime::fromString("2026-03-01T22:30:00Z").value();

/// The lock files that appeared on a real PBS for one group with one snapshot, against the names computed here.
/// Where PBS could not make a file, we must say so.
void compareAll(const json &cases)
{
    int compared = 0;
    int unmakeable = 0;
    for (const json &entry : cases) {
        const auto ns = NamespacePath::fromString(entry.at("ns").get<std::string>()).value();
        const auto group = GroupId::fromString(entry.at("type").get<std::string>() + "/" + entry.at("id").get<std::string>()).value();
        const auto time = SnapshotTime::fromEpoch(entry.at("time").get<std::int64_t>()).value();
        std::set<std::string> appeared(entry.at("lock_files").begin(), entry.at("lock_files").end());
        for (const auto &name : {groupLockName(ns, group), snapshotLockName(ns, group, time), manifestLockName(ns, group, time)}) {
            if (name) {
                QVERIFY2(appeared.erase(name->path()) == 1, qPrintable(QString::fromStdString(name->path())));
                ++compared;
            } else {
                QCOMPARE(name.error().id, MessageId::LockNameTooLong);
                ++unmakeable;
            }
        }
        QVERIFY2(appeared.empty(), appeared.empty() ? "" : appeared.begin()->c_str());
        const bool groupLockFailed = entry.at("group_notes") != 200;
        const bool manifestLockFailed = entry.at("notes") != 200;
        QCOMPARE(!groupLockName(ns, group), groupLockFailed);
        QCOMPARE(!manifestLockName(ns, group, time), manifestLockFailed);
    }
    qInfo("lock files: %d compared, %d that PBS cannot make", compared, unmakeable);
}

} // namespace

class TestLockName : public QObject
{
    Q_OBJECT

private slots:
    void escaping_data();
    void escaping();
    void groupPaths_data();
    void groupPaths();
    void snapshotAndManifest();
    void longNamesAreHashed();
    void unmakeableNamesAreRefused();
    void longNamespaceDirectory();
    void project();
    void fixtures();
};

void TestLockName::escaping_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("escaped");

    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("plain") << QStringLiteral("vm/100") << QStringLiteral("vm-100");
    QTest::newRow("hyphen") << QStringLiteral("a-b") << QStringLiteral("a\\x2db");
    QTest::newRow("colon") << QStringLiteral("tank:vm/100") << QStringLiteral("tank\\x3avm-100");
    QTest::newRow("first dot") << QStringLiteral(".a.b") << QStringLiteral("\\x2ea.b");
    QTest::newRow("slash first") << QStringLiteral("/a") << QStringLiteral("-a");
    QTest::newRow("underscore") << QStringLiteral("_a") << QStringLiteral("_a");
    QTest::newRow("two bytes") << QStringLiteral("é") << QStringLiteral("\\xc3\\xa9");
}

void TestLockName::escaping()
{
    QFETCH(QString, text);
    QFETCH(QString, escaped);
    QCOMPARE(QString::fromStdString(escapeUnit(text.toStdString())), escaped);
}

void TestLockName::groupPaths_data()
{
    QTest::addColumn<QString>("ns");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("path");

    QTest::newRow("root") << QString() << QStringLiteral("vm/100") << QStringLiteral("vm-100");
    QTest::newRow("two levels") << QStringLiteral("site-a/prod") << QStringLiteral("vm/100") << QStringLiteral("site-a:prod/vm-100");
    QTest::newRow("host name") << QString() << QStringLiteral("host/my-server.example.com")
                               << QStringLiteral("host-my\\x2dserver.example.com");
}

void TestLockName::groupPaths()
{
    QFETCH(QString, ns);
    QFETCH(QString, group);
    QFETCH(QString, path);
    QCOMPARE(QString::fromStdString(groupLockName(nsOf(ns), groupOf(group))->path()), path);
}

void TestLockName::snapshotAndManifest()
{
    const GroupId group = groupOf(QStringLiteral("vm/100"));
    QCOMPARE(snapshotLockName(nsOf(QStringLiteral("site-a/prod")), group, someTime)->path(),
             "site-a:prod/vm-100-2026\\x2d03\\x2d01T22\\x3a30\\x3a00Z");
    QCOMPARE(manifestLockName({}, group, someTime)->path(), "vm-100-2026\\x2d03\\x2d01T22\\x3a30\\x3a00Z-.index.json.lck");
}

void TestLockName::longNamesAreHashed()
{
    const GroupId group = GroupId::make(BackupType::Vm, std::string(252, 'x')).value(); // "vm-" and 252 make 255
    const auto name = groupLockName({}, group);
    QVERIFY(name);
    QCOMPARE(name->directory, "hashed");
    QVERIFY(name->name.starts_with("vm-" + std::string(77, 'x') + "..." + std::string(80, 'x') + "-"));
    QCOMPARE(name->name.size(), std::size_t(80 + 3 + 80 + 1 + 64));
    QCOMPARE(groupLockName(nsOf(QStringLiteral("a/b")), group)->directory, "a:b/hashed");
}

void TestLockName::unmakeableNamesAreRefused()
{
    const auto name
        = [](std::size_t length) { return groupLockName({}, GroupId::make(BackupType::Vm, std::string(length - 3, 'x')).value()); };
    QVERIFY(name(244)); // PBS's temporary name has 255 bytes then
    for (std::size_t length = 245; length <= 254; ++length)
        QVERIFY(!name(length) && name(length).error().id == MessageId::LockNameTooLong);
    QVERIFY(name(255));
}

void TestLockName::longNamespaceDirectory()
{
    const auto longest = NamespacePath::fromString(std::string(127, 'a') + "/" + std::string(128, 'b')).value();
    QCOMPARE(longest.toString().size(), std::size_t(256)); // legal in PBS, but no directory can be called so
    QVERIFY(!groupLockName(longest, groupOf(QStringLiteral("vm/100"))));
    const auto shorter = NamespacePath::fromString(std::string(127, 'a') + "/" + std::string(127, 'b')).value();
    QVERIFY(groupLockName(shorter, groupOf(QStringLiteral("vm/100"))));
}

void TestLockName::project()
{
    compareAll(json::parse(test::readWholeFile(test::dataPath("lock-files.json"))));
}

void TestLockName::fixtures()
{
    const auto content = test::fixtureContent("locks/lock-files.json");
    if (!content)
        QSKIP(test::skipReason);
    compareAll(json::parse(*content));
}

QTEST_GUILESS_MAIN(TestLockName)

#include "tst_lockname.moc"
