// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/lockname.h"
#include "core/plan/removals.h"
#include "core/run/resume.h"
#include "support/diskbench.h"
#include "support/faultyfilesystem.h"

#include <QTest>

#include <fcntl.h>
#include <sys/file.h>

using namespace espalier;
using namespace espalier::test;

// Backups are removed on the real file system, in real processes: killed at every call, and while somebody else holds PBS's locks.

namespace {

namespace files = std::filesystem;

const std::vector<std::string> times{"2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z", "2025-01-03T00:00:00Z", "2025-01-04T00:00:00Z"};

void fillTenants(fs::MemoryFileSystem &files)
{
    makeGroup(files, "/store", "a", "vm/1", times, "backup@pbs", "of a");
    makeGroup(files, "/store", "a", "vm/2", times);
    makeGroup(files, "/store", "", "ct/3", {times[0]});
}

SnapshotTime at(std::size_t index)
{
    return SnapshotTime::fromString(times[index]).value();
}

/// All but the newest of each group.
std::vector<Change> pruned(const DiskBench &bench)
{
    const auto tree = scan(bench.session().store().root).value().tree;
    return removalsOf(planPrune(tree, {}, {.last = 1}, TimeZone()), {"UTC", TimeZone()});
}

std::vector<std::string> leftIn(const DiskBench &bench, std::string_view where, std::string_view id)
{
    const auto found = scan(bench.session().store().root).value().tree.find(ns(where), group(id));
    std::vector<std::string> left;
    for (const Snapshot &snapshot : found ? found->snapshots : std::vector<Snapshot>())
        left.push_back(snapshot.time.toString());
    return left;
}

bool lockFile(const DiskBench &bench, const Result<LockFileName> &name, int how)
{
    const files::path path = files::path(bench.pbsRoot + "/run/proxmox-backup/locks/tank") / name.value().path();
    files::create_directories(path.parent_path());
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT, 0660);
    return file >= 0 && ::lchown(path.c_str(), 34, 34) == 0 && ::lchown(path.parent_path().c_str(), 34, 34) == 0
        && ::flock(file, how | LOCK_NB) == 0;
}

} // namespace

class tst_RemovalProcesses : public QObject
{
    Q_OBJECT

private slots:
    void killed_data();
    void killed();
    void pbsLocks_data();
    void pbsLocks();
    void groupLockKeepsTheEmptyGroup();
    void leavesNoLockFiles();
};

void tst_RemovalProcesses::killed_data()
{
    QTest::addColumn<bool>("wholeGroup");
    QTest::newRow("prune") << false;
    QTest::newRow("group") << true;
}

void tst_RemovalProcesses::killed()
{
    QFETCH(bool, wholeGroup);
    bool happened = true;
    int call = 1;
    for (; happened; call += 2) {
        const DiskBench bench(fillTenants);
        const Backups whole = backupsIn(bench.rows());
        const Plan plan = bench.plan(wholeGroup ? std::vector<Change>{RemoveGroup{ns("a"), group("vm/1")}} : pruned(bench));
        const int status = inChild([&] {
            const auto faulty = std::make_shared<FaultyFileSystem>(fs::posixFileSystem(), Fault(), [call](int number, std::string_view) {
                if (number == call)
                    ::kill(::getpid(), SIGKILL);
            });
            StoreSession session = bench.session(faulty);
            return executePlan(std::move(session), plan).complete() ? 0 : 1;
        });
        happened = status == 128 + SIGKILL;
        QVERIFY2(happened || status == 0, qPrintable(QStringLiteral("call %1: %2").arg(call).arg(status)));
        const std::string context = "killed at call " + std::to_string(call);
        for (const auto &backup : backupsIn(bench.rows()))
            QVERIFY2(whole.contains(backup) || !backup.second.contains("index.json.blob="), context.c_str());
        const History history = bench.history();
        QVERIFY2(history.problems.empty(), context.c_str());
        for (const JournalRun &run : history.runs) {
            if (!isRecoverable(run))
                continue;
            const auto recovery = planRecovery(bench.session(), run);
            QVERIFY2(recovery, context.c_str());
            const RunReport report = executeRecovery(bench.session(), *recovery);
            QVERIFY2(report.complete(), failureOf(report).c_str());
        }
        if (const auto rest = pruned(bench); !wholeGroup && !rest.empty())
            QVERIFY2(executePlan(bench.session(), bench.plan(rest)).complete(), context.c_str());
        if (wholeGroup) {
            const bool began = !history.runs.empty();
            QCOMPARE(leftIn(bench, "a", "vm/1").size(), began ? std::size_t(0) : times.size());
            QCOMPARE(files::exists(bench.root + "/ns/a/vm/1"), !began);
            QCOMPARE(leftIn(bench, "a", "vm/2"), times);
        } else {
            QCOMPARE(leftIn(bench, "a", "vm/1"), (std::vector{times[3]}));
            QCOMPARE(leftIn(bench, "a", "vm/2"), (std::vector{times[3]}));
        }
        QCOMPARE(leftIn(bench, "", "ct/3"), (std::vector{times[0]}));
        QCOMPARE(outsideScheme(bench.rows()), "");
    }
    qInfo("%d calls", call);
}

