// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/posix.h"
#include "core/run/resume.h"
#include "support/diskbench.h"
#include "support/faultyfilesystem.h"

#include <QTest>

#include <array>
#include <fstream>
#include <random>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

using namespace espalier;
using namespace espalier::test;

// Plans of every kind of change on the real file system, in real processes: killed, beside a second executor, beside a server that
// backs up, and beside somebody who takes and lets go locks.

namespace {

namespace files = std::filesystem;

const std::vector<std::string> older{"2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z"};
const std::vector<std::string> newer{"2025-02-01T00:00:00Z", "2025-02-02T00:00:00Z"};

void fillTenants(fs::MemoryFileSystem &files)
{
    makeGroup(files, "/store", "a", "vm/1", newer, "backup@pbs", "of a");
    makeGroup(files, "/store", "a/b", "ct/2", older, "admin@pbs");
    makeGroup(files, "/store", "m", "vm/8", older);
    makeGroup(files, "/store", "", "vm/8", newer, "backup@pbs", "only here");
    makeNamespace(files, "/store", "empty/below");
}

std::vector<Change> everyKind()
{
    const SnapshotTime time = SnapshotTime::fromString(newer[0]).value();
    return {ChangeOwner{ns("a"), group("vm/1"), AuthId::fromString("new@pbs").value()},
            ChangeNotes{ns("a"), group("vm/1"), "new"},
            ChangeProtection{ns("a"), group("vm/1"), time, true},
            MoveGroup{.from = {},
                      .group = group("vm/8"),
                      .to = ns("m"),
                      .foreignEntries = ForeignEntries::Undecided,
                      .existing = ExistingGroup::MergeAnyhow},
            MoveNamespace{.from = ns("a"), .to = ns("empty/a"), .maxDepth = std::nullopt},
            DeleteNamespace{ns("empty/below")}};
}

/// The protection is what may become different.
Backups backupsOf(const DiskBench &bench)
{
    Rows rows = bench.rows();
    std::erase_if(rows, [](const Row &row) { return row.path.ends_with("/.protected"); });
    return backupsIn(rows);
}

void checkKept(const DiskBench &bench, const Backups &before)
{
    QCOMPARE(backupsOf(bench), before);
    QCOMPARE(outsideScheme(bench.rows()), "");
    QVERIFY(bench.history().problems.empty());
}

void undoAll(const DiskBench &bench)
{
    for (int i = 0; i < 30; ++i) {
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

RunOptions keepGoing()
{
    RunOptions options;
    options.keepGoing = true;
    return options;
}

RunReport failed(const Error &error)
{
    RunReport report;
    report.failure = error;
    return report;
}

/// A process that does one thing after the other until it is ended, at most for some seconds.
class Rival
{
public:
    explicit Rival(const std::function<void(int)> &act)
    {
        m_child = fork();
        if (m_child != 0)
            return;
        alarm(60);
        for (int i = 0;; ++i)
            act(i);
    }

    ~Rival()
    {
        kill(m_child, SIGKILL);
        waitpid(m_child, nullptr, 0);
    }

private:
    pid_t m_child = 0;
};

void writeFile(const std::string &path, const std::string &content)
{
    std::ofstream(path) << content;
    if (fs::processUser() == 0 && ::lchown(path.c_str(), 34, 34) != 0)
        _exit(1);
}

bool makeDirectory(const std::string &path)
{
    const bool made = ::mkdir(path.c_str(), 0755) == 0;
    return made && (fs::processUser() != 0 || ::lchown(path.c_str(), 34, 34) == 0);
}

/// Backs up into @p group below @p root as a server without a run directory does: makes the group where it is missing, locks its
/// directory and that of the new snapshot, and tells in @p told when it is finished.
void backUp(const std::string &root, const std::string &group, int number, const std::string &told)
{
    const std::string path = root + "/" + group;
    if (makeDirectory(path))
        writeFile(path + "/owner", "backup@pbs\n");
    const int directory = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0)
        return;
    struct stat held{};
    struct stat named{};
    const bool isLocked = flock(directory, LOCK_EX | LOCK_NB) == 0 && fstat(directory, &held) == 0 && stat(path.c_str(), &named) == 0
        && held.st_ino == named.st_ino;
    const std::string time = SnapshotTime::fromEpoch(1767225600 + number).value().toString();
    if (isLocked && makeDirectory(path + "/" + time)) {
        const int snapshot = open((path + "/" + time).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (flock(snapshot, LOCK_EX | LOCK_NB) == 0) {
            writeFile(path + "/" + time + "/qemu-server.conf.blob", "config of " + time);
            writeFile(path + "/" + time + "/index.json.blob", "manifest of " + time);
            std::ofstream(told, std::ios::app) << group.substr(group.rfind('/', group.rfind('/') - 1) + 1) + "/" + time + "\n";
        }
        close(snapshot);
    }
    close(directory);
}

/// How often each of the snapshots that were told occurs ("vm/1/2026-01-01T00:00:07Z"), as one line for each that is not there once.
std::string notOnce(const Rows &rows, const std::string &told)
{
    std::map<std::string, int> found;
    for (const auto &[snapshot, content] : backupsIn(rows))
        ++found[snapshot];
    std::string wrong;
    std::ifstream lines(told);
    for (std::string line; std::getline(lines, line);) {
        if (found[line] != 1)
            wrong += line + ": " + std::to_string(found[line]) + "\n";
    }
    return wrong;
}

} // namespace

class tst_RunRivals : public QObject
{
    Q_OBJECT

private slots:
    void killed_data();
    void killed();
    void twoExecutors();
    void aServerBacksUp();
    void locksAreTakenAndLetGo();
};

void tst_RunRivals::killed_data()
{
    QTest::addColumn<int>("maxLocks");
    QTest::addColumn<QString>("then");
    for (const char *then : {"undone", "finished", "killed again while it is finished", "killed again while it is undone"}) {
        QTest::addRow("%s", then) << 0 << QString::fromLatin1(then);
        QTest::addRow("%s, snapshot by snapshot", then) << 1 << QString::fromLatin1(then);
    }
}

/// Every kind of change, ended by SIGKILL before every few calls of the file system.
void tst_RunRivals::killed()
{
    QFETCH(int, maxLocks);
    QFETCH(QString, then);
    const bool all = qEnvironmentVariableIsSet("ESPALIER_ALL_FAULTS");
    RunOptions options;
    options.maxLocks = static_cast<std::size_t>(maxLocks);
    constexpr int killed = 128 + SIGKILL;
    const auto killedAt = [](const DiskBench &bench, int at, const std::function<RunReport(const StoreSession &)> &work) {
        return inChild([&] {
            const auto faulty = std::make_shared<FaultyFileSystem>(fs::posixFileSystem(), Fault{}, [&](int call, std::string_view) {
                if (call == at)
                    kill(getpid(), SIGKILL);
            });
            const StoreSession counted = bench.session(faulty);
            faulty->setFault({});
            return work(counted).complete() ? 0 : 1;
        });
    };
    const auto finish = [&](const DiskBench &bench, const StoreSession &session) {
        const History history = bench.history();
        const auto recovery = planRecovery(bench.session(), history.runs.back());
        return recovery ? executeRecovery(session, *recovery, options) : failed(recovery.error());
    };
    const auto undo = [&](const DiskBench &bench, const StoreSession &session) {
        const History history = bench.history();
        const auto undone = planUndo(bench.session(), history.runs.back(), NewBackups::Take);
        return undone ? executeUndo(session, *undone, options) : failed(undone.error());
    };
    int kills = 0;
    int status = killed;
    for (int at = 1; status == killed; at += all ? 1 : 11) {
        const DiskBench bench(fillTenants);
        const Rows rows = bench.rows();
        const Backups before = backupsOf(bench);
        const Plan plan = bench.plan(everyKind());
        status = killedAt(bench, at, [&](const StoreSession &session) { return executePlan(session, plan, options); });
        QVERIFY(status == killed || status == 0);
        checkKept(bench, before);
        const bool isLeft = !bench.history().runs.empty() && isRecoverable(bench.history().runs.back());
        if (then == u"finished" && isLeft) {
            const RunReport report = finish(bench, bench.session());
            QVERIFY2(report.complete(), failureOf(report).c_str());
        } else if (then.startsWith(u"killed again") && isLeft) {
            (void)killedAt(bench, 1 + (at * 7) % 150, [&](const StoreSession &session) {
                return then.endsWith(u"finished") ? finish(bench, session) : undo(bench, session);
            });
        }
        checkKept(bench, before);
        undoAll(bench);
        QCOMPARE(difference(rows, bench.rows()), "");
        ++kills;
        if (QTest::currentTestFailed()) {
            qWarning("killed at call %d", at);
            return;
        }
    }
    qInfo("%d kills", kills - 1);
}

/// Two take the same namespace apart, each as far as the other lets it.
void tst_RunRivals::twoExecutors()
{
    for (int round = 0; round < 10; ++round) {
        const DiskBench bench(fillTenants);
        const Backups before = backupsOf(bench);
        const std::array<Plan, 2> plans{bench.plan({MoveNamespace{.from = ns("a"), .to = ns("z"), .maxDepth = std::nullopt}}),
                                        bench.plan(everyKind())};
        std::array<pid_t, 2> children{};
        for (std::size_t i = 0; i < children.size(); ++i) {
            children[i] = fork();
            if (children[i] == 0)
                _exit(executePlan(bench.session(), plans[i], keepGoing()).complete() ? 0 : 1);
        }
        for (const pid_t child : children)
            waitpid(child, nullptr, 0);
        checkKept(bench, before);
    }
}

/// A namespace goes away, and back, under a server that does not stop to back up into its groups.
void tst_RunRivals::aServerBacksUp()
{
    const DiskBench bench(fillTenants);
    const Backups before = backupsOf(bench);
    const std::string told = bench.base + "/told";
    const std::vector<std::string> groups{"ns/a/vm/1", "ns/a/ns/b/ct/2", "ns/z/vm/1", "ns/z/ns/b/ct/2"};
    std::size_t moved = 0;
    {
        const Rival server([&](int number) {
            backUp(bench.root, groups[static_cast<std::size_t>(number) % groups.size()], number, told);
            usleep(200);
        });
        for (int round = 0; round < 20; ++round) {
            const auto [from, to] = round % 2 == 0 ? std::pair("a", "z") : std::pair("z", "a");
            std::vector<Change> changes;
            for (const char *id : {"vm/1"})
                changes.emplace_back(MoveGroup{.from = ns(from),
                                               .group = group(id),
                                               .to = ns(to),
                                               .foreignEntries = ForeignEntries::Undecided,
                                               .existing = ExistingGroup::MergeAnyhow});
            changes.emplace_back(MoveNamespace{.from = ns(from), .to = ns(to), .maxDepth = std::nullopt});
            const auto tree = scan(bench.session().store().root);
            QVERIFY(tree);
            PlanContext context;
            context.access = bench.session().access();
            moved += executePlan(bench.session(), makePlan(tree->tree, changes, context), keepGoing()).done();
        }
    }
    QVERIFY(moved > 0);
    QVERIFY(files::exists(told));
    const Rows rows = bench.rows();
    QCOMPARE(notOnce(rows, told), "");
    QCOMPARE(outsideScheme(rows), "");
    const Backups after = backupsOf(bench);
    QVERIFY(std::ranges::includes(after, before));
}

/// Somebody takes locks of groups and snapshots at random: what is held is left out, all of it goes in the end.
void tst_RunRivals::locksAreTakenAndLetGo()
{
    const DiskBench bench(fillTenants);
    const Rows rows = bench.rows();
    const Backups before = backupsOf(bench);
    std::vector<std::string> directories;
    for (const Row &row : rows) {
        if (row.kind == 'd' && (row.path.contains("vm/") || row.path.contains("ct/")))
            directories.push_back(row.path);
    }
    const std::vector<Change> changes = everyKind();
    std::vector<Change> left = changes;
    {
        const Rival rival([&](int number) {
            static std::minstd_rand random(7);
            const int directory
                = open((bench.root + "/" + directories[random() % directories.size()]).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
            if (directory >= 0 && flock(directory, (number % 3 == 0 ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0)
                usleep(static_cast<useconds_t>(random() % 400));
            if (directory >= 0)
                close(directory);
            usleep(static_cast<useconds_t>(random() % 200));
        });
        for (int round = 0; round < 200 && !left.empty(); ++round) {
            const RunReport report = executePlan(bench.session(), bench.plan(left), keepGoing());
            left = report.runId.empty() ? left : changesLeft(left, report);
            checkKept(bench, before);
            if (QTest::currentTestFailed())
                return;
        }
    }
    undoAll(bench);
    QCOMPARE(difference(rows, bench.rows()), "");
}

QTEST_APPLESS_MAIN(tst_RunRivals)
#include "tst_runrivals.moc"
