// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/archivename.h"
#include "core/plan/removals.h"
#include "core/run/resume.h"
#include "support/faultyfilesystem.h"
#include "support/runbench.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

// Snapshots are removed for good: those that were named and counted, and no other ones, whatever happens meanwhile.

namespace {

const std::vector<std::string> times{"2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z", "2025-01-03T00:00:00Z", "2025-01-04T00:00:00Z",
                                     "2025-01-05T00:00:00Z"};

SnapshotTime at(std::size_t index)
{
    return SnapshotTime::fromString(times[index]).value();
}

RunBench makeBench()
{
    RunBench bench;
    makeGroup(*bench.files, bench.root, "a", "vm/1", times, "backup@pbs", "notes");
    makeGroup(*bench.files, bench.root, "a", "vm/2", {times[0]});
    makeGroup(*bench.files, bench.root, "", "ct/3", times);
    return bench;
}

std::string pathOf(const RunBench &bench, std::string_view where, std::string_view id, std::size_t index = times.size())
{
    return bench.root + "/" + groupPath(where, id, index < times.size() ? std::string_view(times[index]) : std::string_view());
}

void protect(const RunBench &bench, std::size_t index)
{
    bench.files->makeFile(pathOf(bench, "a", "vm/1", index) + "/.protected", "");
}

/// What is left of a backup that was broken off.
void makeUnfinished(const RunBench &bench, std::string_view time)
{
    makeSnapshot(*bench.files, bench.root, "a", "vm/1", time);
    const auto directory = bench.files->open(bench.root + "/" + groupPath("a", "vm/1", time)).value();
    QVERIFY(directory->removeFile(manifestFileName));
}

RemoveSnapshots named(const std::vector<std::size_t> &indexes)
{
    RemoveSnapshots removal{.ns = ns("a"), .group = group("vm/1"), .times = {}};
    for (const std::size_t index : indexes)
        removal.times.push_back(at(index));
    return removal;
}

/// What a prune that keeps the last @p count removes from all of "a".
std::vector<Change> pruned(const RunBench &bench, std::uint64_t count)
{
    const auto tree = scan(bench.session().store().root).value().tree;
    return removalsOf(planPrune(tree, {.range = {.top = ns("a")}}, {.last = count}, TimeZone()), {"UTC", TimeZone()});
}

std::vector<std::string> leftIn(const RunBench &bench, std::string_view where, std::string_view id)
{
    const auto tree = scan(bench.session().store().root).value().tree;
    const auto found = tree.find(ns(where), group(id));
    std::vector<std::string> left;
    for (const Snapshot &snapshot : found ? found->snapshots : std::vector<Snapshot>())
        left.push_back(snapshot.time.toString());
    return left;
}

std::vector<std::string> timesFrom(std::size_t first)
{
    return {times.begin() + std::ptrdiff_t(first), times.end()};
}

/// The paths of all manifests.
std::set<std::string> finishedIn(const Rows &rows)
{
    std::set<std::string> paths;
    for (const Row &row : rows) {
        if (row.path.ends_with(manifestFileName))
            paths.insert(row.path);
    }
    return paths;
}

/// Of the last run, with the manifests.
JournalRun journalOf(const RunBench &bench)
{
    const std::string path = bench.history().runs.front().journalPath;
    const auto folder = bench.files->open(path.substr(0, path.rfind('/'))).value();
    return readJournal(*folder, path.substr(path.rfind('/') + 1)).value();
}

std::optional<MessageId> reasonOf(const Plan &plan)
{
    const auto &reason = plan.steps.front().verdict.reason;
    return reason ? std::optional(reason->id) : std::nullopt;
}

} // namespace

