// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/resume.h"
#include "support/faultyfilesystem.h"
#include "support/runbench.h"

#include <QTest>

#include <cerrno>

using namespace espalier;
using namespace espalier::test;

// Every kind of change, disturbed at each call: by an error, by a lost reply, or by the end of everything, as when the process is
// killed. Nothing is lost or doubled, and from wherever it stopped the run can be finished and can be undone, also where that is
// disturbed again. ESPALIER_ALL_FAULTS=1 leaves no call out.

namespace {

const std::vector<std::string> older{"2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z"};
const std::vector<std::string> newer{"2025-02-01T00:00:00Z", "2025-02-02T00:00:00Z", "2025-02-03T00:00:00Z"};

RunBench makeBench()
{
    RunBench bench;
    fs::MemoryFileSystem &files = *bench.files;
    makeGroup(files, bench.root, "a", "vm/1", newer, "backup@pbs", "of a");
    makeGroup(files, bench.root, "a/b", "ct/2", older, "admin@pbs!token");
    makeGroup(files, bench.root, "a/b/c", "host/3", {}, "backup@pbs", "nothing yet");
    makeNamespace(files, bench.root, "empty/below");
    makeGroup(files, bench.root, "m", "vm/8", older);
    makeGroup(files, bench.root, "m", "vm/9", older, "backup@pbs", "target");
    makeGroup(files, bench.root, "", "vm/8", newer, "backup@pbs", "only here");
    makeGroup(files, bench.root, "", "vm/9", newer, "backup@pbs", "source");
    files.makeFile(bench.root + "/vm/9/litter", "x");
    files.makeFile(bench.root + "/vm/9/more/litter", "y");
    files.changeMode(bench.root + "/ns/a/ns/b", 0775);
    return bench;
}

MoveNamespace moveNamespace(std::string_view from, std::string_view to)
{
    return {.from = ns(from), .to = ns(to), .maxDepth = std::nullopt};
}

MoveGroup merge(std::string_view id, std::string_view to)
{
    return {
        .from = {}, .group = group(id), .to = ns(to), .foreignEntries = ForeignEntries::TakeAlong, .existing = ExistingGroup::MergeAnyhow};
}

std::vector<std::pair<const char *, std::vector<Change>>> plans()
{
    const SnapshotTime time = SnapshotTime::fromString(newer[1]).value();
    const ChangeOwner owner{ns("a"), group("vm/1"), AuthId::fromString("new@pbs").value()};
    const ChangeNotes notes{ns("a"), group("vm/1"), "new\nnotes"};
    const ChangeProtection protection{ns("a"), group("vm/1"), time, true};
    return {{"namespace", {moveNamespace("a", "z")}},
            {"merge", {merge("vm/9", "m"), merge("vm/8", "m")}},
            {"owner", {owner}},
            {"notes", {notes, ChangeNotes{{}, group("vm/8"), {}}}},
            {"protection", {protection}},
            {"delete", {DeleteNamespace{ns("empty")}}},
            {"copy", {CopyNamespaces{ns("a"), ns("empty/below/a")}}},
            {"mixed",
             {owner, notes, protection, merge("vm/8", "m"), moveNamespace("m", "a/m"), moveNamespace("a", "empty/a"),
              DeleteNamespace{ns("empty/below")}, ChangeNotes{ns("empty/a"), group("vm/1"), "again"}}}};
}

/// What may become different is the protection.
Backups backupsOf(Rows rows)
{
    std::erase_if(rows, [](const Row &row) { return row.path.ends_with("/.protected"); });
    return backupsIn(rows);
}

enum class Then { Finish, Undo };

} // namespace

class tst_StepFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void run_data();
    void run();
    void again_data();
    void again();

private:
    bool disturb(const std::function<RunReport(const StoreSession &)> &work, const RunBench &bench, const Fault &fault) const;
    void checkKept(const RunBench &bench) const;
    void finish(const RunBench &bench) const;
    void undo(const RunBench &bench) const;
    void end(const RunBench &bench, Then then) const;
    void round(const RunBench &bench, const Fault &fault, Then then, bool &happened) const;
    void setUp(const std::vector<Change> &changes, int maxLocks);
    int stride(int wanted) const { return m_all ? 1 : wanted * (m_changes.size() > 2 ? 5 : 1); } ///< The mixed plan is long.

    bool m_all = false;
    std::vector<Change> m_changes;
    RunOptions m_options;
    Rows m_before;
    Rows m_expected; ///< After an undisturbed run.
};

void tst_StepFaults::initTestCase()
{
    m_all = qEnvironmentVariableIsSet("ESPALIER_ALL_FAULTS");
}

void tst_StepFaults::setUp(const std::vector<Change> &changes, int maxLocks)
{
    m_changes = changes;
    m_options.maxLocks = static_cast<std::size_t>(maxLocks);
    const RunBench bench = makeBench();
    m_before = bench.rows();
    const RunReport report = bench.run(changes, m_options);
    QVERIFY2(report.complete(), failureOf(report).c_str());
    m_expected = bench.rows();
}

/// Whether the fault happened.
bool tst_StepFaults::disturb(const std::function<RunReport(const StoreSession &)> &work, const RunBench &bench, const Fault &fault) const
{
    const auto faulty = std::make_shared<FaultyFileSystem>(bench.files);
    const StoreSession session = bench.session(faulty);
    faulty->setFault(fault);
    const RunReport report = work(session);
    const bool happened = faulty->happened();
    faulty->setFault({});
    if (report.failure && report.failure->args.empty())
        qWarning("%s names nothing", failureOf(report).c_str());
    return happened;
}

