// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/activity.h"
#include "core/fs/memory.h"
#include "core/fs/posix.h"
#include "support/archives.h"
#include "support/fixtures.h"
#include "support/storebuilder.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace espalier;

namespace {

constexpr const char *activeTasks = "/var/log/proxmox-backup/tasks/active";
constexpr const char *operations = "/run/proxmox-backup/active-operations/alpha";

bool allLive(std::int64_t, std::uint64_t)
{
    return true;
}

OpenedStore opened(fs::FileSystem &files, const std::string &path)
{
    OpenedStore store;
    store.root = files.open(path).value();
    const fs::Status status = store.root->status().value();
    store.identity = {path, status.device, status.inode, 0, 0, 0};
    return store;
}

/// The line of a task as PBS writes it; @p id is the worker id in plain words.
std::string taskLine(const std::string &type, const std::string &id, std::uint32_t pid = 1234)
{
    return Upid{"pbs1", pid, 5678901, 42, 1772404200, type, id, "root@pam"}.toString();
}

/// A host whose configuration names the store alpha at /ds/alpha.
std::shared_ptr<fs::MemoryFileSystem> hostWithAlpha()
{
    auto files = fs::MemoryFileSystem::create();
    test::makeStore(*files, "/ds/alpha");
    files->makeFile("/etc/proxmox-backup/datastore.cfg", "datastore: alpha\n\tpath /ds/alpha\n\tmaintenance-mode offline\n");
    files->makeFile(activeTasks, "");
    files->makeFile(operations, "[]");
    return files;
}

Activity activityOf(fs::FileSystem &files, const ProcessProbe &lives = allLive)
{
    return readActivity(files, readPbsHost(files, "/"), opened(files, "/ds/alpha"), lives);
}

/// The start of this process in clock ticks after boot.
std::uint64_t ownStart()
{
    std::ifstream file("/proc/self/stat");
    std::string line;
    std::getline(file, line);
    line.erase(0, line.rfind(')') + 2);
    const QList<QByteArray> words = QByteArray::fromStdString(line).split(' ');
    return words.at(22 - 3).toULongLong();
}

} // namespace

class TestActivity : public QObject
{
    Q_OBJECT

private slots:
    void matchesTasks_data();
    void matchesTasks();
    void suspectsTheRightTask();
    void leavesOutWhatDoesNotRun();
    void countsOperations_data();
    void countsOperations();
    void seesTheLock();
    void saysWhatItCouldNotRead();
    void isQuietWithoutPbs();
    void knowsProcesses();
    void knowsZombies();
    void readsBusyHost_data();
    void readsBusyHost();
};

