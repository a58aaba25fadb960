// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/resume.h"
#include "support/faultyfilesystem.h"
#include "support/runbench.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

const std::vector<std::string> threeTimes{"2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z", "2025-01-03T00:00:00Z"};

bool hasPath(const Rows &rows, const std::string &path)
{
    return std::ranges::contains(rows, path, &Row::path);
}

std::string contentAt(const Rows &rows, const std::string &path)
{
    const auto row = std::ranges::find(rows, path, &Row::path);
    return row == rows.end() ? "(nothing)" : row->content;
}

} // namespace

class tst_Executor : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        bench = std::make_unique<RunBench>();
        makeNamespace(*bench->files, bench->root, "sites/graz");
        makeGroup(*bench->files, bench->root, "", "vm/100", threeTimes, "backup@pbs", "web server\nsecond line");
        makeGroup(*bench->files, bench->root, "", "ct/200", {threeTimes[0]}, "admin@pbs!token");
    }

    void movesAGroupWholeAndUndoes();
    void makesNamespacesAndUndoes();
    void doesNothingUnlessReady_data();
    void doesNothingUnlessReady();
    void refusesUnderTheLocks_data();
    void refusesUnderTheLocks();
    void seesASnapshotReplacedWhileItLocks_data();
    void seesASnapshotReplacedWhileItLocks();
    void looksAgainWhenItLetsGo();
    void namesNothingBegunWhileGarbageIsCollected();
    void goesSnapshotBySnapshot_data();
    void goesSnapshotBySnapshot();
    void takesForeignEntriesAlong();
    void stopsBetweenSteps();
    void interruptedWhereItIsAbandoned();
    void endsAtTheFirstFailure();
    void refusesAnotherDiskAtThePath();
    void undoTakesOrLeavesNewBackups_data();
    void undoTakesOrLeavesNewBackups();
    void undoGoesBeneathNewerBackups();
    void undoRefusesWhatCollides_data();
    void undoRefusesWhatCollides();
    void undoOfAnInterruptedRun_data();
    void undoOfAnInterruptedRun();
    void undoMakesDeletedNamespacesAgain();
    void undoOfAComposedMove();
    void historyTellsWhoAndWhat();
    void historyLeavesOtherStoresOut();

private:
    std::unique_ptr<RunBench> bench;
};

void tst_Executor::movesAGroupWholeAndUndoes()
{
    const Rows before = bench->rows();
    const RunReport report = bench->run({moveOf("vm/100", "", "sites/graz")});
    QVERIFY2(report.complete(), failureOf(report).c_str());

    const Rows after = bench->rows();
    QVERIFY(!hasPath(after, "vm/100"));
    QVERIFY(hasPath(after, "vm")); // as PBS: the type directory of the source stays
    QCOMPARE(contentAt(after, "ns/sites/ns/graz/vm/100/owner"), "backup@pbs\n");
    QCOMPARE(contentAt(after, "ns/sites/ns/graz/vm/100/notes"), "web server\nsecond line");
    QCOMPARE(backupsIn(after), backupsIn(before));

    const RunReport undone = bench->undo();
    QVERIFY2(undone.complete(), failureOf(undone).c_str());
    QCOMPARE(difference(before, bench->rows()), "");
    QVERIFY(!lastUndoable(bench->history()));
}

void tst_Executor::makesNamespacesAndUndoes()
{
    const Rows before = bench->rows();
    const RunReport report = bench->run(
        {CreateNamespace{ns("new")}, CreateNamespace{ns("new/deep")}, moveOf("ct/200", "", "new/deep"), moveOf("vm/100", "", "new")});
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QVERIFY(hasPath(bench->rows(), "ns/new/ns/deep/ct/200/owner"));
    const RunReport undone = bench->undo();
    QVERIFY2(undone.complete(), failureOf(undone).c_str());
    QCOMPARE(difference(before, bench->rows()), "");
}

void tst_Executor::doesNothingUnlessReady_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("group missing") << "vm/999" << "" << "sites";
    QTest::newRow("same namespace") << "vm/100" << "" << "";
    QTest::newRow("target missing") << "vm/100" << "" << "nowhere";
    QTest::newRow("name taken") << "vm/100" << "" << "full";
    QTest::newRow("foreign file") << "vm/500" << "full" << "";
}