class tst_Removal : public QObject
{
    Q_OBJECT

private slots:
    void namedOnes();
    void journalTells();
    void protectedOnesStay();
    void newestUnfinishedStays();
    void olderUnfinishedGoes();
    void protectedMeanwhile();
    void pruneIsAskedAgain();
    void pruneKeepsWhatIsNewerNow();
    void busyOnesStay();
    void lastSnapshotTakesTheGroup();
    void foreignFileKeepsTheGroup();
    void foreignDirectoryKeepsTheSnapshot();
    void wholeGroup();
    void wholeGroupStaysWithANewBackup();
    void wholeGroupRefused_data();
    void wholeGroupRefused();
    void namespaceWithGroups();
    void composes();
    void garbageCollectionIsNotInTheWay();
    void nothingToUndo();
    void undoLeavesWhatIsGone();
    void undoBringsBackTheOthers();
    void keepGoingLeavesARefusedNamespace();
    void anotherGroupOfThatName();
    void movedAndThinnedOutWhereNoReplaceIsUnknown();
    void removalBehindAMoveThatDidNotHappen();
    void looksAgainWhetherItMayWrite();
    void whatComesMeanwhileStays();
    void anotherSnapshotOfThatName_data();
    void anotherSnapshotOfThatName();
    void whatIsLeftToDo();
    void counted();
    void within();
    void budget();
    void disturbed_data();
    void disturbed();

private:
    static bool disturb(const RunBench &bench, const Plan &plan, const Fault &fault);
    static void checkInterrupted(const RunBench &bench, const Rows &before, const std::vector<std::string> &kept);
    static void recover(const RunBench &bench, bool isPrune);
};

void tst_Removal::namedOnes()
{
    const RunBench bench = makeBench();
    const Rows before = bench.rows();
    const RunReport report = bench.run({named({0, 2})});
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QCOMPARE(report.steps.front().gone, (std::vector{at(0), at(2)}));
    QCOMPARE(leftIn(bench, "a", "vm/1"), (std::vector{times[1], times[3], times[4]}));
    Rows expected = before;
    for (const std::size_t gone : {0UZ, 2UZ})
        std::erase_if(expected, [&](const Row &row) { return row.path.starts_with(groupPath("a", "vm/1", times[gone])); });
    QCOMPARE(difference(expected, bench.rows()), "");
}

void tst_Removal::journalTells()
{
    const RunBench bench = makeBench();
    QVERIFY(bench.run({named({1})}).complete());
    const JournalRun run = journalOf(bench);
    const JournalStep &step = run.steps.front();
    QCOMPARE(step.effects.moved, (std::vector{at(1)}));
    QCOMPARE(step.facts.removing.size(), std::size_t(1));
    const RemovedSnapshot &was = step.facts.removing.front();
    QCOMPARE(was.time, at(1));
    QVERIFY(was.manifest.contains("\"backup-id\""));
    QVERIFY(std::ranges::contains(was.files, manifestFileName, &RemovedSnapshot::File::name));
    QVERIFY(was.files.size() > 1 && std::ranges::all_of(was.files, [](const auto &file) { return file.size > 0; }));
}

void tst_Removal::protectedOnesStay()
{
    const RunBench bench = makeBench();
    protect(bench, 1);
    QCOMPARE(reasonOf(bench.plan({named({0, 1})})), MessageId::RemovalProtected);
    QCOMPARE(bench.run({named({0, 1})}).failure->id, MessageId::RunNotPossible);
    QVERIFY(bench.run(pruned(bench, 1)).complete());
    QCOMPARE(leftIn(bench, "a", "vm/1"), (std::vector{times[1], times[4]}));
}

void tst_Removal::newestUnfinishedStays()
{
    const RunBench bench = makeBench();
    makeUnfinished(bench, "2025-01-06T00:00:00Z");
    RemoveSnapshots removal = named({});
    removal.times = {SnapshotTime::fromString("2025-01-06T00:00:00Z").value()};
    QCOMPARE(reasonOf(bench.plan({removal})), MessageId::RemovalNewestUnfinished);
    QCOMPARE(reasonOf(bench.plan({named({})})), MessageId::RemovalNothing);
    QCOMPARE(reasonOf(bench.plan({RemoveGroup{ns("a"), group("vm/1")}})), MessageId::RemovalNewestUnfinished);
    QVERIFY(bench.run(pruned(bench, 1)).complete());
    QCOMPARE(leftIn(bench, "a", "vm/1"), (std::vector<std::string>{times[4], "2025-01-06T00:00:00Z"}));
}

void tst_Removal::olderUnfinishedGoes()
{
    const RunBench bench = makeBench();
    makeUnfinished(bench, "2025-01-01T12:00:00Z");
    QVERIFY(bench.run(pruned(bench, 5)).complete());
    QCOMPARE(leftIn(bench, "a", "vm/1"), timesFrom(0));
    QVERIFY(journalOf(bench).steps.front().facts.removing.front().manifest.empty());
}

