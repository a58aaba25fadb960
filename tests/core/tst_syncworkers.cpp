// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/locks.h"
#include "core/pbs/humanbyte.h"
#include "core/pbs/syncjob.h"
#include "core/sync/ratelimit.h"
#include "core/sync/storehold.h"
#include "support/faultyfilesystem.h"
#include "support/randomsync.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <random>
#include <thread>

using namespace espalier;
using namespace espalier::test;
using namespace std::chrono_literals;

// Groups that are copied side by side, and rates that are kept to. ESPALIER_SEEDS says how many random pairs.

namespace {

/// Counts what is read, and who reads at the same time.
class WatchedSource : public SyncSource
{
public:
    WatchedSource(SyncSource &source, std::chrono::milliseconds delay) : m_source(source), m_delay(delay) {}

    Result<std::unique_ptr<fs::Lock>> hold(const SnapshotAddress &snapshot) override
    {
        {
            const std::lock_guard guard(m_mutex);
            m_groups.insert(snapshot.group.toString());
            most = std::max(most, m_groups.size());
        }
        std::this_thread::sleep_for(m_delay);
        auto held = m_source.hold(snapshot);
        const std::lock_guard guard(m_mutex);
        m_groups.erase(snapshot.group.toString());
        return held;
    }

    Result<std::string> file(const SnapshotAddress &snapshot, std::string_view name) override { return m_source.file(snapshot, name); }

    Result<std::string> chunk(const Digest &digest) override
    {
        std::this_thread::sleep_for(m_delay);
        ++chunks;
        return m_source.chunk(digest);
    }

    std::size_t most = 0; ///< Groups that were worked on at once.
    std::atomic<std::size_t> chunks = 0;

private:
    SyncSource &m_source;
    std::chrono::milliseconds m_delay;
    std::mutex m_mutex;
    std::set<std::string> m_groups;
};

constexpr int groups = 6;

/// Bytes that cannot be compressed.
std::string noise(std::size_t length)
{
    std::mt19937 engine(static_cast<unsigned>(length));
    std::string bytes(length, '\0');
    std::ranges::generate(bytes, [&engine] { return static_cast<char>(engine()); });
    return bytes;
}

void fillWithGroups(const SyncBench &bench, const std::vector<std::string> &chunks)
{
    const SnapshotWriter writer(bench, SyncBench::sourceRoot);
    for (int i = 0; i < groups; ++i) {
        const std::string id = std::format("vm/{}", i);
        writer.group("", id);
        writer.snapshot("", id, "2025-01-01T00:00:00Z", chunks);
    }
}

SyncOptions everything()
{
    SyncOptions job;
    job.owner = "backup@pbs";
    return job;
}

SyncReport runWatched(const SyncBench &bench, SyncRunOptions options, WatchedSource &source)
{
    options.job = everything();
    return runSync(source, bench.session(SyncBench::targetRoot), bench.plan(options.job).value(), options);
}

} // namespace

class TestSyncWorkers : public QObject
{
    Q_OBJECT

private slots:
    void sameAsOneAfterTheOther();
    void workTogether();
    void sharedChunksAreReadOnce();
    void oneFailureKeepsNobodyBack();
    void fullDiskEndsAll();
    void progressNeverGoesBack();
    void stop();
    void holdIsShared();
    void holdIsLetGoByAll();
    void limitIsKept();
    void slowCopyLetsGo();
    void humanBytes_data();
    void humanBytes();
    void ratesOfJobs();
};