void tst_Executor::doesNothingUnlessReady()
{
    QFETCH(QString, id);
    QFETCH(QString, from);
    QFETCH(QString, to);
    makeGroup(*bench->files, bench->root, "full", "vm/100", {threeTimes[2]});
    makeGroup(*bench->files, bench->root, "full", "vm/500", {threeTimes[2]});
    bench->files->makeFile(bench->root + "/ns/full/vm/500/.directory", "litter");
    const Rows before = bench->rows();
    const RunReport report = bench->run({moveOf(id.toStdString(), from.toStdString(), to.toStdString())});
    QVERIFY(report.failure);
    QCOMPARE(report.failure->id, MessageId::RunNotPossible);
    QVERIFY(report.runId.empty());
    QCOMPARE(difference(before, bench->rows()), "");
    QVERIFY(bench->history().runs.empty());
}

void tst_Executor::refusesUnderTheLocks_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<MessageId>("id");
    QTest::newRow("the group is locked by somebody") << "group lock" << MessageId::GroupBusy;
    QTest::newRow("a snapshot is locked by somebody") << "snapshot lock" << MessageId::SnapshotBusy;
    QTest::newRow("the name was taken meanwhile") << "taken" << MessageId::PlanGroupExists;
    QTest::newRow("the group is gone meanwhile") << "gone" << MessageId::PlanGroupMissing;
    QTest::newRow("litter came meanwhile") << "litter" << MessageId::PlanForeignFiles;
    QTest::newRow("the owner was lost meanwhile") << "owner" << MessageId::PlanOwnerUnreadable;
    QTest::newRow("the target namespace went meanwhile") << "namespace" << MessageId::PlanNamespaceMissing;
}

void tst_Executor::refusesUnderTheLocks()
{
    QFETCH(QString, what);
    QFETCH(MessageId, id);
    const Plan plan = bench->plan({moveOf("vm/100", "", "sites/graz")});
    const auto other = bench->files->asProcess(4711);
    std::unique_ptr<fs::Lock> lock;
    if (what == QLatin1String("group lock"))
        lock = other->open(bench->root + "/vm/100").value()->lockSelf(fs::Access::Exclusive).value();
    else if (what == QLatin1String("snapshot lock"))
        lock = other->open(bench->root + "/vm/100/" + threeTimes[1]).value()->lockSelf(fs::Access::Shared).value();
    else if (what == QLatin1String("taken"))
        makeGroup(*bench->files, bench->root, "sites/graz", "vm/100", {});
    else if (what == QLatin1String("gone"))
        bench->files->removeTree(bench->root + "/vm/100");
    else if (what == QLatin1String("litter"))
        bench->files->makeFile(bench->root + "/vm/100/Thumbs.db", "x");
    else if (what == QLatin1String("owner"))
        bench->files->removeTree(bench->root + "/vm/100/owner");
    else
        bench->files->removeTree(bench->root + "/ns/sites/ns/graz");
    const Rows before = bench->rows();
    const RunReport report = executePlan(bench->session(), plan);
    QVERIFY(report.failure);
    QCOMPARE(QByteArray::fromStdString(failureOf(report)).split(' ').first(), QByteArray(messageName(id).data()));
    QCOMPARE(difference(before, bench->rows()), "");
    const History history = bench->history();
    QCOMPARE(history.runs.size(), 1U);
    QCOMPARE(history.runs.front().steps.front().state, StepState::Failed);
    QVERIFY(!isUndoable(history.runs.front()));
}

void tst_Executor::seesASnapshotReplacedWhileItLocks_data()
{
    QTest::addColumn<int>("maxLocks");
    QTest::newRow("whole") << 0;
    QTest::newRow("in batches") << 2;
}