void TestActivity::matchesTasks_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("description"); // empty: another store's
    QTest::addColumn<bool>("blocks");         // vm/100

    const auto row = [](const char *type, const char *id, const char *description, bool blocks) {
        QTest::addRow("%s %s", type, id) << QString::fromLatin1(type) << QString::fromLatin1(id) << QString::fromLatin1(description)
                                         << blocks;
    };
    row("backup", "alpha:vm/100", "backup of vm/100", true);
    row("backup", "alpha:ns/a/vm/100", "backup of ns/a/vm/100", true);
    row("backup", "alpha:vm/1000", "backup of vm/1000", false);
    row("backup", "alpha:ct/100", "backup of ct/100", false);
    row("backup", "beta:vm/100", "", false);
    row("backup", "alpha2:vm/100", "", false);
    row("reader", "alpha:vm/100/69A4BDE8", "reader of vm/100/69A4BDE8", true);
    row("verify", "alpha:vm/100/69A4BDE8", "verify of vm/100/69A4BDE8", true);
    row("verify", "alpha", "verify of alpha", false);
    row("verify", "alpha:ns/clients/ns/acme", "verify of ns/clients/ns/acme", false);
    row("verify_group", "alpha:/vm/100", "verify_group of vm/100", true);
    row("verify_group", "alpha:ns/a/vm/100", "verify_group of ns/a/vm/100", true);
    row("verify_snapshot", "alpha:/vm/100/69A4BDE8", "verify_snapshot of vm/100/69A4BDE8", true);
    row("verificationjob", "alpha:v-job1", "verificationjob of v-job1", false);
    row("verificationjob", "beta:alpha", "", false);
    row("prune", "alpha:a/b:vm/100", "prune of a/b:vm/100", true);
    row("prune", "alpha::vm/100", "prune of vm/100", true);
    row("prune", "alpha:", "prune of alpha", false);
    row("prunejob", "alpha:a/b", "prunejob of a/b", false);
    row("syncjob", "remote1:far:alpha:a:job1", "syncjob of job1", false);
    row("syncjob", "remote1:alpha:beta:a:job1", "", false);
    row("syncjob", "-:alpha:beta::job1", "syncjob of job1", false);
    row("syncjob", "alpha:job1", "syncjob of job1", false);
    row("sync", "alpha", "sync of alpha", false);
    row("garbage_collection", "alpha", "garbage_collection of alpha", false);
    row("garbage_collection", "beta", "", false);
    row("move-group", "alpha:a/vm/100:b", "move-group of a/vm/100:b", true);
    row("move-group", "alpha:vm/100:", "move-group of vm/100", true);
    row("move-namespace", "alpha:a:b", "move-namespace of a:b", false);
    row("tape-backup", "alpha:pool:drive", "tape-backup of pool:drive", false);
    row("tape-backup-job", "beta:pool:drive:alpha", "tape-backup-job of pool:drive:alpha", false);
    row("logrotate", "", "", false);
    row("aptupdate", "", "", false);
}

void TestActivity::matchesTasks()
{
    QFETCH(QString, type);
    QFETCH(QString, id);
    QFETCH(QString, description);
    const auto files = hostWithAlpha();
    files->makeFile(activeTasks, taskLine(type.toStdString(), id.toStdString()) + "\n");
    const Activity activity = activityOf(*files);
    QVERIFY(activity.isComplete);
    QVERIFY(activity.configured.has_value());
    QCOMPARE(activity.configured->maintenanceMode, std::string("offline"));
    QCOMPARE(activity.tasks.size(), description.isEmpty() ? std::size_t{0} : std::size_t{1});
    if (!description.isEmpty())
        QCOMPARE(QString::fromStdString(activity.tasks[0].description), description);
    QTEST(activity.blocker(GroupId::fromString("vm/100").value()) != nullptr, "blocks");
    QCOMPARE(activity.garbageCollection, !description.isEmpty() && type == QStringLiteral("garbage_collection"));
}

void TestActivity::suspectsTheRightTask()
{
    const auto files = hostWithAlpha();
    const GroupId group = GroupId::fromString("vm/100").value();
    files->makeFile(activeTasks,
                    taskLine("backup", "alpha:vm/101") + "\n" + taskLine("verify", "alpha:vm/101/69A4BDE8") + "\n"
                        + taskLine("garbage_collection", "alpha") + "\n");
    QVERIFY(!activityOf(*files).suspect(group));

    const std::string walk = taskLine("backup", "alpha:vm/101") + "\n" + taskLine("verify", "alpha:ns/a") + "\n";
    files->makeFile(activeTasks, walk);
    const Activity walking = activityOf(*files);
    QVERIFY(walking.suspect(group));
    QCOMPARE(walking.suspect(group)->upid.workerType, std::string("verify"));

    files->makeFile(activeTasks, walk + taskLine("reader", "alpha:vm/100/69A4BDE8") + "\n");
    const Activity reading = activityOf(*files);
    QVERIFY(reading.suspect(group));
    QCOMPARE(reading.suspect(group)->upid.workerType, std::string("reader"));
}

void TestActivity::leavesOutWhatDoesNotRun()
{
    const auto files = hostWithAlpha();
    const std::string running = taskLine("backup", "alpha:vm/100", 7);
    files->makeFile(activeTasks,
                    running + "\n" + taskLine("backup", "alpha:vm/101", 7) + " 69A4BE33 OK\n" + taskLine("backup", "alpha:vm/102", 8));
    const Activity activity = activityOf(*files, [](std::int64_t pid, std::uint64_t start) { return pid == 7 && start == 5678901; });
    QVERIFY(activity.isComplete);
    QCOMPARE(activity.tasks.size(), std::size_t{1});
    QCOMPARE(activity.tasks[0].upid.toString(), running);
}