/// Between plan and run.
void tst_Removal::protectedMeanwhile()
{
    for (const bool isPrune : {false, true}) {
        const RunBench bench = makeBench();
        const Plan plan = bench.plan(isPrune ? pruned(bench, 2) : std::vector<Change>{named({0, 1, 2})});
        protect(bench, 1);
        const RunReport report = executePlan(bench.session(), plan);
        QCOMPARE(leftIn(bench, "a", "vm/1"), (std::vector{times[1], times[3], times[4]}));
        QCOMPARE(report.complete(), isPrune);
        const auto &said = isPrune ? report.steps.front().note : report.steps.front().error;
        QVERIFY(said);
        QCOMPARE(said->id, MessageId::RemovalProtected);
        QCOMPARE(report.steps.front().gone, (std::vector{at(0), at(2)}));
    }
}

/// A snapshot that was to be kept is gone: what would make up for it stays.
void tst_Removal::pruneIsAskedAgain()
{
    const RunBench bench = makeBench();
    const Plan plan = bench.plan(pruned(bench, 2));
    QVERIFY(bench.run({named({4})}).complete());
    const RunReport report = executePlan(bench.session(), plan);
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QCOMPARE(leftIn(bench, "a", "vm/1"), (std::vector{times[2], times[3]}));
    QCOMPARE(report.steps.front().note->id, MessageId::RemovalKept);
}

/// A new backup makes an older one superfluous, but nobody has agreed to that.
void tst_Removal::pruneKeepsWhatIsNewerNow()
{
    const RunBench bench = makeBench();
    const Plan plan = bench.plan(pruned(bench, 2));
    makeSnapshot(*bench.files, bench.root, "a", "vm/1", "2025-01-06T00:00:00Z");
    QVERIFY(executePlan(bench.session(), plan).complete());
    QCOMPARE(leftIn(bench, "a", "vm/1"), (std::vector<std::string>{times[3], times[4], "2025-01-06T00:00:00Z"}));
}

void tst_Removal::busyOnesStay()
{
    for (const bool isPrune : {false, true}) {
        const RunBench bench = makeBench();
        const Plan plan = bench.plan(isPrune ? pruned(bench, 1) : std::vector<Change>{named({0, 1, 2, 3})});
        const auto directory = bench.files->open(pathOf(bench, "a", "vm/1")).value();
        const auto held = directory->lockDirectory(times[2], fs::Access::Shared); // somebody reads it
        QVERIFY(held);
        const RunReport report = executePlan(bench.session(), plan);
        QCOMPARE(leftIn(bench, "a", "vm/1"), (std::vector{times[2], times[4]}));
        const auto &said = isPrune ? report.steps.front().note : report.steps.front().error;
        QVERIFY(said);
        QCOMPARE(said->id, MessageId::SnapshotBusy);
    }
}

void tst_Removal::lastSnapshotTakesTheGroup()
{
    const RunBench bench = makeBench();
    RemoveSnapshots last{.ns = ns("a"), .group = group("vm/2"), .times = {at(0)}};
    const Removals removals = removalsOf(bench.plan({last}));
    QCOMPARE(removals.emptied(), std::size_t(1));
    QCOMPARE(removals.groups.front().group->id, group("vm/2"));
    QVERIFY(removals.wantsSecondLook());
    QVERIFY(bench.run({last}).complete());
    const Rows rows = bench.rows();
    QVERIFY(std::ranges::none_of(rows, [](const Row &row) { return row.path.contains("vm/2"); }));
    QVERIFY(std::ranges::contains(rows, std::string("ns/a/vm"), &Row::path)); // as PBS leaves it
}

void tst_Removal::foreignFileKeepsTheGroup()
{
    const RunBench bench = makeBench();
    bench.files->makeFile(pathOf(bench, "a", "vm/2") + "/litter", "x");
    QVERIFY(bench.run({RemoveSnapshots{.ns = ns("a"), .group = group("vm/2"), .times = {at(0)}}}).complete());
    const Rows rows = bench.rows();
    QVERIFY(std::ranges::contains(rows, std::string("ns/a/vm/2/owner"), &Row::path));
    QVERIFY(std::ranges::contains(rows, std::string("ns/a/vm/2/litter"), &Row::path));
}