void tst_Executor::seesASnapshotReplacedWhileItLocks()
{
    QFETCH(int, maxLocks);
    const Plan plan = bench->plan({moveOf("vm/100", "", "sites/graz")});
    int locked = 0;
    const auto replace = [&](int, std::string_view call) {
        if (call != "lockDirectory" || ++locked != 2)
            return;
        bench->files->removeTree(bench->root + "/vm/100/" + threeTimes[0]);
        makeSnapshot(*bench->files, bench->root, "", "vm/100", threeTimes[0]);
    };
    const auto watched = std::make_shared<FaultyFileSystem>(bench->files, Fault{}, replace);
    RunOptions options;
    options.maxLocks = static_cast<std::size_t>(maxLocks);
    const RunReport report = executePlan(bench->session(watched), plan, options);
    QVERIFY(report.failure);
    QCOMPARE(report.failure->id, MessageId::RunStateChanged);
    QVERIFY(hasPath(bench->rows(), "vm/100/" + threeTimes[0]));
    QVERIFY(!hasPath(bench->rows(), "ns/sites/ns/graz/vm/100"));
}

/// Between two steps `.lock` is let go: a garbage collection that started meanwhile ends the run there.
void tst_Executor::looksAgainWhenItLetsGo()
{
    const Plan plan = bench->plan({moveOf("vm/100", "", "sites"), moveOf("ct/200", "", "sites")});
    RunOptions options;
    options.longestHold = std::chrono::milliseconds(-1);
    options.progress = [&](const RunProgress &progress) {
        if (progress.done == 1)
            bench->files->makeDirectories("/run/proxmox-backup"); // a PBS appears: the directory is not ours any more
    };
    const RunReport report = executePlan(bench->session(), plan, options);
    QCOMPARE(report.done(), 1U);
    QVERIFY(report.failure);
    QVERIFY(hasPath(bench->rows(), "ct/200"));
    bench->files->removeTree("/run/proxmox-backup");
    const History history = bench->history();
    QCOMPARE(history.runs.size(), 1U);
    QVERIFY(history.runs.front().endedAt);
}

void tst_Executor::namesNothingBegunWhileGarbageIsCollected()
{
    const Plan plan = bench->plan({moveOf("vm/100", "", "sites/graz")});
    bench->files->setExclusiveRecordLock(bench->root + "/.lock", 4711);
    const Rows before = bench->rows();
    const RunReport report = executePlan(bench->session(), plan);
    QVERIFY(report.failure);
    QVERIFY(report.runId.empty());
    QCOMPARE(difference(before, bench->rows()), "");
}

void tst_Executor::goesSnapshotBySnapshot_data()
{
    QTest::addColumn<bool>("noReplaceKnown");
    QTest::addColumn<int>("maxLocks");
    QTest::newRow("more snapshots than locks") << true << 2;
    QTest::newRow("one lock") << true << 1;
    QTest::newRow("a file system without NOREPLACE") << false << 0;
    QTest::newRow("both") << false << 2;
}

void tst_Executor::goesSnapshotBySnapshot()
{
    QFETCH(bool, noReplaceKnown);
    QFETCH(int, maxLocks);
    bench->files->setRenameNoReplaceKnown(noReplaceKnown);
    const Rows before = bench->rows();
    RunOptions options;
    options.maxLocks = static_cast<std::size_t>(maxLocks);
    const RunReport report = bench->run({moveOf("vm/100", "", "sites/graz"), moveOf("ct/200", "", "sites")}, options);
    QVERIFY2(report.complete(), failureOf(report).c_str());
    const Rows after = bench->rows();
    QVERIFY(!hasPath(after, "vm/100"));
    QVERIFY(!hasPath(after, "ct/200"));
    QCOMPARE(contentAt(after, "ns/sites/ns/graz/vm/100/owner"), "backup@pbs\n");
    QCOMPARE(contentAt(after, "ns/sites/ns/graz/vm/100/notes"), "web server\nsecond line");
    QCOMPARE(backupsIn(after), backupsIn(before));
    const RunReport undone = bench->undo(NewBackups::Take, options);
    QVERIFY2(undone.complete(), failureOf(undone).c_str());
    QCOMPARE(difference(before, bench->rows()), "");
}

