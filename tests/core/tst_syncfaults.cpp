// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultyfilesystem.h"
#include "support/syncbench.h"
#include "support/syncstores.h"

#include <QTest>

#include <cerrno>

using namespace espalier;
using namespace espalier::test;

// A sync that is disturbed at each call: by an error, by a lost reply, by a full disk, or by the end of everything. The source stays as it
// is, the target never has a finished snapshot that is not whole, nothing is lost, and doing it again makes it complete.
// ESPALIER_ALL_FAULTS=1 leaves no call out.

class TestSyncFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void disturbed_data();
    void disturbed();
    void lostChunk();
    void damagedChunk_data();
    void damagedChunk();
    void garbageCollection();
    void stopped();

private:
    void checkKept(const SyncBench &bench) const;

    bool m_all = false;
    Rows m_source;
    Rows m_before;
    Rows m_after; ///< Of an undisturbed sync.
};

namespace {

SyncOptions job()
{
    SyncOptions options;
    options.owner = "backup@pbs";
    options.removeVanished = true;
    options.resyncCorrupt = true;
    return options;
}

/// What of a removal is left half done is an unfinished backup, which the journal of the removal knows and recovery takes away.
Rows withoutHalfRemoved(Rows rows)
{
    const bool isWhole = std::ranges::contains(rows, "vm/9/2025-01-05T00:00:00Z/index.json.blob", &Row::path);
    std::erase_if(rows, [isWhole](const Row &row) { return !isWhole && (row.path == "vm/9" || row.path.starts_with("vm/9/")); });
    return rows;
}

SyncBench makeBench()
{
    SyncBench bench;
    SnapshotWriter source(bench, SyncBench::sourceRoot);
    SnapshotWriter target(bench, SyncBench::targetRoot);
    for (const SnapshotWriter *each : {&source, &target}) {
        each->group("", "vm/1");
        each->snapshot("", "vm/1", "2025-01-01T00:00:00Z", {"a", "b"});
        each->group("a", "ct/2");
    }
    source.snapshot("", "vm/1", "2025-01-02T00:00:00Z", {"b", "c", "d"});
    source.snapshot("a", "ct/2", "2025-01-03T00:00:00Z", {"e"}, "noted at the source");
    target.snapshot("a", "ct/2", "2025-01-03T00:00:00Z", {"e"}, "noted at the target");
    bench.files->makeFile(std::string(SyncBench::targetRoot) + "/ns/a/ct/2/2025-01-03T00:00:00Z/.protected", "");
    source.group("a/b", "host/3");
    source.snapshot("a/b", "host/3", "2025-01-04T00:00:00Z", {"f", "a"});
    target.group("", "vm/9");
    target.snapshot("", "vm/9", "2025-01-05T00:00:00Z", {"g"});
    target.snapshot("", "vm/1", "2024-01-01T00:00:00Z", {"h"});
    return bench;
}

} // namespace

void TestSyncFaults::initTestCase()
{
    m_all = qEnvironmentVariableIsSet("ESPALIER_ALL_FAULTS");
    const SyncBench bench = makeBench();
    m_source = bench.rows(SyncBench::sourceRoot);
    m_before = bench.rows(SyncBench::targetRoot);
    const SyncReport report = bench.run(job());
    QVERIFY2(report.isOk(), failureOf(report).c_str());
    QCOMPARE(report.copied, 2U);
    QCOMPARE(report.removedSnapshots, 2U);
    m_after = bench.rows(SyncBench::targetRoot);
    QCOMPARE(problemsIn(bench, SyncBench::targetRoot), "");
    QVERIFY(std::ranges::contains(m_after, "ns/a/ct/2/2025-01-03T00:00:00Z/.protected", &Row::path));
}

void TestSyncFaults::checkKept(const SyncBench &bench) const
{
    QCOMPARE(difference(m_source, bench.rows(SyncBench::sourceRoot)), "");
    QCOMPARE(problemsIn(bench, SyncBench::targetRoot), "");
}