void tst_Removal::foreignDirectoryKeepsTheSnapshot()
{
    const RunBench bench = makeBench();
    bench.files->makeFile(pathOf(bench, "a", "vm/1", 0) + "/mine/letter", "x");
    const Rows before = bench.rows();
    const RunReport report = bench.run({named({0})});
    QCOMPARE(report.failure->id, MessageId::RemovalForeignEntry);
    QCOMPARE(difference(before, bench.rows()), "");
}

void tst_Removal::wholeGroup()
{
    const RunBench bench = makeBench();
    const RunReport report = bench.run({RemoveGroup{ns("a"), group("vm/1")}});
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QVERIFY(std::ranges::none_of(bench.rows(), [](const Row &row) { return row.path.contains("vm/1"); }));
    QCOMPARE(leftIn(bench, "a", "vm/2").size(), std::size_t(1));
    const JournalRun run = bench.history().runs.front();
    QCOMPARE(run.steps.front().facts.removing.size(), times.size());
    QCOMPARE(run.steps.front().facts.before, std::string("backup@pbs\n"));
}

void tst_Removal::wholeGroupStaysWithANewBackup()
{
    const RunBench bench = makeBench();
    const Plan plan = bench.plan({RemoveGroup{ns("a"), group("vm/1")}});
    makeSnapshot(*bench.files, bench.root, "a", "vm/1", "2025-01-06T00:00:00Z");
    const RunReport report = executePlan(bench.session(), plan);
    QCOMPARE(report.failure->id, MessageId::RemovalGroupStays);
    QCOMPARE(leftIn(bench, "a", "vm/1"), (std::vector<std::string>{"2025-01-06T00:00:00Z"}));
    QCOMPARE(outsideScheme(bench.rows()), "");
}

void tst_Removal::wholeGroupRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("reason");
    QTest::newRow("protected") << "2025-01-03T00:00:00Z/.protected" << int(MessageId::RemovalProtected);
    QTest::newRow("foreign file") << "litter" << int(MessageId::RemovalForeignFiles);
}

void tst_Removal::wholeGroupRefused()
{
    QFETCH(QString, file);
    QFETCH(int, reason);
    const RunBench bench = makeBench();
    bench.files->makeFile(pathOf(bench, "a", "vm/1") + "/" + file.toStdString(), "");
    QCOMPARE(int(reasonOf(bench.plan({RemoveGroup{ns("a"), group("vm/1")}})).value()), reason);
    QCOMPARE(int(reasonOf(bench.plan({DeleteNamespace{.path = ns("a"), .withGroups = true}})).value()), reason);
}

void tst_Removal::namespaceWithGroups()
{
    const RunBench bench = makeBench();
    makeGroup(*bench.files, bench.root, "a/b", "host/x", times);
    QCOMPARE(reasonOf(bench.plan({DeleteNamespace{.path = ns("a")}})), MessageId::PlanNamespaceNotEmpty);
    const std::vector<Change> changes{DeleteNamespace{.path = ns("a"), .withGroups = true}};
    const Plan plan = bench.plan(changes);
    QCOMPARE(plan.steps.front().snapshots(), std::size_t(11));
    QCOMPARE(removalsOf(plan).groups.size(), std::size_t(3));
    const auto tree = scan(bench.session().store().root).value().tree;
    const Projection projection = project(tree, plan);
    QCOMPARE(projection.mark(ns("a"), group("vm/1")).mark, Mark::Deleted);
    QCOMPARE(projection.mark(ns("a/b")), Mark::Deleted);
    QCOMPARE(projection.tree.root().snapshotsBelow, times.size()); // of ct/3
    QVERIFY(bench.run(changes).complete());
    QVERIFY(std::ranges::none_of(bench.rows(), [](const Row &row) { return row.path.starts_with("ns/a"); }));
    QCOMPARE(leftIn(bench, "", "ct/3"), timesFrom(0));
}

