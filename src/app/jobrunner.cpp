// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobrunner.h"

#include "app/formats.h"
#include "app/tasklist.h"
#include "app/whenfinished.h"
#include "core/datastore/pbshost.h"
#include "text/jobwords.h"
#include "text/localtime.h"
#include "text/messages.h"
#include "text/printable.h"

#include <QElapsedTimer>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>

namespace espalier {

namespace {

constexpr int percent = 100;
constexpr qint64 progressInterval = 200; // milliseconds

std::int64_t now()
{
    return std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
}

Task::State stateOf(JobResult result)
{
    switch (result) {
    case JobResult::Ok: return Task::State::Finished;
    case JobResult::Stopped: return Task::State::Stopped;
    case JobResult::Partly:
    case JobResult::Failed:
    case JobResult::Interrupted: break;
    }
    return Task::State::Failed;
}

} // namespace

JobRunner::JobRunner(JobFiles files, UnattendedOptions options, TaskList *tasks, QObject *parent)
    : QObject(parent)
    , m_files(std::move(files))
    , m_options(std::move(options))
    , m_tasks(tasks)
{
    constexpr auto interval = std::chrono::minutes(1); // as PBS's scheduler
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &JobRunner::look);
    reload();
}

JobRunner::~JobRunner()
{
    for (std::stop_source &stop : m_stops)
        stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void JobRunner::start()
{
    m_timer.start();
    look();
}

std::optional<HostZone> JobRunner::zoneOfHost(const JobFiles &files, const UnattendedOptions &options)
{
    const PbsHost host = readPbsHost(*files.fileSystem, options.pbsRoot);
    return readHostZone(*files.fileSystem, host).value_or(std::nullopt);
}

/// What the worker calls comes to this thread as events, in its order.
DueOptions JobRunner::options(const std::stop_source &stop)
{
    DueOptions options{.run = m_options};
    options.run.stop = stop.get_token();
    options.run.progress = [this, last = std::make_shared<QElapsedTimer>()](const JobProgress &progress) {
        if (last->isValid() && last->elapsed() < progressInterval)
            return;
        last->start();
        QMetaObject::invokeMethod(this, [this, progress] { showProgress(progress); }, Qt::QueuedConnection);
    };
    options.begins = [this, stop](const JobOverview &overview) {
        QMetaObject::invokeMethod(this, [this, overview, stop] { begin(overview, overview.due.next, stop); }, Qt::QueuedConnection);
    };
    options.ended = [this](const DueJobRun &done) { QMetaObject::invokeMethod(this, [this, done] { end(done); }, Qt::QueuedConnection); };
    return options;
}

void JobRunner::look()
{
    if (std::exchange(m_isLooking, true))
        return;
    const std::stop_source stop;
    m_stops.push_back(stop);
    const auto looking = QtConcurrent::run(&m_pool, [files = m_files, options = options(stop)]() mutable {
        options.zone = zoneOfHost(files, options.run);
        return runDueJobs(files, options);
    });
    whenFinished(looking, this, [this, stop](const DueReport &report) {
        m_isLooking = false;
        std::erase(m_stops, stop);
        for (const Error &problem : report.problems) {
            if (!std::ranges::contains(m_told, problem))
                tell(problem);
        }
        m_told = report.problems;
        reload();
    });
}

void JobRunner::runNow(const JobName &name)
{
    const std::stop_source stop;
    m_stops.push_back(stop);
    DueOptions wanted = options(stop);
    wanted.begins = [this, stop](const JobOverview &overview) {
        QMetaObject::invokeMethod(this, [this, overview, stop] { begin(overview, std::nullopt, stop); }, Qt::QueuedConnection);
    };
    const auto running = QtConcurrent::run(&m_pool, [files = m_files, name, options = std::move(wanted)]() mutable {
        options.zone = zoneOfHost(files, options.run);
        return runJobNow(files, name, options);
    });
    whenFinished(running, this, [this, stop](const Result<DueJobRun> &done) {
        std::erase(m_stops, stop);
        if (!done)
            tell(done.error());
        reload();
    });
}

void JobRunner::stop(const JobName &name)
{
    if (m_task && name == m_running)
        m_task->requestStop();
}

void JobRunner::forget(const JobName &name)
{
    whenFinished(QtConcurrent::run([files = m_files, name] {
                     files.jobHistories().forget(name);
                     return true;
                 }),
                 this, [this](bool) { reload(); });
}

void JobRunner::begin(const JobOverview &overview, std::optional<std::int64_t> due, const std::stop_source &stop)
{
    m_running = nameOf(overview.job);
    m_notes = notesOf(overview.job);
    const QString name = text::jobName(m_running);
    m_task = m_tasks->add(std::make_unique<Task>(tr("Run the %1", "a job").arg(name)));
    connect(m_task, &Task::stopRequested, this, [stop]() mutable { stop.request_stop(); });
    if (due && overview.due.isMissed(now())) {
        const QString time = text::localTime(*due, overview.zone ? overview.zone->zone : TimeZone());
        const QString sentence = tr("The %1 was due at %2 and missed that; it runs now.").arg(name, time);
        m_task->log(Task::LogLevel::Warning, sentence);
        emit missed(sentence);
    }
    reload();
}

void JobRunner::showProgress(const JobProgress &progress)
{
    if (m_task)
        m_task->setProgress(qint64(progress.share * percent), percent, printable(progress.current));
}

void JobRunner::end(const DueJobRun &done)
{
    const QString words = text::jobRunWords(done.run, &sizeText);
    const QString problem = done.run.error ? text::oneLine(*done.run.error) : QString();
    if (m_task)
        m_task->finish(stateOf(done.run.result), problem.isEmpty() ? words : problem);
    m_task = nullptr;
    if (!problem.isEmpty() && done.run.result != JobResult::Stopped)
        emit failed(tr("The %1 did not end OK. %2", "a job and why").arg(text::jobName(done.name), problem));
    emit ended(done.name, m_notes);
    reload();
}

void JobRunner::tell(const Error &error)
{
    emit failed(text::oneLine(error));
}

void JobRunner::setDueTimer(const DueTimer &timer)
{
    m_dueTimer = timer;
    readTimer();
}

void JobRunner::readTimer()
{
    whenFinished(QtConcurrent::run([timer = *m_dueTimer] { return timer.state(); }), this, [this](const DueTimer::State &state) {
        m_timerState = state;
        emit timerChanged();
    });
}

void JobRunner::setTimer(bool isWanted)
{
    if (!m_dueTimer)
        return;
    const auto changing
        = QtConcurrent::run([timer = *m_dueTimer, isWanted]() mutable { return isWanted ? timer.install() : timer.remove(); });
    whenFinished(changing, this, [this](const Done &done) {
        if (!done)
            tell(done.error());
        readTimer();
    });
}

void JobRunner::reload()
{
    const unsigned asked = ++m_asked;
    const auto reading = QtConcurrent::run([files = m_files, options = m_options] {
        return overviewsOf(files.ownJobs(), files.jobHistories(), zoneOfHost(files, options), now());
    });
    whenFinished(reading, this, [this, asked](const JobOverviews &found) {
        if (asked != m_asked)
            return;
        m_overviews = found.jobs;
        emit overviewsChanged();
    });
}

const JobOverview *JobRunner::overview(const JobName &name) const
{
    const auto found = std::ranges::find(m_overviews, name, [](const JobOverview &each) { return nameOf(each.job); });
    return found == m_overviews.end() ? nullptr : &*found;
}

} // namespace espalier