void TestSyncFaults::disturbed_data()
{
    QTest::addColumn<int>("systemError");
    QTest::addColumn<bool>("after");
    QTest::addColumn<bool>("fromThenOn");
    QTest::addColumn<bool>("changesOnly");
    QTest::addColumn<unsigned>("workers");
    QTest::newRow("error") << EIO << false << false << false << 1U;
    QTest::newRow("lost reply") << EIO << true << false << true << 1U;
    QTest::newRow("full disk") << ENOSPC << false << true << true << 1U;
    QTest::newRow("end") << EIO << false << true << false << 1U;
    QTest::newRow("error, three workers") << EIO << false << false << true << 3U;
    QTest::newRow("full disk, three workers") << ENOSPC << false << true << true << 3U;
}

void TestSyncFaults::disturbed()
{
    QFETCH(int, systemError);
    QFETCH(bool, after);
    QFETCH(bool, fromThenOn);
    QFETCH(bool, changesOnly);
    QFETCH(unsigned, workers);
    const int stride = m_all ? 1 : changesOnly ? 1 : 3;
    int rounds = 0;
    for (int at = 1;; at += stride) {
        const SyncBench bench = makeBench();
        const auto faulty = std::make_shared<FaultyFileSystem>(bench.files);
        const auto plan = bench.plan(job());
        QVERIFY(plan);
        const StoreSession sourceSession = bench.session(SyncBench::sourceRoot, faulty);
        const StoreSession targetSession = bench.session(SyncBench::targetRoot, faulty);
        faulty->setFault({.at = at,
                          .systemError = systemError,
                          .how = after ? Fault::How::After : Fault::How::Instead,
                          .fromThenOn = fromThenOn,
                          .changesOnly = changesOnly});
        SyncRunOptions options{.job = job(), .removes = true, .workers = workers, .threads = workers};
        SyncReport report;
        if (const auto source = LocalSource::open(sourceSession); source)
            report = runSync(**source, targetSession, *plan, options);
        const bool happened = faulty->happened();
        faulty->setFault({});
        checkKept(bench);
        if (QTest::currentTestFailed())
            qFatal("call %d", at);
        const SyncReport again = bench.run(job());
        const std::string differs = difference(withoutHalfRemoved(m_after), withoutHalfRemoved(bench.rows(SyncBench::targetRoot)));
        const bool isOnlyHalfRemoved = again.problems.size() == 1 && !again.failure
            && again.problems.front() == Error{Error::Kind::Damaged, MessageId::PlanOwnerUnreadable, {"vm/9", ""}, 0};
        if (!(again.isOk() || isOnlyHalfRemoved) || !differs.empty())
            qFatal("call %d: %s %s", at, failureOf(again).c_str(), differs.c_str());
        ++rounds;
        if (!happened)
            break;
    }
    QVERIFY(rounds > 20);
    qInfo("%d syncs disturbed", rounds);
}

/// A source that loses a chunk while it is read: the snapshot is not there, the others are.
void TestSyncFaults::lostChunk()
{
    const SyncBench bench = makeBench();
    const std::string digest = Digest::of(std::string_view("d")).toHex();
    bench.files->removeTree(std::string(SyncBench::sourceRoot) + "/.chunks/" + digest.substr(0, 4) + "/" + digest);
    const SyncReport report = bench.run(job());
    QVERIFY(!report.isOk() && !report.failure);
    QCOMPARE(report.problems.size(), 1U);
    QCOMPARE(report.problems.front().id, MessageId::SyncChunkMissing);
    QCOMPARE(report.copied, 1U);
    QCOMPARE(problemsIn(bench, SyncBench::targetRoot), "");
    const Rows rows = bench.rows(SyncBench::targetRoot);
    QVERIFY(!std::ranges::contains(rows, "vm/1/2025-01-02T00:00:00Z", &Row::path));
    QVERIFY(std::ranges::contains(rows, "vm/1/2024-01-01T00:00:00Z", &Row::path)); // of a group that failed nothing is removed
}