/// Unprotected, thinned out, and what is left moved away: each change sees what the former ones leave.
void tst_Removal::composes()
{
    const RunBench bench = makeBench();
    protect(bench, 0);
    const std::vector<Change> changes{ChangeProtection{ns("a"), group("vm/1"), at(0), false}, named({0, 1}), CreateNamespace{ns("z")},
                                      moveOf("vm/1", "a", "z")};
    const RunReport report = bench.run(changes);
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QCOMPARE(leftIn(bench, "z", "vm/1"), timesFrom(2));
    QVERIFY(leftIn(bench, "a", "vm/1").empty());
}

/// PBS prunes while it collects garbage, too.
void tst_Removal::garbageCollectionIsNotInTheWay()
{
    const RunBench bench = makeBench();
    PlanContext context;
    context.access = bench.session().access();
    context.hasActivity = true;
    context.activity.garbageCollection = true;
    const auto tree = scan(bench.session().store().root).value().tree;
    QCOMPARE(makePlan(tree, std::vector<Change>{named({0})}, context).steps.front().verdict.level, Verdict::Level::WillDo);
    QCOMPARE(makePlan(tree, std::vector<Change>{moveOf("vm/1", "a", "")}, context).steps.front().verdict.level, Verdict::Level::Waits);
}

void tst_Removal::nothingToUndo()
{
    const RunBench bench = makeBench();
    QVERIFY(bench.run({named({0})}).complete());
    QCOMPARE(lastUndoable(bench.history()), nullptr);
}

void tst_Removal::undoLeavesWhatIsGone()
{
    const RunBench bench = makeBench();
    QVERIFY(bench.run({named({0}), moveOf("vm/1", "a", "")}).complete());
    const UndoPlan undo = bench.undoPlan();
    QCOMPARE(undo.notes.size(), std::size_t(1));
    QCOMPARE(undo.notes.front().id, MessageId::UndoRemoved);
    const RunReport report = executeUndo(bench.session(), undo);
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QCOMPARE(leftIn(bench, "a", "vm/1"), timesFrom(1));
}

/// A group that was moved and then removed stays away, the other one comes back.
void tst_Removal::undoBringsBackTheOthers()
{
    const RunBench bench = makeBench();
    QVERIFY(bench.run({moveOf("vm/1", "a", ""), moveOf("vm/2", "a", ""), RemoveGroup{{}, group("vm/2")}}).complete());
    const UndoPlan undo = bench.undoPlan();
    QCOMPARE(undo.notes.size(), std::size_t(1));
    const RunReport report = executeUndo(bench.session(), undo);
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QCOMPARE(leftIn(bench, "a", "vm/1"), timesFrom(0));
    QVERIFY(leftIn(bench, "a", "vm/2").empty() && leftIn(bench, "", "vm/2").empty());
}

/// What is refused as a whole is not done in parts that nobody counted.
void tst_Removal::keepGoingLeavesARefusedNamespace()
{
    const RunBench bench = makeBench();
    protect(bench, 1);
    const Rows before = bench.rows();
    const Plan plan = bench.plan({DeleteNamespace{.path = ns("a"), .withGroups = true}, CreateNamespace{ns("new")}});
    QVERIFY(removalsOf(plan).isEmpty());
    RunOptions options;
    options.keepGoing = true;
    const RunReport report = executePlan(bench.session(), plan, options);
    QVERIFY2(report.complete(), failureOf(report).c_str());
    Rows after = bench.rows();
    std::erase_if(after, [](const Row &row) { return row.path == "ns/new"; });
    QCOMPARE(difference(before, after), "");
    QVERIFY(!bench.plan({DeleteNamespace{.path = ns("a"), .withGroups = true}}).canStart());
}

/// Two clusters share ids: the name and the times are the same, the directory is not.
void tst_Removal::anotherGroupOfThatName()
{
    for (const bool isWhole : {false, true}) {
        const RunBench bench = makeBench();
        const Plan plan = bench.plan({isWhole ? Change(RemoveGroup{ns("a"), group("vm/1")}) : Change(named({0}))});
        QVERIFY(bench.run({CreateNamespace{ns("away")}, moveOf("vm/1", "a", "away")}).complete());
        makeGroup(*bench.files, bench.root, "a", "vm/1", times);
        const Rows before = bench.rows();
        QCOMPARE(executePlan(bench.session(), plan).failure->id, MessageId::RunStateChanged);
        QCOMPARE(difference(before, bench.rows()), "");
    }
}

