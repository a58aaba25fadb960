// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultyfilesystem.h"
#include "support/syncdisk.h"

#include <QTest>

#include <filesystem>
#include <fstream>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace espalier;
using namespace espalier::test;

// Syncs on the real file system, in real processes: killed at one change after the other, and beside a garbage collection. What is there
// then is whole, and the next sync does the rest and leaves nothing lying about.

namespace files = std::filesystem;

namespace {

SyncOptions job()
{
    SyncOptions options;
    options.owner = "backup@pbs";
    return options;
}

SyncBench makeBench()
{
    SyncBench bench;
    const SnapshotWriter source(bench, SyncBench::sourceRoot);
    const SnapshotWriter target(bench, SyncBench::targetRoot);
    source.group("", "vm/1");
    target.group("", "vm/1");
    target.snapshot("", "vm/1", "2025-01-01T00:00:00Z", {"a", "b"});
    source.snapshot("", "vm/1", "2025-01-01T00:00:00Z", {"a", "b"});
    source.snapshot("", "vm/1", "2025-01-02T00:00:00Z", {"a", "c", "d"});
    source.snapshot("", "vm/1", "2025-01-03T00:00:00Z", {"c", "e", "f", "g"});
    source.group("n/m", "ct/2");
    source.snapshot("n/m", "ct/2", "2025-01-02T00:00:00Z", {"h", "a", "i"});
    return bench;
}

/// Does @p work in a process of its own, which may end itself.
void inProcess(const std::function<void()> &work)
{
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    waitpid(child, nullptr, 0);
}

} // namespace

class TestSyncProcesses : public QObject
{
    Q_OBJECT

private slots:
    void killed_data();
    void killed();
    void accessTimes();
    void lockIsLetGo();
    void onlyTheLockedStays();
    void links();
};

void TestSyncProcesses::killed_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("workers");
    QTest::newRow("one thread") << 1 << 1;
    QTest::newRow("four threads") << 4 << 1;
    QTest::newRow("three workers") << 3 << 3;
}

void TestSyncProcesses::killed()
{
    QFETCH(int, threads);
    QFETCH(int, workers);
    const SyncBench bench = makeBench();
    const DiskPair undisturbed(bench);
    QVERIFY(undisturbed.run(job()).isOk());
    const Rows expected = undisturbed.rows(SyncBench::targetRoot);
    const int stride = qEnvironmentVariableIsSet("ESPALIER_ALL_FAULTS") ? 1 : threads == 1 ? 4 : 9;
    int kills = 0;
    for (int at = 1; at < 400; at += stride) { // of about a hundred changes
        const DiskPair pair(bench);
        const Rows source = pair.rows(SyncBench::sourceRoot);
        inProcess([&] {
            const auto faulty
                = std::make_shared<FaultyFileSystem>(fs::posixFileSystem(), Fault{.changesOnly = true}, [at](int call, std::string_view) {
                      if (call == at)
                          kill(getpid(), SIGKILL);
                  });
            SyncRunOptions options;
            options.workers = static_cast<unsigned>(workers);
            options.threads = static_cast<unsigned>(threads);
            (void)pair.run(job(), faulty, options);
        });
        const bool isComplete = difference(expected, pair.rows(SyncBench::targetRoot)).empty();
        QCOMPARE(pair.problems(), "");
        QCOMPARE(difference(source, pair.rows(SyncBench::sourceRoot)), "");
        const SyncReport again = pair.run(job());
        QVERIFY2(again.isOk(), (std::to_string(at) + " " + failureOf(again)).c_str());
        QCOMPARE(std::to_string(at) + difference(expected, pair.rows(SyncBench::targetRoot)), std::to_string(at));
        QCOMPARE(pair.problems(), "");
        QCOMPARE(pair.strayFiles(), std::vector<std::string>());
        QVERIFY2(files::is_empty(pair.path + "/state/espalier/sync"), std::to_string(at).c_str());
        ++kills;
        if (isComplete)
            break;
    }
    QVERIFY(kills > 8);
    qInfo("killed at %d changes", kills);
}