void TestSyncWorkers::sameAsOneAfterTheOther()
{
    const int seeds = qEnvironmentVariableIsSet("ESPALIER_SEEDS") ? qEnvironmentVariableIntValue("ESPALIER_SEEDS") : 60;
    for (int seed = 1; seed <= seeds; ++seed) {
        Dice dice(static_cast<std::uint64_t>(seed));
        const SyncBench alone;
        const SyncBench together;
        Dice same = dice;
        for (const char *root : {SyncBench::sourceRoot, SyncBench::targetRoot}) {
            fillRandomly(alone, root, dice);
            fillRandomly(together, root, same);
        }
        const SyncOptions job = randomJob(dice);
        const unsigned workers = 2 + static_cast<unsigned>(dice.below(5));
        const std::string name = "seed " + std::to_string(seed) + ": ";
        const SyncReport expected = alone.run(job);
        const SyncReport report = together.run(job, nullptr, {.job = {}, .workers = workers});
        QCOMPARE(name + difference(alone.rows(SyncBench::targetRoot), together.rows(SyncBench::targetRoot)), name);
        QCOMPARE(name + problemsIn(together, SyncBench::targetRoot), name);
        QCOMPARE(report.copied, expected.copied);
        QCOMPARE(report.updated, expected.updated);
        QCOMPARE(report.chunks.copied, expected.chunks.copied);
        QCOMPARE(report.chunks.bytes, expected.chunks.bytes);
        QCOMPARE(report.removedSnapshots, expected.removedSnapshots);
        QCOMPARE(report.problems.size(), expected.problems.size());
    }
}

void TestSyncWorkers::workTogether()
{
    const SyncBench bench;
    fillWithGroups(bench, {"a"});
    const auto source = LocalSource::open(bench.session(SyncBench::sourceRoot));
    WatchedSource one(**source, 5ms);
    QVERIFY(runWatched(bench, {.job = {}}, one).isOk());
    QCOMPARE(one.most, 1U);

    const SyncBench again;
    fillWithGroups(again, {"a"});
    WatchedSource several(**source, 50ms);
    QVERIFY(runWatched(again, {.job = {}, .workers = 3}, several).isOk());
    QCOMPARE(several.most, 3U);
}

/// Whoever needs a chunk that another one is at waits for it.
void TestSyncWorkers::sharedChunksAreReadOnce()
{
    const SyncBench bench;
    const std::vector<std::string> chunks{"a", "b", "c", "d"};
    fillWithGroups(bench, chunks);
    const auto source = LocalSource::open(bench.session(SyncBench::sourceRoot));
    WatchedSource watched(**source, 20ms);
    const SyncReport report = runWatched(bench, {.job = {}, .workers = groups, .threads = groups * 4}, watched);
    QVERIFY2(report.isOk(), failureOf(report).c_str());
    QCOMPARE(watched.chunks.load(), chunks.size());
    QCOMPARE(report.chunks.copied, chunks.size());
    QCOMPARE(problemsIn(bench, SyncBench::targetRoot), "");
}

void TestSyncWorkers::oneFailureKeepsNobodyBack()
{
    const SyncBench bench;
    fillWithGroups(bench, {"a"});
    const SnapshotWriter writer(bench, SyncBench::sourceRoot);
    writer.snapshot("", "vm/2", "2025-01-02T00:00:00Z", {"lost"});
    const std::string digest = Digest::of("lost").toHex();
    bench.files->removeTree(std::string(SyncBench::sourceRoot) + "/.chunks/" + digest.substr(0, 4) + "/" + digest);
    const SyncReport report = bench.run(everything(), nullptr, {.job = {}, .workers = 4});
    QVERIFY(!report.failure);
    QCOMPARE(report.problems.size(), 1U);
    QCOMPARE(report.problems.front().id, MessageId::SyncChunkMissing);
    QCOMPARE(report.copied, static_cast<std::size_t>(groups));
}

void TestSyncWorkers::fullDiskEndsAll()
{
    const SyncBench bench;
    fillWithGroups(bench, {"a", "b", "c"});
    const Fault full{.at = 12, .systemError = ENOSPC, .fromThenOn = true, .changesOnly = true};
    const SyncReport report = bench.run(everything(), std::make_shared<FaultyFileSystem>(bench.files, full), {.job = {}, .workers = 4});
    QVERIFY(report.failure.has_value());
    QCOMPARE(report.failure->id, MessageId::FileSystemFull);
    QVERIFY(bench.run(everything()).isOk());
    QCOMPARE(problemsIn(bench, SyncBench::targetRoot), "");
}