void tst_StepFaults::checkKept(const RunBench &bench) const
{
    const Rows rows = bench.rows();
    QVERIFY(backupsOf(rows) == backupsOf(m_before));
    QCOMPARE(outsideScheme(rows), "");
    QVERIFY(bench.history().problems.empty());
}

void tst_StepFaults::finish(const RunBench &bench) const
{
    const History history = bench.history();
    if (history.runs.empty()) {
        QCOMPARE(difference(m_before, bench.rows()), "");
        return;
    }
    const JournalRun &run = history.runs.back();
    if (isRecoverable(run)) {
        const auto recovery = planRecovery(bench.session(), run);
        QVERIFY(recovery);
        const RunReport report = executeRecovery(bench.session(), *recovery, m_options);
        QVERIFY2(report.complete(), failureOf(report).c_str());
    }
    QCOMPARE(difference(m_expected, bench.rows()), "");
    undo(bench);
}

void tst_StepFaults::undo(const RunBench &bench) const
{
    for (int i = 0; i < 3; ++i) {
        const History history = bench.history();
        const JournalRun *last = lastUndoable(history);
        if (!last)
            break;
        const auto planned = planUndo(bench.session(), *last, NewBackups::Take);
        QVERIFY(planned);
        if (planned->steps.empty())
            break;
        const RunReport report = executeUndo(bench.session(), *planned, m_options);
        QVERIFY2(report.complete(), failureOf(report).c_str());
    }
    QCOMPARE(difference(m_before, bench.rows()), "");
}

void tst_StepFaults::end(const RunBench &bench, Then then) const
{
    checkKept(bench);
    if (!QTest::currentTestFailed())
        then == Then::Finish ? finish(bench) : undo(bench);
}

void tst_StepFaults::round(const RunBench &bench, const Fault &fault, Then then, bool &happened) const
{
    const Plan plan = bench.plan(m_changes);
    happened = disturb([&](const StoreSession &session) { return executePlan(session, plan, m_options); }, bench, fault);
    end(bench, then);
}

void tst_StepFaults::run_data()
{
    QTest::addColumn<int>("plan");
    QTest::addColumn<int>("maxLocks");
    const auto all = plans();
    for (int i = 0; std::cmp_less(i, all.size()); ++i) {
        QTest::addRow("%s", all[static_cast<std::size_t>(i)].first) << i << 0;
        QTest::addRow("%s, snapshot by snapshot", all[static_cast<std::size_t>(i)].first) << i << 1;
    }
}

void tst_StepFaults::run()
{
    QFETCH(int, plan);
    QFETCH(int, maxLocks);
    setUp(plans()[static_cast<std::size_t>(plan)].second, maxLocks);
    struct How
    {
        const char *name;
        Fault fault;
        int stride;
    };
    const std::vector<How> hows{{"EIO", {.systemError = EIO}, 4},
                                {"ENOSPC", {.systemError = ENOSPC}, 13},
                                {"EACCES", {.systemError = EACCES}, 13},
                                {"lost reply", {.systemError = EIO, .how = Fault::How::After}, 5},
                                {"killed", {.systemError = EIO, .fromThenOn = true}, 4}};
    int calls = 0;
    for (const How &how : hows) {
        bool happened = true;
        for (int at = 1; happened; at += stride(how.stride)) {
            Fault fault = how.fault;
            fault.at = at;
            for (const Then then : {Then::Finish, Then::Undo}) {
                round(makeBench(), fault, then, happened);
                if (QTest::currentTestFailed()) {
                    qWarning("%s at call %d, then %s", how.name, at, then == Then::Finish ? "finished" : "undone");
                    return;
                }
            }
            ++calls;
        }
    }
    qInfo("%d disturbances", calls);
}

void tst_StepFaults::again_data()
{
    run_data();
}

/// Killed, and killed again while it is finished or undone.
void tst_StepFaults::again()
{
    QFETCH(int, plan);
    QFETCH(int, maxLocks);
    setUp(plans()[static_cast<std::size_t>(plan)].second, maxLocks);
    int calls = 0;
    bool happened = true;
    for (int first = 1; happened; first += stride(23)) {
        const auto killed = [&] {
            RunBench bench = makeBench();
            const Plan planned = bench.plan(m_changes);
            happened = disturb([&](const StoreSession &session) { return executePlan(session, planned, m_options); }, bench,
                               {.at = first, .fromThenOn = true});
            return bench;
        };
        for (const Then during : {Then::Finish, Then::Undo}) {
            bool again = true;
            for (int at = 1; again; at += stride(11)) {
                const RunBench bench = killed();
                const History history = bench.history();
                if (history.runs.empty() || (during == Then::Finish && !isRecoverable(history.runs.back())))
                    break;
                const auto work = [&](const StoreSession &session) {
                    return during == Then::Finish
                        ? executeRecovery(session, planRecovery(bench.session(), history.runs.back()).value(), m_options)
                        : executeUndo(session, planUndo(bench.session(), history.runs.back(), NewBackups::Take).value(), m_options);
                };
                again = disturb(work, bench, {.at = at, .fromThenOn = true});
                end(bench, during == Then::Finish && at % 2 == 0 ? Then::Finish : Then::Undo);
                ++calls;
                if (QTest::currentTestFailed()) {
                    qWarning("killed at call %d, then at call %d of %s", first, at, during == Then::Finish ? "finishing" : "undoing");
                    return;
                }
            }
        }
    }
    qInfo("%d disturbances", calls);
}

QTEST_APPLESS_MAIN(tst_StepFaults)
#include "tst_stepfaults.moc"
