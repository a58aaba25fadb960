// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storemovesupport.h"
#include "support/faultyfilesystem.h"
#include "support/randomsync.h"

#include <QTest>

#include <cerrno>

using namespace espalier;
using namespace espalier::test;

// A move that is disturbed at each call, by an error, a lost reply, a full disk or the end of everything: each
// snapshot is whole at the source or at the target, and doing it again moves the rest. ESPALIER_ALL_FAULTS=1 leaves no call out.

class TestStoreMoveFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void disturbed_data();
    void disturbed();
    void pairs();

private:
    bool m_all = false;
    Names m_snapshots;
    Rows m_after; ///< Of the target, undisturbed.
};

void TestStoreMoveFaults::initTestCase()
{
    m_all = qEnvironmentVariableIsSet("ESPALIER_ALL_FAULTS");
    const SyncBench bench = makeStoreToMove();
    m_snapshots = wholeSnapshots(*bench.files, SyncBench::sourceRoot);
    QCOMPARE(m_snapshots.size(), 3U);
    const StoreMoveReport report = moveStores(bench, wholeStore());
    QVERIFY2(report.isOk(), failureOf(report).c_str());
    m_after = bench.rows(SyncBench::targetRoot);
    QCOMPARE(wholeSnapshots(*bench.files, SyncBench::targetRoot), m_snapshots);
}

void TestStoreMoveFaults::disturbed_data()
{
    QTest::addColumn<int>("systemError");
    QTest::addColumn<bool>("after");
    QTest::addColumn<bool>("fromThenOn");
    QTest::addColumn<bool>("changesOnly");
    QTest::newRow("error") << EIO << false << false << false;
    QTest::newRow("lost reply") << EIO << true << false << true;
    QTest::newRow("full disk") << ENOSPC << false << true << true;
    QTest::newRow("end") << EIO << false << true << false;
}

void TestStoreMoveFaults::disturbed()
{
    QFETCH(int, systemError);
    QFETCH(bool, after);
    QFETCH(bool, fromThenOn);
    QFETCH(bool, changesOnly);
    const int stride = m_all || changesOnly ? 1 : 5;
    int rounds = 0;
    for (int at = 1;; at += stride) {
        const SyncBench bench = makeStoreToMove();
        const auto faulty = std::make_shared<FaultyFileSystem>(bench.files);
        faulty->setFault({.at = at,
                          .systemError = systemError,
                          .how = after ? Fault::How::After : Fault::How::Instead,
                          .fromThenOn = fromThenOn,
                          .changesOnly = changesOnly});
        (void)moveStores(bench, wholeStore(), {.threads = 1}, faulty);
        const bool happened = faulty->happened();
        faulty->setFault({});
        const std::string missing
            = lost(m_snapshots, wholeSnapshots(*bench.files, SyncBench::sourceRoot), wholeSnapshots(*bench.files, SyncBench::targetRoot));
        if (!missing.empty())
            qFatal("call %d lost %s", at, missing.c_str());
        const StoreMoveReport again = moveStores(bench, wholeStore());
        const Names left = wholeSnapshots(*bench.files, SyncBench::sourceRoot);
        const std::string differs = difference(m_after, bench.rows(SyncBench::targetRoot));
        if (!again.isOk() || !left.empty() || !differs.empty())
            qFatal("call %d: %s %s", at, failureOf(again).c_str(), differs.c_str());
        ++rounds;
        if (!happened)
            break;
    }
    QVERIFY(rounds > 20);
    qInfo("%d moves disturbed", rounds);
}

/// On random pairs: what is moved is at the target as it was at the source, what is refused is as it was, nothing of the target is lost,
/// and a second move finds nothing but what was refused.
void TestStoreMoveFaults::pairs()
{
    const int seeds = qEnvironmentVariableIsSet("ESPALIER_SEEDS") ? qEnvironmentVariableIntValue("ESPALIER_SEEDS") : 150;
    std::size_t moved = 0;
    std::size_t refused = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        Dice dice(static_cast<std::uint64_t>(seed));
        const SyncBench bench;
        fillRandomly(bench, SyncBench::sourceRoot, dice);
        fillRandomly(bench, SyncBench::targetRoot, dice);
        const std::string name = "seed " + std::to_string(seed) + ": ";
        const Rows before = bench.rows(SyncBench::sourceRoot);
        const Names all = wholeSnapshots(*bench.files, SyncBench::sourceRoot);
        const Names there = wholeSnapshots(*bench.files, SyncBench::targetRoot);
        StoreMoveOptions options;
        options.keepGoing = true;
        const StoreMoveReport report = moveStores(bench, wholeStore(), options);
        if (report.failure && report.failure->id == MessageId::RunNotPossible)
            continue; // all of it is refused
        QVERIFY2(!report.failure, (name + failureOf(report)).c_str());
        const Rows left = bench.rows(SyncBench::sourceRoot);
        const Rows now = bench.rows(SyncBench::targetRoot);
        const Names whole = wholeSnapshots(*bench.files, SyncBench::targetRoot);
        for (const std::string &path : there)
            QVERIFY2(whole.contains(path), (name + path).c_str());
        for (const std::string &path : all) {
            const bool isLeft = std::ranges::contains(left, path, &Row::path);
            QVERIFY2(isLeft || whole.contains(path), (name + path).c_str());
        }
        for (const Row &row : before) {
            const bool isLeft = std::ranges::contains(left, row);
            const auto at = std::ranges::find(now, row.path, &Row::path);
            const bool mayDiffer = row.path.ends_with("/index.json.blob");
            const bool isThere = at != now.end() && (mayDiffer || at->content == row.content);
            QVERIFY2(isLeft || isThere, (name + row.path).c_str());
        }
        moved += report.removedSnapshots;
        refused += report.problems.size();
        const StoreMoveReport again = moveStores(bench, wholeStore(), options);
        QCOMPARE(again.removedSnapshots, 0U);
        QCOMPARE(again.copied, 0U);
        QCOMPARE(name + difference(left, bench.rows(SyncBench::sourceRoot)), name);
    }
    QVERIFY(moved > 0 && refused > 0);
    qInfo("%d pairs: %zu snapshots moved, %zu refusals", seeds, moved, refused);
}

QTEST_GUILESS_MAIN(TestStoreMoveFaults)

#include "tst_storemovefaults.moc"
