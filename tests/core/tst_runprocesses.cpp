// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/posix.h"
#include "support/diskbench.h"
#include "support/faultyfilesystem.h"

#include <QTest>

#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace espalier;
using namespace espalier::test;

// Runs on the real file system, in real processes: killed at every step, two at once, with others holding PBS's locks.

namespace {

namespace files = std::filesystem;

void fillFlat(fs::MemoryFileSystem &files)
{
    makeNamespace(files, "/store", "sites/graz");
    for (int i = 1; i <= 3; ++i)
        makeGroup(files, "/store", "", "vm/" + std::to_string(i), {"2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z"}, "backup@pbs", "note");
}

std::vector<Change> movesTo(std::string_view target)
{
    std::vector<Change> changes;
    for (const char *id : {"vm/1", "vm/2", "vm/3"})
        changes.emplace_back(moveOf(id, "", target));
    return changes;
}

void undoAll(const DiskBench &bench)
{
    for (int i = 0; i < 4; ++i) {
        const History history = bench.history();
        const JournalRun *last = lastUndoable(history);
        if (!last)
            return;
        const auto undo = planUndo(bench.session(), *last, NewBackups::Take);
        QVERIFY(undo);
        if (undo->steps.empty())
            return;
        const RunReport report = executeUndo(bench.session(), *undo);
        QVERIFY2(report.complete(), failureOf(report).c_str());
    }
}

} // namespace

class tst_RunProcesses : public QObject
{
    Q_OBJECT

private slots:
    void killedAtEveryCall_data();
    void killedAtEveryCall();
    void twoAtOnce();
    void underPbsLocks_data();
    void underPbsLocks();
    void garbageCollectionIsKeptOut();
    void leavesNothingOfRootsOwn();
};

void tst_RunProcesses::killedAtEveryCall_data()
{
    QTest::addColumn<int>("maxLocks");
    QTest::addColumn<bool>("undo");
    QTest::newRow("a move") << 0 << false;
    QTest::newRow("a move snapshot by snapshot") << 1 << false;
    QTest::newRow("an undo") << 0 << true;
    QTest::newRow("an undo snapshot by snapshot") << 1 << true;
}

void tst_RunProcesses::killedAtEveryCall()
{
    QFETCH(int, maxLocks);
    QFETCH(bool, undo);
    RunOptions options;
    options.maxLocks = static_cast<std::size_t>(maxLocks);
    constexpr int killed = 128 + SIGKILL;
    int at = 1;
    for (int status = killed; status == killed; ++at) {
        const DiskBench bench(fillFlat);
        const Rows before = bench.rows();
        std::vector<Change> changes{CreateNamespace{ns("new")}};
        std::ranges::copy(movesTo("new"), std::back_inserter(changes));
        const Plan plan = bench.plan(changes);
        if (undo)
            QVERIFY(executePlan(bench.session(), plan).complete());
        status = inChild([&] {
            const auto faulty = std::make_shared<FaultyFileSystem>(fs::posixFileSystem(), Fault{}, [&](int call, std::string_view) {
                if (call == at)
                    kill(getpid(), SIGKILL);
            });
            const StoreSession session = bench.session(); // opened before: only the run is counted
            StoreSession counted = bench.session(faulty);
            faulty->setFault({});
            if (!undo)
                return executePlan(counted, plan, options).complete() ? 0 : 1;
            const History history = readHistory(session).value();
            const UndoPlan back = planUndo(session, *lastUndoable(history), NewBackups::Take).value();
            return executeUndo(counted, back, options).complete() ? 0 : 1;
        });
        QVERIFY(status == killed || status == 0);
        QCOMPARE(backupsIn(bench.rows()), backupsIn(before));
        const History history = bench.history();
        QVERIFY(history.problems.empty());
        for (const JournalRun &run : history.runs) {
            QVERIFY(run.endedAt || status == killed);
        }
        undoAll(bench);
        QCOMPARE(difference(before, bench.rows()), "");
        if (QTest::currentTestFailed()) {
            qWarning("killed at call %d", at);
            return;
        }
    }
    qInfo("%d calls", at - 2);
}