void tst_Executor::takesForeignEntriesAlong()
{
    bench->files->makeFile(bench->root + "/vm/100/.directory", "litter");
    bench->files->makeFile(bench->root + "/vm/100/sub/deep", "more");
    const Rows before = bench->rows();
    MoveGroup move = moveOf("vm/100", "", "sites/graz");
    move.foreignEntries = ForeignEntries::TakeAlong;
    RunOptions options;
    for (const std::size_t maxLocks : {0U, 1U}) {
        options.maxLocks = maxLocks;
        const RunReport report = bench->run({move}, options);
        QVERIFY2(report.complete(), failureOf(report).c_str());
        QCOMPARE(contentAt(bench->rows(), "ns/sites/ns/graz/vm/100/sub/deep"), "more");
        const RunReport undone = bench->undo(NewBackups::Take, options);
        QVERIFY2(undone.complete(), failureOf(undone).c_str());
        QCOMPARE(difference(before, bench->rows()), "");
    }
}

void tst_Executor::stopsBetweenSteps()
{
    std::stop_source stop;
    RunOptions options;
    options.stop = stop.get_token();
    options.progress = [&](const RunProgress &progress) {
        if (progress.done == 0)
            stop.request_stop(); // while the first step is under way
    };
    const RunReport report = bench->run({moveOf("vm/100", "", "sites"), moveOf("ct/200", "", "sites")}, options);
    QVERIFY(report.stopped);
    QVERIFY(!report.failure);
    QCOMPARE(report.done(), 1U);
    QVERIFY(hasPath(bench->rows(), "ns/sites/vm/100"));
    QVERIFY(hasPath(bench->rows(), "ct/200"));
}

/// Nobody chose to leave it half done: what is left is offered to be finished or undone.
void tst_Executor::interruptedWhereItIsAbandoned()
{
    for (const bool isAbandoned : {false, true}) {
        init();
        std::stop_source stop;
        RunOptions options;
        options.stop = stop.get_token();
        options.abandoned = isAbandoned ? stop.get_token() : std::stop_token();
        options.progress = [&](const RunProgress &progress) {
            if (progress.done == 0)
                stop.request_stop();
        };
        const RunReport report = bench->run({moveOf("vm/100", "", "sites"), moveOf("ct/200", "", "sites")}, options);
        QCOMPARE(report.done(), 1U);
        const JournalRun run = readHistory(bench->session()).value().runs.front();
        QCOMPARE(run.isInterrupted(), isAbandoned);
        QCOMPARE(run.count(StepState::Completed), std::size_t{1});
        const auto recovery = planRecovery(bench->session(), run);
        QVERIFY(recovery);
        QVERIFY(executeRecovery(bench->session(), *recovery, {}).complete());
        QVERIFY(hasPath(bench->rows(), "ns/sites/ct/200"));
        QVERIFY(!readHistory(bench->session()).value().runs.front().isInterrupted());
    }
}

void tst_Executor::endsAtTheFirstFailure()
{
    const Plan plan = bench->plan({moveOf("vm/100", "", "sites"), moveOf("ct/200", "", "sites")});
    makeGroup(*bench->files, bench->root, "sites", "vm/100", {});
    const RunReport report = executePlan(bench->session(), plan);
    QVERIFY(report.failure);
    QCOMPARE(report.done(), 0U);
    QCOMPARE(report.steps[1].state, StepState::Intended);
    QVERIFY(hasPath(bench->rows(), "ct/200"));
}

void tst_Executor::refusesAnotherDiskAtThePath()
{
    const StoreSession session = bench->session();
    const Plan plan = bench->plan({moveOf("vm/100", "", "sites")});
    bench->files->removeTree(bench->root);
    makeStore(*bench->files, bench->root);
    makeGroup(*bench->files, bench->root, "", "vm/100", threeTimes);
    makeNamespace(*bench->files, bench->root, "sites");
    const Rows before = bench->rows();
    const RunReport report = executePlan(session, plan);
    QVERIFY(report.failure);
    QCOMPARE(report.failure->id, MessageId::StoreChanged);
    QCOMPARE(difference(before, bench->rows()), "");
}

void tst_Executor::undoTakesOrLeavesNewBackups_data()
{
    QTest::addColumn<bool>("take");
    QTest::addColumn<int>("maxLocks");
    QTest::newRow("take") << true << 0;
    QTest::newRow("leave") << false << 0;
    QTest::newRow("take, one lock") << true << 1;
    QTest::newRow("leave, one lock") << false << 1;
}