void TestSyncWorkers::progressNeverGoesBack()
{
    const SyncBench bench;
    fillWithGroups(bench, {"a", "b"});
    SyncRunOptions options{.job = {}, .workers = 3};
    std::atomic<int> inside = 0;
    bool isAlone = true;
    double last = 0;
    bool isSteady = true;
    options.progress = [&](const SyncProgress &progress) {
        isAlone = isAlone && ++inside == 1;
        isSteady = isSteady && progress.share() >= last;
        last = progress.share();
        --inside;
    };
    options.log = [&](const SyncEvent &) {
        isAlone = isAlone && ++inside == 1;
        --inside;
    };
    QVERIFY(bench.run(everything(), nullptr, options).isOk());
    QVERIFY(isAlone);
    QVERIFY(isSteady);
    QVERIFY(last > 0.5 && last <= 1);
}

void TestSyncWorkers::stop()
{
    const SyncBench bench;
    fillWithGroups(bench, {"a", "b", "c"});
    const auto source = LocalSource::open(bench.session(SyncBench::sourceRoot));
    WatchedSource slow(**source, 100ms);
    std::stop_source stop;
    std::jthread stopper([&stop] {
        std::this_thread::sleep_for(150ms);
        stop.request_stop();
    });
    const SyncReport report = runWatched(bench, {.job = {}, .workers = 2, .threads = 2, .stop = stop.get_token()}, slow);
    QVERIFY(report.stopped && !report.failure);
    QVERIFY(report.copied < groups);
    QVERIFY(bench.run(everything()).isOk());
    QCOMPARE(problemsIn(bench, SyncBench::targetRoot), "");
}

/// As long as one relies on it, what the others saw stays true.
void TestSyncWorkers::holdIsShared()
{
    const SyncBench bench;
    const auto target = LocalTarget::open(bench.session(SyncBench::targetRoot));
    StoreHold hold(*(*target)->locks, 1h, {});
    StoreHold::Share one(hold, nullptr);
    StoreHold::Share other(hold, nullptr);
    QVERIFY(one.isDue());
    QVERIFY(one.ensure());
    const unsigned generation = one.generation();
    QVERIFY(other.ensure());
    QCOMPARE(other.generation(), generation);
    one.release();
    QVERIFY(one.isDue() && !other.isDue());
    QVERIFY(one.ensure());
    QCOMPARE(one.generation(), generation);
    one.release();
    other.release();
    QVERIFY(one.ensure());
    QVERIFY(one.generation() != generation);
}

/// Nobody gets it again before all have let it go: else a garbage collection would never come to its turn.
void TestSyncWorkers::holdIsLetGoByAll()
{
    const SyncBench bench;
    const auto target = LocalTarget::open(bench.session(SyncBench::targetRoot));
    StoreHold hold(*(*target)->locks, 20ms, {});
    StoreHold::Share one(hold, nullptr);
    StoreHold::Share other(hold, nullptr);
    QVERIFY(one.ensure() && other.ensure());
    const unsigned generation = one.generation();
    std::this_thread::sleep_for(30ms);
    QVERIFY(one.isDue() && other.isDue());
    std::atomic<bool> isBack = false;
    std::jthread waiting([&] {
        if (one.ensure())
            isBack = true;
    });
    std::this_thread::sleep_for(50ms);
    QVERIFY(!isBack);
    other.release();
    waiting.join();
    QVERIFY(isBack);
    QVERIFY(one.generation() != generation);
}