void TestActivity::countsOperations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("readers");
    QTest::addColumn<int>("writers");
    QTest::addColumn<bool>("isComplete");

    QTest::newRow("none") << QByteArray("[]") << 0 << 0 << true;
    QTest::newRow("empty file") << QByteArray() << 0 << 0 << true;
    QTest::newRow("one") << QByteArray(R"([{"pid":7,"starttime":9,"active_operations":{"read":1,"write":2}}])") << 1 << 2 << true;
    QTest::newRow("two processes and a dead one") << QByteArray(R"([{"pid":7,"starttime":9,"active_operations":{"read":1,"write":0}},)"
                                                                R"({"pid":8,"starttime":9,"active_operations":{"read":20,"write":20}},)"
                                                                R"({"pid":7,"starttime":9,"active_operations":{"read":3,"write":4}}])")
                                                  << 4 << 4 << true;
    QTest::newRow("no JSON") << QByteArray("[{") << 0 << 0 << false;
    QTest::newRow("another shape") << QByteArray("{}") << 0 << 0 << false;
    QTest::newRow("one entry of another shape")
        << QByteArray(R"([{"pid":"x"},{"pid":7,"starttime":9,"active_operations":{"read":1,"write":1}}])") << 1 << 1 << false;
    QTest::newRow("negative") << QByteArray(R"([{"pid":7,"starttime":9,"active_operations":{"read":-1,"write":0}}])") << 0 << 0 << false;
    QTest::newRow("absurd numbers") << QByteArray(
        R"([{"pid":7,"starttime":9,"active_operations":{"read":18446744073709551615,"write":0}}])")
                                    << 1'000'000 << 0 << true;
    QTest::newRow("deeply nested") << QByteArray(100'000, '[') << 0 << 0 << false;
}

void TestActivity::countsOperations()
{
    QFETCH(QByteArray, text);
    const auto files = hostWithAlpha();
    files->makeFile(operations, text.toStdString());
    const Activity activity = activityOf(*files, [](std::int64_t pid, std::uint64_t start) { return pid == 7 && start == 9; });
    QTEST(activity.readers, "readers");
    QTEST(activity.writers, "writers");
    QTEST(activity.isComplete, "isComplete");
}

void TestActivity::seesTheLock()
{
    const auto files = hostWithAlpha();
    QVERIFY(!activityOf(*files).garbageCollection);
    QCOMPARE(activityOf(*files).lockHolder, 0);
    files->setExclusiveRecordLock("/ds/alpha/.lock", 77);
    QVERIFY(activityOf(*files).garbageCollection);
    QCOMPARE(activityOf(*files).lockHolder, 77);
    files->setExclusiveRecordLock("/ds/alpha/.lock", 0);

    const auto shared = files->asProcess(78)->open("/ds/alpha").value()->holdRecordLock(".lock");
    QVERIFY(shared.has_value());
    QVERIFY(!activityOf(*files).garbageCollection);
}

void TestActivity::saysWhatItCouldNotRead()
{
    const auto files = hostWithAlpha();
    files->removeTree(activeTasks);
    files->removeTree(operations);
    QVERIFY(activityOf(*files).isComplete);
    files->removeTree("/var/log/proxmox-backup");
    QVERIFY(activityOf(*files).isComplete);

    files->makeSymlink(operations, "/elsewhere");
    QVERIFY(!activityOf(*files).isComplete);
    files->removeTree(operations);
    QVERIFY(activityOf(*files).isComplete);

    files->makeFile(activeTasks, "UPID:what\n" + taskLine("backup", "alpha:vm/100") + "\n");
    QVERIFY(!activityOf(*files).isComplete);
    QCOMPARE(activityOf(*files).tasks.size(), std::size_t{1});
    files->removeTree(activeTasks);

    files->makeFile("/etc/proxmox-backup/datastore.cfg", "# damaged\n");
    QVERIFY(!activityOf(*files).isComplete);
    QVERIFY(!activityOf(*files).configured);
    files->makeFile("/etc/proxmox-backup/datastore.cfg", "datastore: beta\n\tpath /ds/beta\n");
    QVERIFY(activityOf(*files).isComplete);
    QVERIFY(!activityOf(*files).configured);
}

void TestActivity::isQuietWithoutPbs()
{
    const auto files = fs::MemoryFileSystem::create();
    test::makeStore(*files, "/ds/alpha");
    const Activity activity = activityOf(*files);
    QVERIFY(activity.isComplete);
    QVERIFY(!activity.garbageCollection);
    QVERIFY(activity.tasks.empty());
}

void TestActivity::knowsProcesses()
{
    const auto pid = QCoreApplication::applicationPid();
    QVERIFY(processLives(pid, ownStart()));
    QVERIFY(!processLives(pid, ownStart() + 1));
    QVERIFY(!processLives(0, 0));
    QVERIFY(!processLives(-1, 0));
    QVERIFY(!processLives(0x7fffffff, 1)); // beyond the kernel's largest id
    QVERIFY(!processLives(std::int64_t{1} << 32, 1));
}

void TestActivity::knowsZombies()
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    siginfo_t information{};
    QCOMPARE(::waitid(P_PID, static_cast<id_t>(child), &information, WEXITED | WNOWAIT), 0);
    std::ifstream file("/proc/" + std::to_string(child) + "/stat");
    std::string line;
    std::getline(file, line);
    line.erase(0, line.rfind(')') + 2);
    const QList<QByteArray> words = QByteArray::fromStdString(line).split(' ');
    QCOMPARE(words.at(0), QByteArray("Z"));
    QVERIFY(!processLives(child, words.at(22 - 3).toULongLong()));
    QCOMPARE(::waitpid(child, nullptr, 0), child);
}

