// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobrunner.h"

#include "app/tasklist.h"
#include "core/fs/posix.h"
#include "core/service/localservice.h"
#include "support/syncdisk.h"

#include <QSignalSpy>
#include <QTest>

#include <ctime>
#include <filesystem>

using namespace espalier;
using namespace espalier::test;

namespace {

const JobName nightly{JobKind::Sync, "nightly"};
constexpr int patience = 30'000; // milliseconds

SyncBench makeBench()
{
    SyncBench bench;
    const SnapshotWriter source(bench, SyncBench::sourceRoot);
    source.group("", "vm/1");
    source.snapshot("", "vm/1", "2025-01-01T00:00:00Z", {"a", "b"});
    source.snapshot("", "vm/1", "2025-01-02T00:00:00Z", {"a", "c"});
    const SnapshotWriter target(bench, SyncBench::targetRoot);
    target.group("", "vm/9");
    target.snapshot("", "vm/9", "2025-01-01T00:00:00Z", {"e"});
    return bench;
}

} // namespace

/// Jobs that run while the window is open: as tasks, one after the other, and never where somebody else has them.
class TestJobRunner : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void runsWhatIsDue();
    void leavesWhatOthersRun();
    void runsWhatSomebodyAsksFor();
    void oneAfterTheOther();
    void tellsWhatWentWrong();
    void removesNothingUnapproved();
    void tellsAProblemOnce();
    void endsWithTheWindow();
    void forgets();
    void switchesTheTimer();

private:
    void add(const std::string &id = "nightly", bool removes = false, const std::string &zone = "UTC");
    void isDue(const std::string &id = "nightly", std::int64_t secondsAgo = 120);
    std::unique_ptr<JobRunner> runner();
    std::string path(const char *name) const { return m_pair->path + "/" + name; }
    bool has(const char *name) const { return std::filesystem::exists(path("dst/") + name); }
    Task *task(int row = 0) const { return m_tasks->taskAt(m_tasks->index(row, 0)); }
    bool isDone(int count = 1) const { return m_tasks->rowCount() == count && m_tasks->runningCount() == 0; }

    std::unique_ptr<DiskPair> m_pair;
    std::unique_ptr<TaskList> m_tasks;
    JobFiles m_files;
};

void TestJobRunner::init()
{
    m_pair = std::make_unique<DiskPair>(makeBench());
    m_tasks = std::make_unique<TaskList>();
    m_files = {fs::posixFileSystem(), path("config"), path("state/espalier/jobs")};
}

void TestJobRunner::add(const std::string &id, bool removes, const std::string &zone)
{
    SyncJob job;
    job.id = id;
    job.store = "dst";
    job.remoteStore = "src";
    job.owner = AuthId::fromString("backup@pbs").value();
    job.schedule = "minutely";
    JobNotes notes{.place = path("dst"), .remotePlace = path("src"), .zone = zone};
    if (removes) {
        job.removeVanished = true;
        notes.approved = RemovalBudget{};
        notes.approvedStores = {.target = storeMark(m_pair->session(SyncBench::targetRoot).store().identity),
                                .source = storeMark(m_pair->session(SyncBench::sourceRoot).store().identity)};
    }
    QVERIFY(m_files.ownJobs().add(job, notes));
}

void TestJobRunner::isDue(const std::string &id, std::int64_t secondsAgo)
{
    QVERIFY(m_files.jobHistories().hold({JobKind::Sync, id}).value()->see("minutely", std::time(nullptr) - secondsAgo));
}

std::unique_ptr<JobRunner> TestJobRunner::runner()
{
    UnattendedOptions options;
    options.service = [session = SessionOptions{.pbsRoot = path("none"), .stateHome = path("state")}](const Place &place) {
        return std::make_shared<LocalService>(fs::posixFileSystem(), place, session);
    };
    options.pbsRoot = path("none");
    return std::make_unique<JobRunner>(m_files, options, m_tasks.get());
}

void TestJobRunner::runsWhatIsDue()
{
    add();
    isDue("nightly", 7200);
    const auto jobs = runner();
    QSignalSpy missed(jobs.get(), &JobRunner::missed);
    QSignalSpy ended(jobs.get(), &JobRunner::ended);
    jobs->start();
    QTRY_VERIFY_WITH_TIMEOUT(isDone() && ended.size() == 1, patience);
    QCOMPARE(int(task()->state()), int(Task::State::Finished));
    QVERIFY2(task()->title().contains(QStringLiteral("nightly")), qPrintable(task()->title()));
    QCOMPARE(missed.size(), 1);
    QVERIFY(has("vm/1/2025-01-02T00:00:00Z/index.json.blob"));
    QTRY_VERIFY(jobs->overview(nightly) && jobs->overview(nightly)->history.last() && !jobs->overview(nightly)->isRunning);
    QVERIFY(jobs->overview(nightly)->history.last()->result == JobResult::Ok);
    QVERIFY(jobs->overview(nightly)->history.last()->due && !jobs->isRunning());
}

