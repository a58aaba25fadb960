// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/configrun.h"

#include "core/datastore/configfile.h"
#include "core/datastore/references.h"
#include "core/plan/planrelocations.h"
#include "support/faultyfilesystem.h"
#include "support/runbench.h"

#include <QTest>

#include <cerrno>

using namespace espalier;
using namespace espalier::test;

// A namespace gets another name, and jobs and access rules of the PBS go along. Whatever happens meanwhile: at no moment could a sync
// job that removes what vanished take what moves for vanished, and everything can be finished or undone.

namespace {

const std::string directory = "/etc/proxmox-backup";
const std::string syncJobs = "sync: push\n    ns   a\n\tremote r\n\tremote-store copy\n\tremove-vanished yes\n\tstore tank\n"
                             "\tsync-direction push\n\n\nsync: unrelated\n\tremote r\n\tremote-store copy\n\tstore other\n";
const std::string pruneJobs = "prune: p\n\tkeep-last 3\n\tns a/deep\n\tschedule daily\n\tstore tank\n";
const std::string accessRules = "acl:1:/datastore/tank/a:u@pbs:DatastoreReader\n";
const std::vector<std::string> times{"2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z"};

/// A PBS with the store "tank" and its jobs.
RunBench makeBench()
{
    RunBench bench;
    makeGroup(*bench.files, bench.root, "a", "vm/1", times);
    makeGroup(*bench.files, bench.root, "a", "vm/2", times);
    makeGroup(*bench.files, bench.root, "a/deep", "ct/7", times);
    bench.files->changeOwner(bench.root, 34, 34);
    for (const char *path : {"/run/proxmox-backup/locks/tank", "/run/proxmox-backup/active-operations", "/var/log/proxmox-backup/tasks",
                             "/var/lib/proxmox-backup"})
        bench.files->makeDirectories(path);
    bench.files->makeFile("/var/log/proxmox-backup/tasks/active", "");
    bench.files->makeFile("/var/lib/dpkg/status", "Package: proxmox-backup-server\nStatus: install ok installed\nVersion: 4.2.3-1\n");
    bench.files->makeFile(directory + "/datastore.cfg", "datastore: tank\n\tpath " + bench.root + "\n", 0640);
    bench.files->makeFile(directory + "/sync.cfg", syncJobs, 0640);
    bench.files->makeFile(directory + "/prune.cfg", pruneJobs, 0640);
    bench.files->makeFile(directory + "/acl.cfg", accessRules, 0640);
    return bench;
}

std::string textOf(const RunBench &bench, ConfigFile file)
{
    return readConfigFile(*bench.files, directory, file).value().text;
}

ConfigTexts textsOf(const RunBench &bench)
{
    ConfigTexts texts;
    for (const ConfigFile file : allConfigFiles)
        texts[file] = textOf(bench, file);
    return texts;
}

void write(const RunBench &bench, ConfigFile file, const std::string &text)
{
    bench.files->removeTree(directory + "/" + std::string(fileName(file)));
    bench.files->makeFile(directory + "/" + std::string(fileName(file)), text, 0640);
}

const std::vector<Change> renaming{MoveNamespace{.from = ns("a"), .to = ns("c"), .maxDepth = {}}};

ConfigPlan configPlan(const RunBench &bench, const Plan &plan)
{
    const StoreSession session = bench.session();
    ConsequenceContext context;
    context.storeName = "tank";
    context.here = readHostReferences(*bench.files, session.host(), "tank");
    return planConfig(findConsequences(scan(session.store().root).value().tree, relocationsOf(plan), context), textsOf(bench));
}

RunReport run(const RunBench &bench, const std::shared_ptr<fs::FileSystem> &through = nullptr, const RunOptions &options = {})
{
    const Plan plan = bench.plan(renaming);
    const ConfigPlan config = configPlan(bench, plan);
    return executePlan(bench.session(through), plan, options, config);
}

bool isAt(const RunBench &bench, std::string_view where)
{
    const Rows rows = bench.rows();
    const auto holds = [&](const std::string &ns, const char *group) {
        return std::ranges::contains(rows, groupPath(ns, group, times.back()), &Row::path);
    };
    return holds(std::string(where), "vm/1") && holds(std::string(where), "vm/2") && holds(std::string(where) + "/deep", "ct/7");
}

/// The one thing that must hold at every moment: a job that removes what vanished finds all of it where it looks.
bool isSafe(const RunBench &bench)
{
    const auto jobs = readJobs(JobKind::Sync, textOf(bench, ConfigFile::SyncJobs), "sync.cfg");
    const auto push = std::ranges::find(jobs.jobs, "push", &JobReference::id);
    if (!jobs.problems.empty() || push == jobs.jobs.end())
        return false;
    return !push->sync->removesVanished || isAt(bench, push->range.top.toString());
}

bool isAsBefore(const RunBench &bench)
{
    return isAt(bench, "a") && textOf(bench, ConfigFile::SyncJobs) == syncJobs && textOf(bench, ConfigFile::PruneJobs) == pruneJobs
        && textOf(bench, ConfigFile::AccessRules) == accessRules;
}

bool isDone(const RunBench &bench)
{
    return isAt(bench, "c") && textOf(bench, ConfigFile::SyncJobs).starts_with("sync: push\n\tns c\n")
        && textOf(bench, ConfigFile::SyncJobs).contains("remove-vanished yes")
        && textOf(bench, ConfigFile::PruneJobs).contains("ns c/deep\n")
        && textOf(bench, ConfigFile::AccessRules).contains("/datastore/tank/c:");
}

/// The process ends at the Nth call, or that call fails; then the run is finished or undone.
template<typename End>
void disturb(bool isEnd, End end)
{
    for (int at = 1;; ++at) {
        const RunBench bench = makeBench();
        const auto faulty = std::make_shared<FaultyFileSystem>(bench.files);
        const Plan plan = bench.plan(renaming);
        const ConfigPlan config = configPlan(bench, plan);
        const StoreSession session = bench.session(faulty);
        faulty->setFault({.at = at, .systemError = EIO, .fromThenOn = isEnd});
        const RunReport report = executePlan(session, plan, {}, config);
        if (!faulty->happened()) {
            QVERIFY(at > 50);
            return;
        }
        QVERIFY2(isSafe(bench), qPrintable(QString::number(at)));
        const History history = bench.history();
        if (report.complete() || history.runs.empty()) {
            QVERIFY2(isDone(bench) || isAsBefore(bench), qPrintable(QString::number(at)));
            continue;
        }
        end(bench, history.runs.front());
        QVERIFY2(isSafe(bench), qPrintable(QString::number(at)));
        if (QTest::currentTestFailed())
            return;
    }
}

} // namespace

