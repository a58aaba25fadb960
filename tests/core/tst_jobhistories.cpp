// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/actingas.h"
#include "core/fs/memory.h"
#include "core/fs/posix.h"
#include "core/jobs/joboverview.h"
#include "support/faultyfilesystem.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace espalier;

namespace {

const std::string directory = "/home/me/.local/state/espalier/jobs";
const JobName nightly{JobKind::Sync, "nightly"};

std::shared_ptr<fs::MemoryFileSystem> home()
{
    auto files = fs::MemoryFileSystem::create(fs::processUser(), fs::processGroup());
    files->makeDirectories("/home/me", 0755);
    return files;
}

JobRun run(std::int64_t begin)
{
    return {.begin = begin,
            .end = begin + 60,
            .due = begin - 1,
            .result = JobResult::Partly,
            .groups = 4,
            .snapshots = 3,
            .removed = 2,
            .bytes = std::uint64_t{5} << 32,
            .problems = 1,
            .error = Error{Error::Kind::Denied, MessageId::RemovalOverBudget, {"9", "2"}, 0}};
}

/// Another process, which takes the job, tells so, and holds it until it is killed.
pid_t holder(const std::string &where)
{
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        return -1;
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // a check that fails leaves nobody behind
        JobHistories histories(fs::posixFileSystem(), where);
        const auto held = histories.hold(nightly);
        if (held && (*held)->begin({.begin = 100}))
            static_cast<void>(::write(pipe[1], "h", 1));
        ::pause();
        ::_exit(0);
    }
    char word = 0;
    const bool isHeld = ::read(pipe[0], &word, 1) == 1;
    ::close(pipe[0]);
    ::close(pipe[1]);
    return isHeld ? child : -1;
}

} // namespace

/// What is kept of runs, and that no job runs twice at once.
class TestJobHistories : public QObject
{
    Q_OBJECT

private slots:
    void keepsRuns();
    void forgetsTheOldest();
    void interrupted();
    void schedules();
    void damaged();
    void names();
    void onlyOneAtATime();
    void processesShareIt();
    void withFaults();
    void forgets();
    void withoutAHome();
    void overviews();
};

void TestJobHistories::keepsRuns()
{
    const auto files = home();
    JobHistories histories(files, directory);
    QVERIFY(histories.read(nightly)->runs.empty());
    {
        const auto held = histories.hold(nightly);
        QVERIFY(held);
        QVERIFY((*held)->begin({.begin = 1000, .due = 999}));
        QVERIFY((*held)->end(run(1000)));
    }
    const auto read = JobHistories(files, directory).read(nightly);
    QCOMPARE(read->runs.size(), 1U);
    QVERIFY(read->runs[0] == run(1000));
    QCOMPARE(read->base(), std::int64_t{1000}); // its beginning, as PBS counts
    QVERIFY(histories.read({JobKind::Prune, "nightly"})->runs.empty());
}

void TestJobHistories::forgetsTheOldest()
{
    JobHistory history;
    for (std::int64_t i = 0; i < 150; ++i)
        history.add(run(i));
    QCOMPARE(history.runs.size(), JobHistory::maxRuns);
    QCOMPARE(history.runs.back().begin, std::int64_t{149});
    QCOMPARE(history.runs.front().begin, std::int64_t{50});
    QVERIFY(JobHistory::fromText(history.toText(), "f").value() == history);
}

void TestJobHistories::interrupted()
{
    const auto files = home();
    QVERIFY(JobHistories(files, directory).hold(nightly).value()->begin({.begin = 1000, .result = JobResult::Ok}));
    const auto read = JobHistories(files, directory).read(nightly);
    QVERIFY(read->last()->result == JobResult::Interrupted);
    QVERIFY(!read->last()->end);
    QVERIFY(JobHistories(files, directory).hold(nightly));
}

void TestJobHistories::schedules()
{
    JobHistory history;
    QVERIFY(history.see("daily", 500));
    QCOMPARE(history.base(), std::int64_t{500});
    QVERIFY(!history.see("daily", 700));
    QCOMPARE(history.base(), std::int64_t{500});
    history.add(run(800));
    QCOMPARE(history.base(), std::int64_t{800});
    QVERIFY(history.see("hourly", 900)); // what the new one would have missed is not made up for
    QCOMPARE(history.base(), std::int64_t{900});
    QVERIFY(history.see("", 950) && history.see("hourly", 990)); // disabled, and enabled again
    QCOMPARE(history.base(), std::int64_t{990});
}

void TestJobHistories::damaged()
{
    const auto files = home();
    files->makeDirectories(directory, 0700);
    files->makeFile(directory + "/sync-nightly.json", "{\"espalier-job-history\":1");
    JobHistories histories(files, directory);
    QCOMPARE(histories.read(nightly).error().id, MessageId::ConfigDamaged);
    QVERIFY(histories.hold(nightly).value()->see("daily", 50));
    QCOMPARE(histories.read(nightly)->since, std::int64_t{50});
    const auto odd = JobHistory::fromText(
        R"({"espalier-job-history":1,"runs":[7,{"end":3},{"begin":5,"end":6,"result":"fine","groups":"x"}],"since":"y"})", "f");
    QCOMPARE(odd->runs.size(), 1U);
    QVERIFY(odd->runs[0].result == JobResult::Interrupted);
}

void TestJobHistories::names()
{
    JobHistories histories(home(), directory);
    for (const char *name : {"../../x", "", "a/b", "ab"}) {
        QCOMPARE(histories.hold({JobKind::Sync, name}).error().id, MessageId::JobNameRefused);
        QCOMPARE(histories.read({JobKind::Sync, name}).error().id, MessageId::JobNameRefused);
    }
}