void tst_RunProcesses::twoAtOnce()
{
    for (int round = 0; round < 10; ++round) {
        const DiskBench bench(fillFlat);
        const Rows before = bench.rows();
        const Plan one = bench.plan(movesTo("sites"));
        const Plan two = bench.plan(movesTo("sites/graz"));
        std::array<pid_t, 2> children{};
        for (std::size_t i = 0; i < children.size(); ++i) {
            children[i] = fork();
            if (children[i] == 0)
                _exit(executePlan(bench.session(), i == 0 ? one : two).complete() ? 0 : 1);
        }
        for (const pid_t child : children)
            waitpid(child, nullptr, 0);
        QCOMPARE(backupsIn(bench.rows()), backupsIn(before));
        QVERIFY(bench.history().problems.empty());
    }
}

void tst_RunProcesses::underPbsLocks_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("moves");
    QTest::newRow("nobody holds anything") << "" << true;
    QTest::newRow("the source group") << "vm-2" << false;
    QTest::newRow("the target group") << "sites:graz/vm-2" << false;
    QTest::newRow("a snapshot") << "vm-2-2025\\x2d01\\x2d02T00\\x3a00\\x3a00Z" << false;
    QTest::newRow("another group") << "vm-9" << true;
}

void tst_RunProcesses::underPbsLocks()
{
    if (fs::processUser() != 0)
        QSKIP("Only root can be the backup user of a PBS host.");
    QFETCH(QString, file);
    QFETCH(bool, moves);
    DiskBench bench(fillFlat);
    bench.makePbs();
    const Rows before = bench.rows();
    const std::string path = bench.pbsRoot + "/run/proxmox-backup/locks/tank/" + file.toStdString();
    const Plan plan = bench.plan({moveOf("vm/2", "", "sites/graz")});
    const Holder holder([&] {
        if (file.isEmpty())
            return true;
        files::create_directories(files::path(path).parent_path());
        const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0660);
        if (::lchown(files::path(path).parent_path().c_str(), 34, 34) != 0 || ::lchown(path.c_str(), 34, 34) != 0)
            return false;
        return fd >= 0 && flock(fd, LOCK_SH | LOCK_NB) == 0;
    });
    QVERIFY(holder.taken);
    const RunReport report = executePlan(bench.session(), plan);
    if (moves) {
        QVERIFY2(report.complete(), failureOf(report).c_str());
        QVERIFY(!files::exists(bench.pbsRoot + "/run/proxmox-backup/locks/tank/vm-2")); // stale lock files are removed
        QVERIFY(files::exists(bench.pbsRoot + "/var/lib/proxmox-backup/espalier/" + report.runId + ".jsonl"));
        QCOMPARE(backupsIn(bench.rows()), backupsIn(before));
    } else {
        QVERIFY(report.failure);
        QCOMPARE(report.failure->kind, Error::Kind::Busy);
        QCOMPARE(difference(before, bench.rows()), "");
    }
}

void tst_RunProcesses::garbageCollectionIsKeptOut()
{
    const DiskBench bench(fillFlat);
    const Rows before = bench.rows();
    const Plan plan = bench.plan(movesTo("sites"));
    const Holder collector([&] {
        const int fd = open((bench.root + "/.lock").c_str(), O_RDWR | O_CLOEXEC);
        struct flock exclusive = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 0, .l_pid = 0};
        return fd >= 0 && fcntl(fd, F_SETLK, &exclusive) == 0;
    });
    QVERIFY(collector.taken);
    const RunReport report = executePlan(bench.session(), plan);
    QVERIFY(report.failure);
    QVERIFY(report.runId.empty());
    QCOMPARE(difference(before, bench.rows()), "");
}

void tst_RunProcesses::leavesNothingOfRootsOwn()
{
    if (fs::processUser() != 0)
        QSKIP("Only root acts as somebody else.");
    DiskBench bench(fillFlat);
    bench.makePbs();
    const Plan plan = bench.plan({CreateNamespace{ns("new")}, moveOf("vm/1", "", "new")});
    const RunReport report = executePlan(bench.session(), plan);
    QVERIFY2(report.complete(), failureOf(report).c_str());
    for (const std::string &top : {bench.root, bench.pbsRoot + "/run", bench.pbsRoot + "/var"}) {
        for (const auto &entry : files::recursive_directory_iterator(top)) {
            struct stat status{};
            QCOMPARE(::lstat(entry.path().c_str(), &status), 0);
            QVERIFY2(status.st_uid == 34 && status.st_gid == 34, entry.path().c_str());
        }
    }
}

QTEST_APPLESS_MAIN(tst_RunProcesses)
#include "tst_runprocesses.moc"