class TestConfigRun : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void followsTheMoves();
    void isSafeAtEveryMoment();
    void undoBringsBackEveryByte();
    void undoKeepsWhatOthersWrote();
    void undoLeavesWhatOthersChanged();
    void undoOfSingleGroups();
    void changedSinceThePlan();
    void notAfterAFailure();
    void journalLines();
    void outcomesLost();
    void finishedAfterFaults_data();
    void finishedAfterFaults();
    void undoneAfterFaults_data();
    void undoneAfterFaults();
    void undoWithFaults();
};

void TestConfigRun::init()
{
    if (fs::processUser() != 0)
        QSKIP("Only root may act as the store's owner and write PBS's configuration.");
}

void TestConfigRun::followsTheMoves()
{
    const RunBench bench = makeBench();
    const Plan plan = bench.plan(renaming);
    const ConfigPlan config = configPlan(bench, plan);
    QCOMPARE(config.pauses.size(), std::size_t(1));
    QCOMPARE(config.edits.size(), std::size_t(3));
    const RunReport report = executePlan(bench.session(), plan, {}, config);
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QVERIFY(isDone(bench));
    for (const ConfigFileEdits &file : config.files)
        QCOMPARE(textOf(bench, file.file), file.text);
    QVERIFY(std::holds_alternative<RunEditConfig>(report.steps.front().step));
    QVERIFY(!report.steps.front().change);
    QVERIFY(std::holds_alternative<RunEditConfig>(report.steps.back().step));
    QVERIFY(changesLeft(renaming, report).empty());
}

/// Before each call of the run and of its undo.
void TestConfigRun::isSafeAtEveryMoment()
{
    const RunBench bench = makeBench();
    int unsafe = 0;
    const auto watched
        = std::make_shared<FaultyFileSystem>(bench.files, Fault{}, [&](int, std::string_view) { unsafe += isSafe(bench) ? 0 : 1; });
    const RunReport report = run(bench, watched);
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QVERIFY(watched->calls() > 50);
    QVERIFY(executeUndo(bench.session(watched), bench.undoPlan()).complete());
    QVERIFY(isAsBefore(bench));
    QCOMPARE(unsafe, 0);
}

void TestConfigRun::undoBringsBackEveryByte()
{
    const RunBench bench = makeBench();
    const Rows before = bench.rows();
    QVERIFY(run(bench).complete());
    const UndoPlan undo = bench.undoPlan();
    QVERIFY(undo.isReady() && undo.notes.empty());
    const RunReport report = executeUndo(bench.session(), undo);
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QCOMPARE(difference(before, bench.rows()), "");
    QVERIFY(isAsBefore(bench)); // blanks and empty lines, too
    QVERIFY(!lastUndoable(bench.history()));
}