void tst_Removal::movedAndThinnedOutWhereNoReplaceIsUnknown()
{
    const RunBench bench = makeBench();
    bench.files->setRenameNoReplaceKnown(false);
    RemoveSnapshots removal = named({0});
    removal.ns = {};
    const RunReport report = bench.run({moveOf("vm/1", "a", ""), removal});
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QCOMPARE(leftIn(bench, "", "vm/1"), timesFrom(1));
}

/// The journal must not say that something is gone which is still to come.
void tst_Removal::removalBehindAMoveThatDidNotHappen()
{
    const RunBench bench = makeBench();
    RemoveSnapshots removal = named({0});
    removal.ns = {};
    const Plan plan = bench.plan({moveOf("vm/1", "a", ""), removal});
    const auto faulty = std::make_shared<FaultyFileSystem>(bench.files, Fault(), [](int, std::string_view name) {
        if (name == "renameNoReplace")
            throw std::runtime_error("the power went");
    });
    bool isThrown = false;
    try {
        (void)executePlan(bench.session(faulty), plan);
    } catch (const std::runtime_error &) {
        isThrown = true;
    }
    QVERIFY(isThrown);
    const auto recovery = planRecovery(bench.session(), bench.history().runs.front());
    QVERIFY(recovery);
    QCOMPARE(recovery->steps.back().state, RecoveryStep::State::NotDone);
    QVERIFY(executeRecovery(bench.session(), *recovery).complete());
    QCOMPARE(leftIn(bench, "", "vm/1"), timesFrom(1));
    QCOMPARE(bench.history().runs.front().steps.back().effects.moved, (std::vector{at(0)}));
}

/// A long run without `.lock`: a PBS that appears on the way ends it.
void tst_Removal::looksAgainWhetherItMayWrite()
{
    const RunBench bench = makeBench();
    RemoveSnapshots other = named({0});
    other.ns = {};
    other.group = group("ct/3");
    RunOptions options;
    options.longestHold = std::chrono::milliseconds(-1);
    options.progress = [&](const RunProgress &progress) {
        if (progress.done == 1)
            bench.files->makeDirectories("/run/proxmox-backup");
    };
    const RunReport report = bench.run({named({0}), other}, options);
    QVERIFY(report.failure);
    QCOMPARE(report.steps.front().state, StepState::Completed);
    QCOMPARE(report.steps.back().state, StepState::Failed);
    QCOMPARE(leftIn(bench, "", "ct/3"), timesFrom(0));
}

/// Only what was told goes; what is left does not look finished.
void tst_Removal::whatComesMeanwhileStays()
{
    const RunBench bench = makeBench();
    const Plan plan = bench.plan({named({0})});
    const std::string directory = pathOf(bench, "a", "vm/1", 0);
    const auto meddling = std::make_shared<FaultyFileSystem>(bench.files, Fault(), [&](int, std::string_view name) {
        if (name != "removeDirectory")
            return;
        bench.files->makeFile(directory + "/index.json.blob", "again");
        bench.files->makeFile(directory + "/letter", "x");
    });
    const RunReport report = executePlan(bench.session(meddling), plan);
    QCOMPARE(report.failure->id, MessageId::DirectoryNotEmpty);
    const Rows rows = bench.rows();
    const std::string path = groupPath("a", "vm/1", times[0]);
    QVERIFY(std::ranges::contains(rows, path + "/letter", &Row::path));
    QVERIFY(!std::ranges::contains(rows, path + "/index.json.blob", &Row::path));
}

void tst_Removal::anotherSnapshotOfThatName_data()
{
    QTest::addColumn<bool>("isLocked");

    QTest::newRow("before it is locked") << false;
    QTest::newRow("when the former one is locked") << true;
}