void TestSyncFaults::damagedChunk_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<MessageId>("problem");
    const std::string encrypted("\x7b\x67\x85\xbe\x22\x2d\x4c\xf0\0\0\0\0"
                                "0123456789abcdef0123456789abcdef",
                                44);
    QTest::newRow("other content") << QByteArray::fromStdString(encodeBlob("D")) << MessageId::SyncChunkDamaged;
    QTest::newRow("more content") << QByteArray::fromStdString(encodeBlob("dd")) << MessageId::SyncChunkDamaged;
    QTest::newRow("bad checksum") << QByteArray::fromStdString(encodeBlob("d")).replace(8, 1, "x") << MessageId::SyncChunkDamaged;
    QTest::newRow("empty") << QByteArray() << MessageId::SyncChunkDamaged;
    QTest::newRow("encrypted") << QByteArray::fromStdString(encrypted) << MessageId::SyncChunkMixed;
}

void TestSyncFaults::damagedChunk()
{
    QFETCH(QByteArray, bytes);
    QFETCH(MessageId, problem);
    const SyncBench bench = makeBench();
    const std::string digest = Digest::of(std::string_view("d")).toHex();
    bench.makeChunk(SyncBench::sourceRoot, digest, bytes.toStdString());
    const SyncReport report = bench.run(job());
    QCOMPARE(report.problems.size(), 1U);
    QCOMPARE(report.problems.front().id, problem);
    QVERIFY(!bench.chunks(SyncBench::targetRoot).contains(digest));
    QCOMPARE(problemsIn(bench, SyncBench::targetRoot), "");
}

/// It waits while one runs, and everything is copied behind it.
void TestSyncFaults::garbageCollection()
{
    const SyncBench bench = makeBench();
    const std::string lock = std::string(SyncBench::targetRoot) + "/.lock";
    const auto plan = bench.plan(job());
    const StoreSession target = bench.session(SyncBench::targetRoot);
    bench.files->setExclusiveRecordLock(lock, 77);
    int waits = 0;
    SyncRunOptions options{.job = job(), .removes = true};
    options.log = [&](const SyncEvent &event) {
        if (event.what != SyncEvent::What::Waiting)
            return;
        ++waits;
        bench.files->setExclusiveRecordLock(lock, 0);
    };
    const auto source = LocalSource::open(bench.session(SyncBench::sourceRoot));
    const SyncReport report = runSync(**source, target, *plan, options);
    if (report.failure) // "no PBS" wants a proof, so that a store whose .lock somebody has is not written at all
        QCOMPARE(report.failure->id, MessageId::WriteLockHeld);
    else
        QVERIFY(waits > 0 && report.isOk());
    bench.files->setExclusiveRecordLock(lock, 0);
    QVERIFY(bench.run(job()).isOk());
    QCOMPARE(difference(m_after, bench.rows(SyncBench::targetRoot)), "");
}

/// Asked to stop after the first snapshot: what is there is whole, and the next sync does the rest.
void TestSyncFaults::stopped()
{
    const SyncBench bench = makeBench();
    std::stop_source stop;
    SyncRunOptions options;
    options.stop = stop.get_token();
    options.log = [&stop](const SyncEvent &event) {
        if (event.what == SyncEvent::What::Copied)
            stop.request_stop();
    };
    const SyncReport report = bench.run(job(), nullptr, options);
    QVERIFY(report.stopped && !report.isOk() && !report.failure);
    QCOMPARE(report.copied, 1U);
    QCOMPARE(report.removedSnapshots, 0U);
    QCOMPARE(problemsIn(bench, SyncBench::targetRoot), "");
    const SyncReport again = bench.run(job());
    QVERIFY(again.isOk());
    QCOMPARE(again.copied, 1U);
    QCOMPARE(difference(m_after, bench.rows(SyncBench::targetRoot)), "");
}

QTEST_GUILESS_MAIN(TestSyncFaults)

#include "tst_syncfaults.moc"