/// A chunk that is there gets its access renewed and keeps all else, so that no garbage collection takes it.
void TestSyncProcesses::accessTimes()
{
    const DiskPair pair(makeBench());
    const std::string digest = Digest::of(std::string_view("a")).toHex();
    const std::string chunk = pair.path + SyncBench::targetRoot + "/.chunks/" + digest.substr(0, 4) + "/" + digest;
    const timespec old[2] = {{1000, 0}, {2000, 5}};
    QCOMPARE(utimensat(AT_FDCWD, chunk.c_str(), old, 0), 0);
    struct stat before{};
    QCOMPARE(stat(chunk.c_str(), &before), 0);
    QVERIFY(pair.run(job()).isOk());
    struct stat after{};
    QCOMPARE(stat(chunk.c_str(), &after), 0);
    QVERIFY(after.st_atim.tv_sec > 1'000'000'000);
    QCOMPARE(after.st_mtim.tv_sec, 2000);
    QCOMPARE(after.st_mtim.tv_nsec, 5);
    QCOMPARE(after.st_ino, before.st_ino);
}

/// In slices as short as can be everything is seen again and again, and copied once.
void TestSyncProcesses::lockIsLetGo()
{
    const DiskPair pair(makeBench());
    SyncRunOptions options;
    options.longestHold = std::chrono::milliseconds(20);
    options.threads = 2;
    const SyncReport report = pair.run(job(), fs::posixFileSystem(), options);
    QVERIFY2(report.isOk(), failureOf(report).c_str());
    QCOMPARE(report.chunks.copied, 7U);
    QCOMPARE(pair.problems(), "");
}

/// What another process has locked is left to it: its unfinished snapshot, though it has the name of one that is to be copied.
void TestSyncProcesses::onlyTheLockedStays()
{
    const DiskPair pair(makeBench());
    const std::string snapshot = pair.path + SyncBench::targetRoot + "/vm/1/2025-01-02T00:00:00Z";
    files::create_directories(snapshot);
    std::ofstream(snapshot + "/half.blob") << "half";
    const auto group = fs::posixFileSystem()->open(pair.path + SyncBench::targetRoot + "/vm/1").value();
    {
        const auto lock = group->lockDirectory("2025-01-02T00:00:00Z", fs::Access::Exclusive);
        QVERIFY(lock);
        const SyncReport report = pair.run(job());
        QVERIFY(!report.isOk() && !report.failure);
        QCOMPARE(report.problems.front().id, MessageId::SnapshotBusy);
        QVERIFY(files::exists(snapshot + "/half.blob") && !files::exists(snapshot + "/index.json.blob"));
        QVERIFY(files::exists(pair.path + SyncBench::targetRoot + "/ns/n/ns/m/ct/2/2025-01-02T00:00:00Z/index.json.blob"));
    }
    QVERIFY(pair.run(job()).isOk());
    QVERIFY(!files::exists(snapshot + "/half.blob") && files::exists(snapshot + "/index.json.blob"));
}

/// Symbolic links in the way are never followed, neither to read nor to write.
void TestSyncProcesses::links()
{
    const DiskPair pair(makeBench());
    const std::string outside = pair.path + "/outside";
    files::create_directories(outside);
    const std::string digest = Digest::of(std::string_view("d")).toHex();
    const std::string prefix = pair.path + SyncBench::targetRoot + "/.chunks/" + digest.substr(0, 4);
    files::remove_all(prefix);
    files::create_directory_symlink(outside, prefix);
    const SyncReport report = pair.run(job());
    QVERIFY(!report.isOk());
    QVERIFY(files::is_empty(outside));
    QCOMPARE(pair.problems(), "");
}

QTEST_GUILESS_MAIN(TestSyncProcesses)

#include "tst_syncprocesses.moc"
