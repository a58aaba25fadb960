// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/syncmonitor.h"
#include "app/syncwork.h"
#include "app/task.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace espalier {

/// One sync that was started in the window: reads both ends in a worker, has removals agreed to, copies, and tells a Task of it. Lives
/// in the thread of the window; its end waits for the worker.
class SyncTask : public QObject
{
    Q_OBJECT

public:
    /// @p task shows how far it is; not owned.
    SyncTask(SyncWish wish, ServiceOpener open, Task *task, QObject *parent = nullptr);
    ~SyncTask() override;

    const SyncWish &wish() const { return m_wish; }
    bool isOver() const { return m_isOver; }

    void start();
    void agree(); ///< To agreementWanted(); what is removed by then may only be less.
    void stop();  ///< At the next possible moment; also the answer no.

signals:
    void agreementWanted(const espalier::Removals &removals); ///< Nothing happens until agree() or stop().
    void finished(espalier::Task::State state, const QString &summary);

private:
    using Monitor = SyncMonitor<SyncProgress>;

    void copy();
    void letGo();
    void showProgress();
    void showReport(const SyncReport &report);
    void finish(Task::State state, const QString &summary);
    void fail(const Error &error);
    QString progressWords(const SyncProgress &progress) const;

    SyncWish m_wish;
    ServiceOpener m_open;
    QPointer<Task> m_task;
    std::shared_ptr<Monitor> m_monitor;
    std::shared_ptr<const PreparedSync> m_prepared; ///< Until it is copied; never let go of in this thread.
    Removals m_agreed;
    std::stop_source m_stop;
    QTimer m_watch;
    QElapsedTimer m_clock; ///< Since the copying began.
    bool m_isAsking = false;
    bool m_isOver = false;
    QThreadPool m_worker; ///< Last: waits for its thread before anything else goes.
};

/// What a sync did, as one sentence or two.
QString syncSummary(const SyncReport &report);

} // namespace espalier
