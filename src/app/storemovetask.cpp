// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storemovetask.h"

#include "app/formats.h"
#include "app/whenfinished.h"
#include "core/service/cancellable.h"
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
using Stage = StoreMoveProgress::Stage;

constexpr auto lookInterval = 200ms;

} // namespace

struct StoreMoveTask::Opened
{
    std::shared_ptr<StoreService> source;
    std::shared_ptr<StoreService> target;
    StoreMovePlan plan{};

    static Result<std::shared_ptr<const Opened>> from(const StoreMoveWish &wish, const ServiceOpener &open, const std::stop_token &stop)
    {
        const auto opened = std::make_shared<Opened>(open(wish.source), open(wish.target));
        for (const auto &service : {opened->source, opened->target}) {
            if (const auto state = openStoppably(*service, stop); !state)
                return failWith(state);
        }
        auto plan = prepareStoreMove(*opened->source, *opened->target, wish.parts, wish.own, MovePreparation::CleanUp, {.stop = stop});
        if (!plan)
            return failWith(plan);
        opened->plan = *std::move(plan);
        return opened;
    }
};

StoreMoveTask::StoreMoveTask(StoreMoveWish wish, ServiceOpener open, Task *task, QObject *parent)
    : QObject(parent)
    , m_wish(std::move(wish))
    , m_open(std::move(open))
    , m_task(task)
    , m_monitor(std::make_shared<Monitor>())
{
    m_worker.setMaxThreadCount(1);
    m_watch.setInterval(lookInterval);
    connect(&m_watch, &QTimer::timeout, this, &StoreMoveTask::showProgress);
    connect(task, &Task::stopRequested, this, &StoreMoveTask::stop);
}

StoreMoveTask::~StoreMoveTask()
{
    m_stop.request_stop();
    letGo();
}

void StoreMoveTask::letGo()
{
    if (m_opened)
        QThreadPool::globalInstance()->start([opened = std::exchange(m_opened, nullptr)] {});
}

void StoreMoveTask::start()
{
    if (m_task)
        m_task->setProgress(0, 0, tr("reading both datastores"));
    const auto opened = QtConcurrent::run(
        &m_worker, [wish = m_wish, open = m_open, stop = m_stop.get_token()] { return Opened::from(wish, open, stop); });
    whenFinished(opened, this, [this](const Result<std::shared_ptr<const Opened>> &found) {
        if (!found)
            return fail(found.error());
        m_opened = *found;
        m_isAsking = true;
        if (m_task)
            m_task->setProgress(0, 0, tr("waiting for an answer: what is moved?"));
        emit agreementWanted(m_opened->plan);
    });
}

void StoreMoveTask::agree()
{
    if (std::exchange(m_isAsking, false))
        move();
}

void StoreMoveTask::stop()
{
    m_stop.request_stop();
    if (std::exchange(m_isAsking, false))
        finish(Task::State::Stopped, tr("Nothing was moved."));
}

void StoreMoveTask::move()
{
    StoreMoveOptions options;
    options.stop = m_stop.get_token();
    options.progress = [monitor = m_monitor](const StoreMoveProgress &progress) { monitor->tell(progress); };
    options.log = [monitor = m_monitor](const SyncEvent &event) { monitor->log(event); };
    const auto moved = QtConcurrent::run(&m_worker, [opened = std::exchange(m_opened, nullptr), options] {
        return runStoreMove(*opened->source, *opened->target, opened->plan, options);
    });
    m_watch.start();
    whenFinished(moved, this, [this](const StoreMoveReport &report) {
        showProgress();
        const Task::State state = report.stopped ? Task::State::Stopped : report.isOk() ? Task::State::Finished : Task::State::Failed;
        finish(state, storeMoveSummary(report));
    });
}

void StoreMoveTask::showProgress()
{
    const auto [progress, lines] = m_monitor->take();
    if (!m_task || m_task->isOver())
        return;
    for (const Monitor::Line &line : lines)
        m_task->log(line.level, line.text);
    if (progress.groupsOfAll == 0)
        return;
    const QString count = tr("%1 of %2 groups", "how many of them are done").arg(progress.groups).arg(progress.groupsOfAll);
    const QString size = sizeText(progress.bytes);
    const QString words = progress.stage == Stage::Copying ? tr("copies: %1, %2", "groups, bytes").arg(count, size)
        : progress.stage == Stage::Comparing               ? tr("compares: %1, %2 read back", "groups, bytes").arg(count, size)
                                                           : tr("removes at the source");
    constexpr double stages = 3;
    const double ofStage = double(progress.groups) / double(progress.groupsOfAll);
    const QString current = progress.waits ? tr("waits for a garbage collection") : toQString(progress.current);
    m_task->setShare((double(std::to_underlying(progress.stage)) + ofStage) / stages, words, current);
}

void StoreMoveTask::fail(const Error &error)
{
    finish(error.kind == Error::Kind::Stopped ? Task::State::Stopped : Task::State::Failed, text::oneLine(error));
}

void StoreMoveTask::finish(Task::State state, const QString &summary)
{
    if (std::exchange(m_isOver, true))
        return;
    m_watch.stop();
    letGo();
    if (m_task)
        m_task->finish(state, summary);
    emit finished(state, summary);
}

QString storeMoveSummary(const StoreMoveReport &report)
{
    QStringList sentences;
    sentences << (report.removedSnapshots > 0
                      ? StoreMoveTask::tr("Moved %n snapshot(s), each compared with its copy.", nullptr, int(report.removedSnapshots))
                      : StoreMoveTask::tr("Nothing was removed at the source."));
    if (report.failure)
        sentences << text::oneLine(*report.failure);
    else if (report.stopped)
        sentences << StoreMoveTask::tr("It was stopped; move again to go on.");
    else if (!report.problems.empty())
        sentences << StoreMoveTask::tr("%n problem(s): see the log.", nullptr, int(report.problems.size()));
    return sentences.join(u' ');
}

} // namespace espalier
