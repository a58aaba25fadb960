// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultyfilesystem.h"
#include "support/runbench.h"

#include <QTest>

#include <cerrno>

using namespace espalier;
using namespace espalier::test;

// The file system fails at the Nth call of a run, for every N. Whatever happens: no backup is lost or doubled, the journal tells
// the truth, and what was done can be undone.

namespace {

const std::vector<std::string> threeTimes{"2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z", "2025-01-03T00:00:00Z"};

RunBench makeBench(bool noReplaceKnown)
{
    RunBench bench;
    makeNamespace(*bench.files, bench.root, "sites/graz");
    makeGroup(*bench.files, bench.root, "", "vm/100", threeTimes, "backup@pbs", "web server\nsecond line");
    makeGroup(*bench.files, bench.root, "", "ct/200", {threeTimes[0]}, "admin@pbs!token");
    bench.files->setRenameNoReplaceKnown(noReplaceKnown);
    return bench;
}

std::vector<Change> changes()
{
    return {CreateNamespace{ns("new")}, moveOf("vm/100", "", "new"), moveOf("ct/200", "", "sites/graz")};
}

bool hasGroup(const Rows &rows, const RunMoveGroup &move, const NamespacePath &where)
{
    return std::ranges::contains(rows, groupPath(where.toString(), move.group.toString(), ""), &Row::path);
}

/// What the journal says was done is on disk.
void checkJournal(const RunBench &bench, const RunReport &report)
{
    const Rows rows = bench.rows();
    const History history = bench.history();
    QVERIFY(history.problems.empty());
    for (const JournalRun &run : history.runs) {
        if (run.id != report.runId)
            continue;
        for (std::size_t i = 0; i < run.steps.size(); ++i) {
            const auto *move = std::get_if<RunMoveGroup>(&run.steps[i].step);
            if (move && (run.steps[i].state == StepState::Completed || report.steps[i].state == StepState::Completed)) {
                QVERIFY(hasGroup(rows, *move, move->to));
                QVERIFY(move->only || !hasGroup(rows, *move, move->from));
            }
        }
    }
}

/// Undoes everything that can be undone; the tree is then as it was.
void checkUndo(const RunBench &bench, const Rows &before, bool exactly)
{
    for (int i = 0; i < 3 && lastUndoable(bench.history()); ++i) {
        const UndoPlan undo = bench.undoPlan();
        if (undo.steps.empty())
            break;
        const RunReport report = executeUndo(bench.session(), undo);
        QVERIFY2(report.complete(), failureOf(report).c_str());
    }
    if (exactly)
        QCOMPARE(difference(before, bench.rows()), "");
    for (const char *file : {"vm/100/owner", "vm/100/notes", "ct/200/owner"})
        QVERIFY2(std::ranges::contains(bench.rows(), std::string(file), &Row::path), file);
}

} // namespace

class tst_RunFaults : public QObject
{
    Q_OBJECT

private slots:
    void run_data() { faults(); }
    void run();
    void undo_data() { faults(); }
    void undo();

private:
    static void faults();
};

void tst_RunFaults::faults()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("after");
    QTest::addColumn<bool>("fromThenOn");
    QTest::addColumn<int>("maxLocks");
    QTest::addColumn<bool>("noReplaceKnown");
    for (const auto &[name, error] :
         {std::pair("EIO", EIO), std::pair("ENOSPC", ENOSPC), std::pair("EACCES", EACCES), std::pair("EXDEV", EXDEV)}) {
        QTest::addRow("%s, whole", name) << error << false << false << 0 << true;
        QTest::addRow("%s, from then on", name) << error << false << true << 0 << true;
        QTest::addRow("%s, snapshot by snapshot", name) << error << false << false << 1 << true;
        QTest::addRow("%s, without NOREPLACE", name) << error << false << false << 0 << false;
    }
    QTest::newRow("lost reply, whole") << EIO << true << false << 0 << true;
    QTest::newRow("lost reply, snapshot by snapshot") << EIO << true << false << 2 << true;
    QTest::newRow("lost reply, without NOREPLACE") << EIO << true << false << 2 << false;
}

void tst_RunFaults::run()
{
    QFETCH(int, error);
    QFETCH(bool, after);
    QFETCH(bool, fromThenOn);
    QFETCH(int, maxLocks);
    QFETCH(bool, noReplaceKnown);
    RunOptions options;
    options.maxLocks = static_cast<std::size_t>(maxLocks);
    int at = 1;
    for (bool happened = true; happened; ++at) {
        const RunBench bench = makeBench(noReplaceKnown);
        const Rows before = bench.rows();
        const Plan plan = bench.plan(changes());
        const auto faulty = std::make_shared<FaultyFileSystem>(bench.files);
        StoreSession session = bench.session(faulty);
        faulty->setFault(
            {.at = at, .systemError = error, .how = after ? Fault::How::After : Fault::How::Instead, .fromThenOn = fromThenOn});
        const RunReport report = executePlan(session, plan, options);
        happened = faulty->happened();
        QVERIFY2(happened || report.complete(), failureOf(report).c_str());
        QCOMPARE(backupsIn(bench.rows()), backupsIn(before));
        if (report.runId.empty())
            QCOMPARE(difference(before, bench.rows()), "");
        checkJournal(bench, report);
        checkUndo(bench, before, !after && !fromThenOn);
        if (QTest::currentTestFailed()) {
            qWarning("at call %d: %s", at, failureOf(report).c_str());
            return;
        }
    }
    qInfo("%d calls", at - 2);
}

void tst_RunFaults::undo()
{
    QFETCH(int, error);
    QFETCH(bool, after);
    QFETCH(bool, fromThenOn);
    QFETCH(int, maxLocks);
    QFETCH(bool, noReplaceKnown);
    RunOptions options;
    options.maxLocks = static_cast<std::size_t>(maxLocks);
    int at = 1;
    for (bool happened = true; happened; ++at) {
        const RunBench bench = makeBench(noReplaceKnown);
        const Rows before = bench.rows();
        QVERIFY(bench.run(changes()).complete());
        const UndoPlan undo = bench.undoPlan();
        const auto faulty = std::make_shared<FaultyFileSystem>(bench.files);
        StoreSession session = bench.session(faulty);
        faulty->setFault(
            {.at = at, .systemError = error, .how = after ? Fault::How::After : Fault::How::Instead, .fromThenOn = fromThenOn});
        const RunReport report = executeUndo(session, undo, options);
        happened = faulty->happened();
        QVERIFY2(happened || report.complete(), failureOf(report).c_str());
        QCOMPARE(backupsIn(bench.rows()), backupsIn(before));
        checkJournal(bench, report);
        checkUndo(bench, before, !after && !fromThenOn);
        if (QTest::currentTestFailed()) {
            qWarning("at call %d: %s", at, failureOf(report).c_str());
            return;
        }
    }
    qInfo("%d calls", at - 2);
}

QTEST_APPLESS_MAIN(tst_RunFaults)
#include "tst_runfaults.moc"
