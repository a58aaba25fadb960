// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/synctask.h"

#include "app/formats.h"
#include "app/whenfinished.h"
#include "text/messages.h"
#include "text/syncwords.h"
#include "text/utf8.h"

#include <QtConcurrentRun>

#include <chrono>
#include <utility>
#include <vector>

namespace espalier {

namespace {

using namespace std::chrono_literals;

constexpr auto lookInterval = 200ms;

} // namespace

SyncTask::SyncTask(SyncWish wish, ServiceOpener open, Task *task, QObject *parent)
    : QObject(parent)
    , m_wish(std::move(wish))
    , m_open(std::move(open))
    , m_task(task)
    , m_monitor(std::make_shared<Monitor>())
{
    m_worker.setMaxThreadCount(1);
    m_watch.setInterval(lookInterval);
    connect(&m_watch, &QTimer::timeout, this, &SyncTask::showProgress);
    connect(task, &Task::stopRequested, this, &SyncTask::stop);
}

SyncTask::~SyncTask()
{
    m_stop.request_stop();
    letGo();
}

/// Ending a connection takes a moment.
void SyncTask::letGo()
{
    if (m_prepared)
        QThreadPool::globalInstance()->start([prepared = std::exchange(m_prepared, nullptr)] {});
}

void SyncTask::start()
{
    if (m_task)
        m_task->setProgress(0, 0, tr("reading both datastores"));
    const auto prepared = QtConcurrent::run(
        &m_worker, [wish = m_wish, open = m_open, stop = m_stop.get_token()] { return prepareSync(wish, open, {.stop = stop}); });
    whenFinished(prepared, this, [this](const Result<std::shared_ptr<const PreparedSync>> &found) {
        if (!found)
            return fail(found.error());
        m_prepared = *found;
        m_agreed = m_prepared->plan.removals();
        if (m_agreed.isEmpty())
            return copy();
        m_isAsking = true;
        if (m_task)
            m_task->setProgress(0, 0, tr("waiting for an answer: what is removed?"));
        emit agreementWanted(m_agreed);
    });
}

void SyncTask::agree()
{
    if (std::exchange(m_isAsking, false))
        copy();
}

void SyncTask::stop()
{
    m_stop.request_stop();
    if (std::exchange(m_isAsking, false))
        finish(Task::State::Stopped, tr("Nothing was copied."));
}

void SyncTask::copy()
{
    SyncRunOptions options;
    options.job = m_wish.options;
    options.workers = m_wish.pace.workers;
    options.rate = m_wish.pace.limit();
    options.stop = m_stop.get_token();
    options.progress = [monitor = m_monitor](const SyncProgress &progress) { monitor->tell(progress); };
    options.log = [monitor = m_monitor](const SyncEvent &event) { monitor->log(event); };
    const auto copied = QtConcurrent::run(&m_worker, [prepared = std::exchange(m_prepared, nullptr), agreed = m_agreed, options] {
        return copyAsAgreed(*prepared, agreed, options);
    });
    m_clock.start();
    m_watch.start();
    whenFinished(copied, this, [this](const Result<std::optional<SyncReport>> &done) {
        showProgress();
        if (!done)
            fail(done.error());
        else if (!*done)
            finish(Task::State::Failed,
                   tr("Nothing was done: other backups would be removed by now than those that were agreed to. Sync again."));
        else
            showReport(**done);
    });
}

QString SyncTask::progressWords(const SyncProgress &progress) const
{
    QStringList parts{tr("%1 of %2 groups").arg(progress.groups).arg(progress.groupsOfAll)};
    if (progress.snapshotsOfGroup > 0)
        parts << tr("snapshot %1 of %2").arg(std::min(progress.snapshots + 1, progress.snapshotsOfGroup)).arg(progress.snapshotsOfGroup);
    parts << sizeText(progress.chunks.bytes);
    if (const qint64 elapsed = m_clock.elapsed(); elapsed > 500 && progress.chunks.bytes > 0)
        parts << tr("%1/s", "bytes per second").arg(sizeText(progress.chunks.bytes * 1000 / std::uint64_t(elapsed)));
    return parts.join(QStringLiteral("  ·  "));
}

void SyncTask::showProgress()
{
    const auto [progress, lines] = m_monitor->take();
    if (!m_task || m_task->isOver())
        return;
    for (const Monitor::Line &line : lines)
        m_task->log(line.level, line.text);
    const QString current = progress.waits ? tr("waits for a garbage collection") : toQString(progress.current);
    if (progress.groupsOfAll > 0)
        m_task->setShare(progress.share(), progressWords(progress), current);
}

void SyncTask::showReport(const SyncReport &report)
{
    const Task::State state = report.stopped ? Task::State::Stopped : report.isOk() ? Task::State::Finished : Task::State::Failed;
    finish(state, syncSummary(report));
}

void SyncTask::fail(const Error &error)
{
    finish(error.kind == Error::Kind::Stopped ? Task::State::Stopped : Task::State::Failed, text::oneLine(error));
}

void SyncTask::finish(Task::State state, const QString &summary)
{
    if (std::exchange(m_isOver, true))
        return;
    m_watch.stop();
    letGo();
    if (m_task)
        m_task->finish(state, summary);
    emit finished(state, summary);
}

QString syncSummary(const SyncReport &report)
{
    QStringList sentences;
    const auto copied = int(report.copied + report.updated);
    sentences << (copied > 0 ? SyncTask::tr("Copied %n snapshot(s), %1 new.", nullptr, copied).arg(sizeText(report.chunks.bytes))
                             : SyncTask::tr("Nothing new was copied."));
    if (report.removedSnapshots > 0)
        sentences << SyncTask::tr("Removed %n snapshot(s) for good.", nullptr, int(report.removedSnapshots));
    if (report.failure)
        sentences << text::oneLine(*report.failure);
    else if (report.stopped)
        sentences << SyncTask::tr("It was stopped; sync again to go on.");
    else if (!report.problems.empty())
        sentences << SyncTask::tr("%n problem(s): see the log.", nullptr, int(report.problems.size()));
    return sentences.join(u' ');
}

} // namespace espalier