void TestConfigRun::undoKeepsWhatOthersWrote()
{
    const RunBench bench = makeBench();
    QVERIFY(run(bench).complete());
    write(bench, ConfigFile::SyncJobs, textOf(bench, ConfigFile::SyncJobs) + "\nsync: new\n\tremote r\n\tremote-store x\n\tstore tank\n");
    const RunReport report = bench.undo();
    QVERIFY2(report.complete(), failureOf(report).c_str());
    QVERIFY(isAt(bench, "a"));
    const std::string text = textOf(bench, ConfigFile::SyncJobs);
    QVERIFY(text.starts_with("sync: push\n\tns a\n"));
    QVERIFY(text.contains("\tremove-vanished yes\n") && text.contains("\nsync: new\n"));
}

void TestConfigRun::undoLeavesWhatOthersChanged()
{
    const RunBench bench = makeBench();
    QVERIFY(run(bench).complete());
    write(bench, ConfigFile::PruneJobs, "prune: p\n\tkeep-last 3\n\tns elsewhere\n\tschedule daily\n\tstore tank\n");
    write(bench, ConfigFile::AccessRules, "nonsense\n");
    const UndoPlan undo = bench.undoPlan();
    QVERIFY(undo.isReady());
    QCOMPARE(undo.notes.size(), std::size_t(2));
    const auto note = std::ranges::find(undo.notes, MessageId::ConfigEntryChanged, &Error::id);
    QVERIFY(note != undo.notes.end());
    QCOMPARE(note->args, (std::vector<std::string>{"prune.cfg", "prune: p", "proxmox-backup-manager prune-job update p --ns a/deep"}));
    QVERIFY(executeUndo(bench.session(), undo).complete());
    QVERIFY(isAt(bench, "a"));
    QVERIFY(textOf(bench, ConfigFile::PruneJobs).contains("ns elsewhere"));
    QCOMPARE(textOf(bench, ConfigFile::SyncJobs), syncJobs);
}

void TestConfigRun::undoOfSingleGroups()
{
    const RunBench bench = makeBench();
    QVERIFY(run(bench).complete());
    const History history = bench.history();
    const auto undo = planUndo(bench.session(), *lastUndoable(history), NewBackups::Take, {group("vm/1")});
    QVERIFY(undo);
    QVERIFY(std::ranges::none_of(undo->steps, [](const UndoStep &step) { return std::holds_alternative<RunEditConfig>(step.step); }));
}

/// Nothing moves where an entry is another one than the plan showed.
void TestConfigRun::changedSinceThePlan()
{
    const RunBench bench = makeBench();
    const Plan plan = bench.plan(renaming);
    const ConfigPlan config = configPlan(bench, plan);
    write(bench, ConfigFile::PruneJobs, "prune: p\n\tkeep-last 3\n\tns b\n\tschedule daily\n\tstore tank\n");
    const RunReport report = executePlan(bench.session(), plan, {}, config);
    QVERIFY(report.failure);
    QCOMPARE(report.failure->id, MessageId::ConfigEntryChanged);
    QCOMPARE(report.done(), std::size_t(0));
    QVERIFY(isAt(bench, "a"));
    QCOMPARE(textOf(bench, ConfigFile::SyncJobs), syncJobs);
    QVERIFY(bench.history().runs.empty());
}

/// A group is busy: its job waits, also where the rest goes on. Later it is finished.
void TestConfigRun::notAfterAFailure()
{
    for (const bool keepGoing : {false, true}) {
        const RunBench bench = makeBench();
        auto busy = bench.files->asProcess(2)
                        ->open("/run/proxmox-backup/locks/tank")
                        .and_then([](const auto &locks) {
                            return locks->createDirectory("a", 0755).and_then([&] { return locks->openDirectory("a"); });
                        })
                        .and_then([](const auto &locks) { return locks->lockFile("vm-2", fs::Access::Exclusive); });
        QVERIFY(busy);
        RunOptions options;
        options.keepGoing = keepGoing;
        const RunReport report = run(bench, nullptr, options);
        QVERIFY(report.failure);
        QCOMPARE(report.failure->id, MessageId::GroupBusy);
        QVERIFY(isSafe(bench));
        QVERIFY(textOf(bench, ConfigFile::SyncJobs).contains("remove-vanished false"));
        QCOMPARE(textOf(bench, ConfigFile::PruneJobs), pruneJobs);
        QCOMPARE(textOf(bench, ConfigFile::AccessRules), accessRules);
        busy->reset();
        const auto recovery = planRecovery(bench.session(), bench.history().runs.front());
        QVERIFY(recovery && recovery->isReady());
        const RunReport finished = executeRecovery(bench.session(), *recovery);
        QVERIFY2(finished.complete(), failureOf(finished).c_str());
        QVERIFY(isDone(bench));
        QVERIFY(bench.undo().complete());
        QVERIFY(isAsBefore(bench));
    }
}