void tst_RemovalProcesses::pbsLocks_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("how");
    QTest::newRow("a reader of the snapshot") << "snapshot" << LOCK_SH;
    QTest::newRow("a writer of the snapshot") << "snapshot" << LOCK_EX;
    QTest::newRow("an editor of its notes") << "manifest" << LOCK_EX;
    QTest::newRow("a backup into the group") << "group" << LOCK_EX;
}

/// PBS's lock for the group is none for its snapshots (locking-and-safety §11).
void tst_RemovalProcesses::pbsLocks()
{
    if (fs::processUser() != 0)
        QSKIP("Only root can give a datastore to PBS's user.");
    QFETCH(QString, what);
    QFETCH(int, how);
    DiskBench bench(fillTenants);
    bench.makePbs();
    const Plan plan = bench.plan(pruned(bench));
    const NamespacePath where = ns("a");
    const GroupId id = group("vm/1");
    const Holder holder([&] {
        if (what == QLatin1String("group"))
            return lockFile(bench, groupLockName(where, id), how);
        return lockFile(bench, what == QLatin1String("manifest") ? manifestLockName(where, id, at(1)) : snapshotLockName(where, id, at(1)),
                        how);
    });
    QVERIFY(holder.taken);
    const RunReport report = executePlan(bench.session(), plan);
    QVERIFY2(report.complete(), failureOf(report).c_str());
    const bool stays = what != QLatin1String("group");
    QCOMPARE(leftIn(bench, "a", "vm/1"), stays ? (std::vector{times[1], times[3]}) : (std::vector{times[3]}));
    QCOMPARE(leftIn(bench, "a", "vm/2"), (std::vector{times[3]}));
    QCOMPARE(report.steps.front().note.has_value(), stays);
    if (stays)
        QCOMPARE(report.steps.front().note->id, MessageId::SnapshotBusy);
}

/// A backup that begins while the last snapshot goes keeps the group.
void tst_RemovalProcesses::groupLockKeepsTheEmptyGroup()
{
    if (fs::processUser() != 0)
        QSKIP("Only root can give a datastore to PBS's user.");
    DiskBench bench(fillTenants);
    bench.makePbs();
    const std::vector<Change> last{RemoveSnapshots{.ns = {}, .group = group("ct/3"), .times = {at(0)}}};
    const Plan plan = bench.plan(last);
    const Holder holder([&] { return lockFile(bench, groupLockName({}, group("ct/3")), LOCK_EX); });
    QVERIFY(holder.taken);
    QVERIFY(executePlan(bench.session(), plan).complete());
    QVERIFY(files::exists(bench.root + "/ct/3/owner"));
    QVERIFY(!files::exists(bench.root + "/ct/3/" + times[0]));
    const RunReport whole = executePlan(bench.session(), bench.plan({RemoveGroup{{}, group("ct/3")}}));
    QCOMPARE(whole.failure->id, MessageId::GroupBusy);
    QVERIFY(files::exists(bench.root + "/ct/3/owner"));
}

void tst_RemovalProcesses::leavesNoLockFiles()
{
    if (fs::processUser() != 0)
        QSKIP("Only root can give a datastore to PBS's user.");
    DiskBench bench(fillTenants);
    bench.makePbs();
    QVERIFY(executePlan(bench.session(), bench.plan({DeleteNamespace{.path = ns("a"), .withGroups = true}})).complete());
    QVERIFY(!files::exists(bench.root + "/ns/a"));
    for (const auto &entry : files::recursive_directory_iterator(bench.pbsRoot + "/run/proxmox-backup/locks"))
        QVERIFY2(!entry.is_regular_file(), entry.path().c_str());
}

QTEST_APPLESS_MAIN(tst_RemovalProcesses)
#include "tst_removalprocesses.moc"