void TestActivity::readsBusyHost_data()
{
    QTest::addColumn<QString>("archive");
    QTest::addColumn<bool>("processesLive");
    QTest::addColumn<int>("tasksOfAlpha");

    QTest::newRow("idle") << "host/host-idle.tar" << true << 0;
    QTest::newRow("busy") << "host/host-busy.tar" << true << 1;
    QTest::newRow("busy, processes gone") << "host/host-busy.tar" << false << 0;
}

void TestActivity::readsBusyHost()
{
    QFETCH(QString, archive);
    QFETCH(bool, processesLive);
    QFETCH(int, tasksOfAlpha);
    const QTemporaryDir folder;
    const std::string prefix = folder.path().toStdString();
    if (!test::unpackFixture(archive.toStdString(), prefix))
        QSKIP(test::skipReason);
    for (const char *name : {"alpha", "beta"}) {
        std::filesystem::create_directories(prefix + "/ds/" + name + "/.chunks");
        std::ofstream(prefix + "/ds/" + name + "/.lock").flush();
    }
    const auto files = fs::posixFileSystem();
    const PbsHost host = readPbsHost(*files, prefix);
    const ProcessProbe lives = processesLive ? ProcessProbe(allLive) : ProcessProbe(processLives);

    const Activity alpha = readActivity(*files, host, opened(*files, prefix + "/ds/alpha"), lives);
    QVERIFY(alpha.isComplete);
    QVERIFY(alpha.configured && alpha.configured->name == "alpha");
    QCOMPARE(int(alpha.tasks.size()), tasksOfAlpha);
    QCOMPARE(alpha.readers, tasksOfAlpha);
    QCOMPARE(alpha.writers, 0);
    QVERIFY(!alpha.garbageCollection);
    if (tasksOfAlpha > 0)
        QCOMPARE(alpha.tasks[0].description, std::string("verify of alpha"));

    const Activity beta = readActivity(*files, host, opened(*files, prefix + "/ds/beta"), lives);
    QVERIFY(beta.configured);
    QCOMPARE(beta.configured->maintenanceMode, archive.contains(QStringLiteral("busy")) ? std::string("read-only") : std::string());
    QVERIFY(beta.tasks.empty());
}

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