void TestConfigRun::journalLines()
{
    const RunBench bench = makeBench();
    const RunReport report = run(bench);
    const JournalRun journaled = bench.history().runs.front();
    QCOMPARE(journaled.steps.size(), report.steps.size());
    for (std::size_t i = 0; i < report.steps.size(); ++i)
        QVERIFY(journaled.steps[i].step == report.steps[i].step);
    QCOMPARE(journaled.steps.front().facts.before, syncJobs);
    QVERIFY(bench.undo().complete());
    const JournalRun undone = bench.history().runs.front();
    QVERIFY(std::ranges::any_of(undone.steps, [](const JournalStep &step) {
        const auto *edit = std::get_if<RunEditConfig>(&step.step);
        return edit && edit->exact == syncJobs;
    }));
}

/// The power failed before the journal's last lines were on disk: what is there tells that all was done, the pause and its end too.
void TestConfigRun::outcomesLost()
{
    const RunBench bench = makeBench();
    QVERIFY(run(bench).complete());
    JournalRun journaled = bench.history().runs.front();
    journaled.endedAt.reset();
    for (JournalStep &step : journaled.steps)
        step.state = StepState::Intended;
    const auto recovery = planRecovery(bench.session(), journaled);
    QVERIFY(recovery);
    QCOMPARE(recovery->count(RecoveryStep::State::Finished), recovery->steps.size());
}

void TestConfigRun::finishedAfterFaults_data()
{
    QTest::addColumn<bool>("isEnd");
    QTest::newRow("one call fails") << false;
    QTest::newRow("the process ends") << true;
}

void TestConfigRun::finishedAfterFaults()
{
    QFETCH(bool, isEnd);
    disturb(isEnd, [](const RunBench &bench, const JournalRun &interrupted) {
        if (!isRecoverable(interrupted))
            return;
        const auto recovery = planRecovery(bench.session(), interrupted);
        QVERIFY(recovery && recovery->isReady());
        const RunReport report = executeRecovery(bench.session(), *recovery);
        QVERIFY2(report.complete(), failureOf(report).c_str());
        QVERIFY(isDone(bench));
    });
}

void TestConfigRun::undoneAfterFaults_data()
{
    finishedAfterFaults_data();
}

void TestConfigRun::undoneAfterFaults()
{
    QFETCH(bool, isEnd);
    disturb(isEnd, [](const RunBench &bench, const JournalRun &interrupted) {
        const auto undo = planUndo(bench.session(), interrupted, NewBackups::Take);
        QVERIFY(undo && undo->notes.empty());
        if (undo->steps.empty()) {
            QVERIFY(isAsBefore(bench));
            return;
        }
        const RunReport report = executeUndo(bench.session(), *undo);
        QVERIFY2(report.complete(), failureOf(report).c_str());
        QVERIFY(isAsBefore(bench));
    });
}

/// An undo that a fault ends is done by another one.
void TestConfigRun::undoWithFaults()
{
    for (int at = 1;; ++at) {
        const RunBench bench = makeBench();
        QVERIFY(run(bench).complete());
        const History history = bench.history();
        const JournalRun done = history.runs.front();
        const UndoPlan undo = bench.undoPlan();
        const auto faulty = std::make_shared<FaultyFileSystem>(bench.files);
        const StoreSession session = bench.session(faulty);
        faulty->setFault({.at = at, .systemError = EIO, .fromThenOn = true});
        (void)executeUndo(session, undo);
        if (!faulty->happened()) {
            QVERIFY(at > 50);
            return;
        }
        QVERIFY2(isSafe(bench), qPrintable(QString::number(at)));
        const auto again = planUndo(bench.session(), done, NewBackups::Take);
        QVERIFY2(again && again->notes.empty(), qPrintable(QString::number(at)));
        if (!again->steps.empty())
            QVERIFY(executeUndo(bench.session(), *again).complete());
        QVERIFY2(isAsBefore(bench), qPrintable(QString::number(at)));
    }
}

QTEST_GUILESS_MAIN(TestConfigRun)

#include "tst_configrun.moc"