/// What was listed is not what is there when its turn comes: nobody agreed to the removal of that.
void tst_Removal::anotherSnapshotOfThatName()
{
    QFETCH(bool, isLocked);
    const RunBench bench = makeBench();
    bool hasLocked = false;
    bool hasSwapped = false;
    const auto meddling = std::make_shared<FaultyFileSystem>(bench.files, Fault(), [&](int, std::string_view name) {
        const bool isItsTurn = isLocked ? hasLocked && name == "openDirectory" : name == "lockDirectory";
        hasLocked = hasLocked || name == "lockDirectory";
        if (!isItsTurn || std::exchange(hasSwapped, true))
            return;
        bench.files->removeTree(pathOf(bench, "a", "vm/1", 0));
        makeSnapshot(*bench.files, bench.root, "a", "vm/1", times[0]);
    });
    const RunReport report = executePlan(bench.session(meddling), bench.plan({named({0, 1})}));
    QVERIFY(hasSwapped);
    QCOMPARE(leftIn(bench, "a", "vm/1"), (std::vector{times[0], times[2], times[3], times[4]}));
    QVERIFY(bench.files->open(pathOf(bench, "a", "vm/1", 0)).value()->find(manifestFileName).value()); // whole
    QVERIFY(!report.complete());
    QCOMPARE(report.steps.front().error->id, MessageId::RunStateChanged);
}

void tst_Removal::whatIsLeftToDo()
{
    const RunBench bench = makeBench();
    const std::vector<Change> changes{named({0, 1, 2})};
    const auto directory = bench.files->open(pathOf(bench, "a", "vm/1")).value();
    std::vector<Change> left;
    {
        const auto held = directory->lockDirectory(times[1], fs::Access::Shared);
        QVERIFY(held);
        left = changesLeft(changes, bench.run(changes));
    }
    QCOMPARE(left, (std::vector<Change>{named({1})}));
    QVERIFY(bench.run(left).complete());
    QCOMPARE(leftIn(bench, "a", "vm/1"), timesFrom(3));
}

void tst_Removal::within()
{
    const RunBench bench = makeBench();
    const Removals three = removalsOf(bench.plan({named({0, 1, 2})}));
    QVERIFY(isWithin(removalsOf(bench.plan({named({0, 2})})), three));
    QVERIFY(isWithin(three, three));
    QVERIFY(!isWithin(removalsOf(bench.plan({named({0, 3})})), three));
    Removals other = three;
    auto copy = std::make_shared<Group>(*other.groups.front().group);
    ++copy->inode;
    other.groups.front().group = copy;
    QVERIFY(!isWithin(other, three));
}

void tst_Removal::counted()
{
    const RunBench bench = makeBench();
    const Removals removals = removalsOf(bench.plan({named({0, 1}), named({2})}));
    QCOMPARE(removals.snapshots, std::size_t(3));
    QVERIFY(!removals.sizeIsKnown && removals.emptied() == 0 && !removals.wantsSecondLook());
    QVERIFY(removalsOf(bench.plan({moveOf("vm/1", "a", "")})).isEmpty());
    QVERIFY(removalsOf(bench.plan({named({0}), RemoveGroup{ns("a"), group("vm/77")}})).snapshots == 1); // what is refused does not count
}

void tst_Removal::budget()
{
    const RunBench bench = makeBench();
    const Removals some = removalsOf(bench.plan({named({0, 1})}));
    QVERIFY(checkBudget(some, {.snapshots = 2}));
    QCOMPARE(checkBudget(some, {.snapshots = 1}).error().id, MessageId::RemovalOverBudget);
    QVERIFY(checkBudget(some, {.snapshots = 2, .percent = 40}));
    QCOMPARE(checkBudget(some, {.snapshots = 2, .percent = 39}).error().id, MessageId::RemovalOverBudget);
    const Removals single = removalsOf(bench.plan({named({0}), named({1}), named({2})})); // of one group of five
    QCOMPARE(single.remaining, std::size_t(2));
    QCOMPARE(checkBudget(single, {.snapshots = 9, .percent = 59}).error().id, MessageId::RemovalOverBudget);
    const Removals all = removalsOf(bench.plan({RemoveGroup{ns("a"), group("vm/2")}}));
    QCOMPARE(checkBudget(all, {.snapshots = 9}).error().id, MessageId::RemovalEmptiesGroup);
    QVERIFY(checkBudget(all, {.snapshots = 9, .mayEmptyGroups = true}));
}