void TestJobHistories::onlyOneAtATime()
{
    JobHistories histories(home(), directory);
    auto held = histories.hold(nightly);
    QVERIFY(held && histories.isHeld(nightly));
    QCOMPARE(histories.hold(nightly).error().id, MessageId::JobRunsAlready);
    QVERIFY(histories.hold({JobKind::Prune, "nightly"}));
    held->reset();
    QVERIFY(!histories.isHeld(nightly));
    QVERIFY(histories.hold(nightly));
}

/// Another program has it; one that is killed frees it, and its run counts as interrupted.
void TestJobHistories::processesShareIt()
{
    const QTemporaryDir folder;
    const std::string where = folder.path().toStdString() + "/jobs";
    const pid_t child = holder(where);
    QVERIFY(child > 0);
    JobHistories histories(fs::posixFileSystem(), where);
    QVERIFY(histories.isHeld(nightly));
    QCOMPARE(histories.hold(nightly).error().id, MessageId::JobRunsAlready);
    QCOMPARE(::kill(child, SIGKILL), 0);
    QCOMPARE(::waitpid(child, nullptr, 0), child);
    QVERIFY(!histories.isHeld(nightly));
    const auto held = histories.hold(nightly);
    QVERIFY(held);
    QCOMPARE((*held)->history().last()->begin, std::int64_t{100});
    QVERIFY((*held)->history().last()->result == JobResult::Interrupted);
}

/// The program may end at any call: the history is that of before or of after.
void TestJobHistories::withFaults()
{
    int calls = 1;
    for (int at = 1; at <= calls; ++at) {
        const auto files = home();
        QVERIFY(JobHistories(files, directory).hold(nightly).value()->end(run(10)));
        const auto faulty = std::make_shared<test::FaultyFileSystem>(files, test::Fault{.at = at, .fromThenOn = true});
        bool isDone = false;
        if (const auto held = JobHistories(faulty, directory).hold(nightly))
            isDone = (*held)->begin({.begin = 20}) && (*held)->end(run(20));
        calls = std::max(calls, faulty->calls() + (faulty->happened() && at < 60 ? 1 : 0));
        const auto read = JobHistories(files, directory).read(nightly);
        QVERIFY2(read && !read->runs.empty() && read->runs.front() == run(10), qPrintable(QString::number(at)));
        QVERIFY(!isDone || read->runs.back() == run(20));
        QVERIFY(JobHistories(files, directory).hold(nightly));
    }
    QVERIFY(calls > 5);
}

void TestJobHistories::forgets()
{
    const auto files = home();
    JobHistories histories(files, directory);
    histories.forget(nightly); // nothing is made for it
    QVERIFY(!files->open(directory));
    QVERIFY(histories.hold(nightly).value()->end(run(10)));
    {
        const auto held = histories.hold(nightly);
        histories.forget(nightly);
        QCOMPARE(histories.read(nightly)->runs.size(), 1U); // somebody runs it
    }
    histories.forget(nightly);
    QVERIFY(histories.read(nightly)->runs.empty());
}

void TestJobHistories::withoutAHome()
{
    JobHistories histories(home(), {});
    QCOMPARE(histories.hold(nightly).error().id, MessageId::JobsHomeMissing);
    QVERIFY(histories.read(nightly)->runs.empty());
}

void TestJobHistories::overviews()
{
    const auto files = home();
    OwnJobs jobs(files, "/home/me/.config/espalier");
    SyncJob job;
    job.id = "nightly";
    job.store = "vault";
    job.remoteStore = "tank";
    job.schedule = "daily";
    QVERIFY(jobs.add(job, {.place = "/mnt/vault", .remotePlace = "ssh://host/tank", .zone = "Europe/Vienna"}));
    JobHistories histories(files, directory);
    const std::int64_t now = 1772366400; // 2026-03-01T12:00:00Z
    const auto first = overviewsOf(jobs, histories, std::nullopt, now);
    QCOMPARE(first.jobs.size(), 1U);
    QVERIFY(first.problems.empty() && !first.jobs[0].due.isDue && !first.jobs[0].isRunning);
    QCOMPARE(first.jobs[0].due.next, std::optional(now + 11 * 3600)); // midnight in Vienna
    const HostZone utc{.name = "UTC", .zone = TimeZone()};
    QCOMPARE(overviewsOf(jobs, histories, utc, now).jobs[0].due.next, std::optional(now + 12 * 3600)); // the server's comes first
    const auto held = histories.hold(nightly);
    QVERIFY((*held)->see("daily", now - 86400));
    const auto later = overviewsOf(jobs, histories, utc, now);
    QVERIFY(later.jobs[0].due.isDue && later.jobs[0].isRunning && !problemOfLastRun(later.jobs[0]));
    QVERIFY((*held)->begin({.begin = now}));
    JobOverview interrupted = overviewOf(later.jobs[0].job, histories, utc, now);
    QVERIFY(!problemOfLastRun(interrupted));
    interrupted.isRunning = false;
    QCOMPARE(problemOfLastRun(interrupted)->id, MessageId::JobInterrupted);
    QVERIFY(jobs.setEnabled(JobKind::Sync, "nightly", false));
    QVERIFY(!overviewsOf(jobs, histories, utc, now).jobs[0].due.next);
    QCOMPARE(findOwnJob(jobs, {JobKind::Sync, "other"}).error().id, MessageId::SyncJobUnknown);
    QVERIFY(nameOf(findOwnJob(jobs, nightly).value()) == nightly);
}

QTEST_GUILESS_MAIN(TestJobHistories)

#include "tst_jobhistories.moc"