void TestJobRunner::leavesWhatOthersRun()
{
    add();
    isDue();
    auto held = m_files.jobHistories().hold(nightly);
    const auto jobs = runner();
    QSignalSpy changed(jobs.get(), &JobRunner::overviewsChanged);
    QSignalSpy failed(jobs.get(), &JobRunner::failed);
    jobs->look();
    jobs->runNow(nightly);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience); // who asks for it is told
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("already")));
    QCOMPARE(m_tasks->rowCount(), 0);
    QVERIFY(!has("vm/1"));
    QTRY_VERIFY(jobs->overview(nightly)->isRunning);
    held->reset();
    jobs->look();
    QTRY_VERIFY_WITH_TIMEOUT(isDone() && has("vm/1"), patience);
}

void TestJobRunner::runsWhatSomebodyAsksFor()
{
    add();
    QVERIFY(m_files.ownJobs().setEnabled(JobKind::Sync, "nightly", false));
    const auto jobs = runner();
    jobs->look();
    jobs->runNow(nightly);
    QTRY_VERIFY_WITH_TIMEOUT(isDone() && has("vm/1"), patience);
    QTRY_VERIFY(jobs->overview(nightly)->history.last() && jobs->overview(nightly)->history.last()->end);
    QVERIFY(!jobs->overview(nightly)->history.last()->due);
}

void TestJobRunner::oneAfterTheOther()
{
    add("first");
    add("second");
    isDue("first");
    isDue("second", 240);
    const auto jobs = runner();
    int running = 0;
    connect(m_tasks.get(), &TaskList::taskAdded, this, [&] { running = std::max(running, m_tasks->runningCount()); });
    jobs->look();
    jobs->look();
    jobs->runNow({JobKind::Sync, "first"});
    QTRY_VERIFY_WITH_TIMEOUT(isDone(3), patience);
    QCOMPARE(running, 1);
    QVERIFY(task(2)->title().contains(QStringLiteral("second"))); // that was due longest
}

void TestJobRunner::tellsWhatWentWrong()
{
    add();
    isDue();
    std::filesystem::rename(path("src"), path("gone"));
    const auto jobs = runner();
    QSignalSpy failed(jobs.get(), &JobRunner::failed);
    jobs->look();
    QTRY_VERIFY_WITH_TIMEOUT(isDone() && failed.size() == 1, patience);
    QCOMPARE(int(task()->state()), int(Task::State::Failed));
    QVERIFY2(task()->progressText().contains(QStringLiteral("src")), qPrintable(task()->progressText()));
}

void TestJobRunner::removesNothingUnapproved()
{
    add("nightly", true);
    isDue();
    const auto jobs = runner();
    jobs->look();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), patience);
    QCOMPARE(int(task()->state()), int(Task::State::Failed));
    QVERIFY(has("vm/1") && has("vm/9/2025-01-01T00:00:00Z"));
}

/// Nobody wants to hear the same every minute.
void TestJobRunner::tellsAProblemOnce()
{
    add("nightly", false, {});
    const auto jobs = runner();
    QSignalSpy failed(jobs.get(), &JobRunner::failed);
    QSignalSpy changed(jobs.get(), &JobRunner::overviewsChanged);
    jobs->look();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("time zone")));
    changed.clear();
    jobs->look();
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(failed.size(), 1);
}

void TestJobRunner::endsWithTheWindow()
{
    add();
    for (int i = 0; i < 3; ++i) {
        auto jobs = runner();
        jobs->runNow(nightly);
        if (i > 0)
            QTRY_VERIFY_WITH_TIMEOUT(m_tasks->rowCount() == i || !m_files.jobHistories().read(nightly)->runs.empty(), patience);
        jobs.reset();
        QVERIFY(!m_files.jobHistories().isHeld(nightly));
    }
}

void TestJobRunner::forgets()
{
    add();
    const auto jobs = runner();
    jobs->runNow(nightly);
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), patience);
    QVERIFY(m_files.ownJobs().remove(JobKind::Sync, "nightly"));
    jobs->forget(nightly);
    QTRY_VERIFY(!jobs->overview(nightly));
    QTRY_VERIFY(m_files.jobHistories().read(nightly)->runs.empty());
}

void TestJobRunner::switchesTheTimer()
{
    const auto jobs = runner();
    QVERIFY(!jobs->timerState());
    jobs->setTimer(true); // there is none
    bool isRefused = false;
    const auto systemd = [&isRefused](const std::vector<std::string> &, std::string_view) -> Result<fs::ProgramOutcome> {
        return fs::ProgramOutcome{.exitCode = isRefused ? 1 : 0, .output = {}, .errors = isRefused ? "No bus." : ""};
    };
    jobs->setDueTimer(DueTimer(fs::posixFileSystem(), path("config"), "/usr/bin/espalierctl", systemd));
    QTRY_VERIFY(jobs->timerState() && !jobs->timerState()->isInstalled);
    jobs->setTimer(true);
    QTRY_VERIFY(jobs->timerState()->isInstalled && jobs->timerState()->isActive);
    QVERIFY(std::filesystem::exists(path("config/systemd/user/espalier-due.timer")));
    jobs->setTimer(false);
    QTRY_VERIFY(!jobs->timerState()->isInstalled);
    isRefused = true;
    QSignalSpy failed(jobs.get(), &JobRunner::failed);
    jobs->setTimer(true);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("* * * * *"))); // what cron needs
}

QTEST_MAIN(TestJobRunner)

#include "tst_jobrunner.moc"