void tst_Executor::undoTakesOrLeavesNewBackups()
{
    QFETCH(bool, take);
    QFETCH(int, maxLocks);
    QVERIFY(bench->run({moveOf("vm/100", "", "sites/graz")}).complete());
    makeSnapshot(*bench->files, bench->root, "sites/graz", "vm/100", "2025-06-01T00:00:00Z");
    const auto backups = backupsIn(bench->rows());
    const NewBackups choice = take ? NewBackups::Take : NewBackups::Leave;
    const UndoPlan undo = bench->undoPlan(choice);
    QCOMPARE(undo.newSnapshots(), 1U);
    RunOptions options;
    options.maxLocks = static_cast<std::size_t>(maxLocks);
    const RunReport undone = executeUndo(bench->session(), undo, options);
    QVERIFY2(undone.complete(), failureOf(undone).c_str());
    const Rows after = bench->rows();
    QCOMPARE(backupsIn(after), backups);
    QCOMPARE(hasPath(after, "vm/100/2025-06-01T00:00:00Z"), take);
    QCOMPARE(hasPath(after, "ns/sites/ns/graz/vm/100/2025-06-01T00:00:00Z"), !take);
    QCOMPARE(hasPath(after, "ns/sites/ns/graz/vm"), !take);
    QVERIFY(hasPath(after, "vm/100/" + threeTimes[0]));
    QCOMPARE(contentAt(after, "vm/100/owner"), "backup@pbs\n");
    QCOMPARE(contentAt(after, "vm/100/notes"), "web server\nsecond line");
}

void tst_Executor::undoGoesBeneathNewerBackups()
{
    QVERIFY(bench->run({moveOf("vm/100", "", "sites/graz")}).complete());
    makeGroup(*bench->files, bench->root, "", "vm/100", {"2025-06-01T00:00:00Z"}); // the nightly backup, still with the old namespace
    const auto backups = backupsIn(bench->rows());
    const RunReport undone = bench->undo();
    QVERIFY2(undone.complete(), failureOf(undone).c_str());
    const Rows after = bench->rows();
    QCOMPARE(backupsIn(after), backups);
    QVERIFY(hasPath(after, "vm/100/2025-06-01T00:00:00Z"));
    QVERIFY(hasPath(after, "vm/100/" + threeTimes[2]));
    QVERIFY(!hasPath(after, "ns/sites/ns/graz/vm"));
    QCOMPARE(contentAt(after, "vm/100/notes"), "web server\nsecond line");
}

void tst_Executor::undoRefusesWhatCollides_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("notes");
    QTest::addColumn<MessageId>("id");
    QTest::newRow("the same second") << "2025-01-02T00:00:00Z" << "backup@pbs" << "" << MessageId::UndoTimesCollide;
    QTest::newRow("another owner") << "2025-06-01T00:00:00Z" << "other@pbs" << "" << MessageId::UndoOwnersDiffer;
    QTest::newRow("other notes") << "2025-06-01T00:00:00Z" << "backup@pbs" << "web server\nother line" << MessageId::UndoNotesDiffer;
}

void tst_Executor::undoRefusesWhatCollides()
{
    QFETCH(QString, time);
    QFETCH(QString, owner);
    QFETCH(QString, notes);
    QFETCH(MessageId, id);
    QVERIFY(bench->run({moveOf("vm/100", "", "sites/graz")}).complete());
    makeGroup(*bench->files, bench->root, "", "vm/100", {time.toStdString()}, owner.toStdString(), notes.toStdString());
    const Rows before = bench->rows();
    const UndoPlan undo = bench->undoPlan();
    QVERIFY(!undo.isReady());
    QVERIFY(undo.steps.front().verdict.reason);
    QCOMPARE(undo.steps.front().verdict.reason->id, id);
    const RunReport report = executeUndo(bench->session(), undo);
    QVERIFY(report.failure);
    QCOMPARE(difference(before, bench->rows()), "");
}

void tst_Executor::undoOfAnInterruptedRun_data()
{
    QTest::addColumn<int>("linesKept"); // of: head, intent, intent, done, done, end
    QTest::newRow("everything") << 6;
    QTest::newRow("no end") << 5;
    QTest::newRow("one told done") << 4;
    QTest::newRow("only intents") << 3;
}

