// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/moveditems.h"
#include "app/storemovetask.h"
#include "app/syncdialog.h"
#include "app/synctask.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace espalier {

class RunController;
class Task;
class TaskList;
class TreeView;

/// Opens the editor of syncs, which does not keep people from going on in the main window, and runs what they start there: copies, or
/// moves to another datastore.
class SyncController : public QObject
{
    Q_OBJECT

public:
    /// Windows appear over @p window. Nothing is owned.
    SyncController(TreeView *tree, StoreList *stores, TaskList *tasks, RunController *runs, OwnJobList *own, Settings *state,
                   ServiceOpener open, QWidget *window);

    void edit();                         ///< From what is selected into another open datastore.
    void editJob(const OwnSyncJob &job); ///< Its datastores are opened where they are not.

    /// A one-time copy of groups of one namespace, or of one namespace, into @p into of @p target.
    void copy(OpenStore *source, const MovedItems &items, OpenStore *target, const NamespacePath &into);

    bool isRunning() const;

signals:
    void failed(const QString &sentences);
    void finished(espalier::Task::State state, const QString &summary, espalier::Task *task);

private:
    OpenStore *storeAt(const std::string &place);
    void save(const SyncJobWish &wish);
    void run(OpenStore *source, OpenStore *target, const SyncOptions &options, const SyncPace &pace);
    void start(OpenStore *source, OpenStore *target, const SyncOptions &options, const SyncPace &pace);
    void follow(SyncTask *sync, Task *task, OpenStore *target);
    SyncDialog *open(const SyncDialog::Beginning &beginning);
    bool isBusy(const OpenStore *store) const;
    void move(OpenStore *source, OpenStore *target, const StoreMove &parts);
    void startMove(OpenStore *source, OpenStore *target, const StoreMove &parts);
    void followMove(StoreMoveTask *move, Task *task, OpenStore *source, OpenStore *target);

    TreeView *m_tree;
    StoreList *m_stores;
    TaskList *m_tasks;
    RunController *m_runs;
    OwnJobList *m_own;
    Settings *m_state;
    ServiceOpener m_open;
    QWidget *m_window;
    QList<SyncTask *> m_running;     ///< Children.
    QList<StoreMoveTask *> m_moving; ///< Children.
};

} // namespace espalier