void TestSyncWorkers::limitIsKept()
{
    std::chrono::steady_clock::time_point now{};
    RateLimit limit({.bytesPerSecond = 100, .burst = 300}, [&now] { return now; });
    limit.spend(300);
    QCOMPARE(limit.debt().count(), 0);
    limit.spend(50);
    QCOMPARE(limit.debt().count(), 500);
    now += 250ms;
    QCOMPARE(limit.debt().count(), 250);
    now += 1h; // no more than the burst is saved up
    limit.spend(400);
    QCOMPARE(limit.debt().count(), 1000);
    RateLimit hostile({.bytesPerSecond = 0, .burst = 0}, [&now] { return now; });
    hostile.spend(2);
    QCOMPARE(hostile.debt().count(), 2000);
}

/// Whoever waits for long does not keep others from collecting garbage, and what they collect meanwhile is copied again.
void TestSyncWorkers::slowCopyLetsGo()
{
    const auto timesLocked = [](const std::optional<TransferRate> &rate) {
        const SyncBench bench;
        const SnapshotWriter writer(bench, SyncBench::sourceRoot);
        writer.group("", "vm/1");
        writer.snapshot("", "vm/1", "2025-01-01T00:00:00Z", {noise(3000), noise(3001)});
        int times = 0;
        const auto watched = std::make_shared<FaultyFileSystem>(
            bench.files, Fault{}, [&times](int, std::string_view name) { times += name == "holdRecordLock" ? 1 : 0; });
        SyncRunOptions options{.job = {}, .threads = 1};
        options.rate = rate;
        const SyncReport report = bench.run(everything(), watched, options);
        return report.isOk() && report.chunks.copied == 2 && problemsIn(bench, SyncBench::targetRoot).empty() ? times : 0;
    };
    const int quick = timesLocked(std::nullopt);
    QVERIFY(quick > 0);
    QElapsedTimer clock;
    clock.start();
    const int slow = timesLocked(TransferRate{.bytesPerSecond = 2000, .burst = 2000});
    QVERIFY(clock.elapsed() >= 2000);
    QVERIFY2(slow > quick, std::to_string(slow).c_str());
}

void TestSyncWorkers::humanBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("bytes"); // less than 0: none
    const auto row = [](const char *text, double bytes) { QTest::newRow(text) << QByteArray(text) << bytes; };
    row("1024", 1024);
    row("1024 B", 1024);
    row("20 MiB", 20 * 1048576.0);
    row("1.5 GB", 1.5e9);
    row("1k", 1000);
    row("1Ki", 1024);
    row(".5 kib", 512);
    row("5.", 5);
    row("2   TiB ", 2 * 1099511627776.0);
    row("1 PB", 1e15);
    row("1 EiB", -1);
    row(" 1", -1);
    row("-1", -1);
    row("1 KiBB", -1);
    row("1.2.3", -1);
    row("MiB", -1);
    row("", -1);
}

void TestSyncWorkers::humanBytes()
{
    QFETCH(QByteArray, text);
    QFETCH(double, bytes);
    QCOMPARE(bytesFromHuman(text.toStdString()).value_or(-1), bytes);
}

void TestSyncWorkers::ratesOfJobs()
{
    SyncJob job;
    QVERIFY(!job.rate());
    job.rateIn = "1 KiB";
    job.rateOut = "2 KiB";
    job.burstOut = "1 MiB";
    QCOMPARE(job.rate(), (TransferRate{1024, 1024}));
    job.direction = SyncDirection::Push;
    QCOMPARE(job.rate(), (TransferRate{2048, 1048576}));
    for (const char *none : {"inf", "nan", "0", "0.5"})
        QVERIFY2(!TransferRate::fromHuman(none, "1 MiB"), none);
    QCOMPARE(TransferRate::fromHuman("1 MiB", "1"), (TransferRate{1048576, 1048576})); // it could not be kept to otherwise
}

QTEST_GUILESS_MAIN(TestSyncWorkers)

#include "tst_syncworkers.moc"
