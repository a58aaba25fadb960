// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/syncmonitor.h"
#include "app/task.h"
#include "core/service/preparedmove.h"
#include "core/service/preparedsync.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace espalier {

/// What shall be moved from one datastore to another.
struct StoreMoveWish
{
    Place source;
    Place target;
    StoreMove parts;
    VanishingCopies own{}; ///< Of the user's own sync jobs.
};

/// A move to another datastore that was started in the window: reads both ends in a worker, has what it removes agreed to, moves, and
/// tells a Task of it. Lives in the thread of the window; its end waits for the worker.
class StoreMoveTask : public QObject
{
    Q_OBJECT

public:
    /// @p task shows how far it is; not owned.
    StoreMoveTask(StoreMoveWish wish, ServiceOpener open, Task *task, QObject *parent = nullptr);
    ~StoreMoveTask() override;

    const StoreMoveWish &wish() const { return m_wish; }

    void start();
    void agree(); ///< To agreementWanted().
    void stop();  ///< At the next possible moment; also the answer no.

signals:
    /// Nothing happens until agree() or stop(); the plan lives as long as the task.
    void agreementWanted(const espalier::StoreMovePlan &plan);
    void finished(espalier::Task::State state, const QString &summary);

private:
    using Monitor = SyncMonitor<StoreMoveProgress>;
    struct Opened; ///< Both ends, and the plan.

    void move();
    void letGo();
    void showProgress();
    void finish(Task::State state, const QString &summary);
    void fail(const Error &error);

    StoreMoveWish m_wish;
    ServiceOpener m_open;
    QPointer<Task> m_task;
    std::shared_ptr<Monitor> m_monitor;
    std::shared_ptr<const Opened> m_opened; ///< Never let go of in this thread.
    std::stop_source m_stop;
    QTimer m_watch;
    bool m_isAsking = false;
    bool m_isOver = false;
    QThreadPool m_worker; ///< Last: waits for its thread before anything else goes.
};

/// What a move did, as one sentence or two.
QString storeMoveSummary(const StoreMoveReport &report);

} // namespace espalier