void tst_Removal::disturbed_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("how");
    const std::vector<const char *> hows{"EIO", "lost reply", "killed"};
    const std::vector<const char *> kinds{"named", "prune", "group"};
    for (int what = 0; std::cmp_less(what, kinds.size()); ++what) {
        for (int how = 0; std::cmp_less(how, hows.size()); ++how)
            QTest::addRow("%s, %s", kinds[std::size_t(what)], hows[std::size_t(how)]) << what << how;
    }
}

/// Whether the fault happened.
bool tst_Removal::disturb(const RunBench &bench, const Plan &plan, const Fault &fault)
{
    const auto faulty = std::make_shared<FaultyFileSystem>(bench.files);
    const StoreSession session = bench.session(faulty);
    faulty->setFault(fault);
    (void)executePlan(session, plan);
    return faulty->happened();
}

/// What was not to go is as it was; of what was to go each snapshot is whole, or gone, or unfinished and in the journal.
void tst_Removal::checkInterrupted(const RunBench &bench, const Rows &before, const std::vector<std::string> &kept)
{
    const History history = bench.history();
    const Backups whole = backupsIn(before);
    for (const auto &[name, content] : backupsIn(bench.rows())) {
        if (whole.contains({name, content}))
            continue;
        QVERIFY(!content.contains("index.json.blob=")); // it would look finished
        QCOMPARE(history.runs.size(), std::size_t(1));
        const auto &told = history.runs.front().steps.front().facts.removing;
        const auto time = SnapshotTime::fromString(name.substr(name.rfind('/') + 1)).value();
        QVERIFY(std::ranges::contains(told, time, &RemovedSnapshot::time));
    }
    const auto left = leftIn(bench, "a", "vm/1");
    QVERIFY(std::ranges::all_of(kept, [&](const std::string &time) { return std::ranges::contains(left, time); }));
    QCOMPARE(leftIn(bench, "", "ct/3"), timesFrom(0));
    QCOMPARE(leftIn(bench, "a", "vm/2").size(), std::size_t(1));
}

/// Without its rule a prune takes nothing more than what had begun to go.
void tst_Removal::recover(const RunBench &bench, bool isPrune)
{
    const History history = bench.history();
    if (history.runs.empty() || !isRecoverable(history.runs.front()))
        return;
    const auto recovery = planRecovery(bench.session(), history.runs.front());
    QVERIFY(recovery);
    const Rows interrupted = bench.rows();
    const RunReport report = executeRecovery(bench.session(), *recovery);
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QVERIFY(!isPrune || finishedIn(bench.rows()) == finishedIn(interrupted));
}

/// At every call; then the run is finished, and what a finished prune left is for the next one.
void tst_Removal::disturbed()
{
    QFETCH(int, what);
    QFETCH(int, how);
    const std::vector<Fault> faults{{}, {.how = Fault::How::After}, {.fromThenOn = true}};
    const bool isPrune = what == 1;
    const auto kept = what == 0 ? std::vector{times[1], times[4]} : isPrune ? timesFrom(3) : std::vector<std::string>();
    Fault fault = faults[std::size_t(how)];
    for (bool happened = true; happened;) {
        ++fault.at;
        const RunBench bench = makeBench();
        const Rows before = bench.rows();
        const std::vector<std::vector<Change>> changes{{named({0, 2, 3})}, pruned(bench, 2), {RemoveGroup{ns("a"), group("vm/1")}}};
        happened = disturb(bench, bench.plan(changes[std::size_t(what)]), fault);
        checkInterrupted(bench, before, kept);
        recover(bench, isPrune);
        if (const auto again = isPrune ? pruned(bench, 2) : std::vector<Change>(); !again.empty())
            QVERIFY(bench.run(again).complete());
        if (!bench.history().runs.empty()) {
            QCOMPARE(leftIn(bench, "a", "vm/1"), kept);
            QCOMPARE(leftIn(bench, "a", "vm/1").empty(),
                     std::ranges::none_of(bench.rows(), [](const Row &row) { return row.path.contains("vm/1"); }));
        }
        if (QTest::currentTestFailed()) {
            qWarning("at call %d", fault.at);
            return;
        }
    }
    qInfo("%d calls", fault.at);
}

QTEST_APPLESS_MAIN(tst_Removal)
#include "tst_removal.moc"