void tst_Executor::undoOfAnInterruptedRun()
{
    QFETCH(int, linesKept);
    const Rows before = bench->rows();
    QVERIFY(bench->run({moveOf("vm/100", "", "sites/graz"), moveOf("ct/200", "", "sites")}).complete());
    const std::string path = bench->history().runs.front().journalPath;
    const std::size_t slash = path.rfind('/');
    const std::string text = bench->files->open(path.substr(0, slash)).value()->readFile(path.substr(slash + 1), 1 << 20).value();
    std::size_t end = 0;
    for (int i = 0; i < linesKept; ++i)
        end = text.find('\n', end) + 1;
    bench->files->makeFile(path, text.substr(0, end) + R"({"done":)"); // torn, as a crash leaves it
    const History history = bench->history();
    QVERIFY(history.problems.empty());
    QCOMPARE(history.runs.front().endedAt.has_value(), linesKept == 6);
    const RunReport undone = bench->undo();
    QVERIFY2(undone.complete(), failureOf(undone).c_str());
    QCOMPARE(difference(before, bench->rows()), "");
}

void tst_Executor::undoMakesDeletedNamespacesAgain()
{
    makeGroup(*bench->files, bench->root, "old/place", "vm/7", threeTimes);
    QVERIFY(bench->run({moveOf("vm/7", "old/place", "sites")}).complete());
    bench->files->removeTree(bench->root + "/ns/old");
    const RunReport undone = bench->undo();
    QVERIFY2(undone.complete(), failureOf(undone).c_str());
    QVERIFY(hasPath(bench->rows(), "ns/old/ns/place/vm/7/" + threeTimes[1]));
}

void tst_Executor::undoOfAComposedMove()
{
    const Rows before = bench->rows();
    const RunReport report = bench->run({moveOf("vm/100", "", "sites"), moveOf("vm/100", "sites", "sites/graz")});
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QVERIFY(hasPath(bench->rows(), "ns/sites/ns/graz/vm/100"));
    const RunReport undone = bench->undo();
    QVERIFY2(undone.complete(), failureOf(undone).c_str());
    QCOMPARE(difference(before, bench->rows()), "");
}

void tst_Executor::historyTellsWhoAndWhat()
{
    QVERIFY(bench->run({moveOf("vm/100", "", "sites")}).complete());
    QVERIFY(bench->undo().complete());
    const History history = bench->history();
    QCOMPARE(history.runs.size(), 2U);
    const auto undone = std::ranges::find_if(history.runs, [](const JournalRun &run) { return run.undoes.empty(); });
    const auto undo = std::ranges::find_if(history.runs, [](const JournalRun &run) { return !run.undoes.empty(); });
    QVERIFY(undone != history.runs.end() && undo != history.runs.end());
    QCOMPARE(undo->undoes, undone->id);
    QCOMPARE(undone->undoneBy, undo->id);
    QVERIFY(undone->endedAt);
    QVERIFY(!undone->by.empty());
    QCOMPARE(undone->steps.front().effects.moved.size(), 3U);
    QCOMPARE(undone->steps.front().step,
             RunStep(RunMoveGroup{.from = {}, .group = group("vm/100"), .to = ns("sites"), .only = std::nullopt}));
    const auto again = planUndo(bench->session(), *undone, NewBackups::Take);
    QVERIFY(!again);
    QCOMPARE(again.error().id, MessageId::RunAlreadyUndone);
}

void tst_Executor::historyLeavesOtherStoresOut()
{
    QVERIFY(bench->run({moveOf("vm/100", "", "sites")}).complete());
    const std::string other = "/other";
    makeStore(*bench->files, other);
    const auto session
        = StoreSession::open(bench->files, Place::fromString(other).value(), {.pbsRoot = "/", .stateHome = bench->stateHome}).value();
    QVERIFY(readHistory(session).value().runs.empty());
    QCOMPARE(bench->history().runs.size(), 1U);
}

QTEST_APPLESS_MAIN(tst_Executor)
#include "tst_executor.moc"
