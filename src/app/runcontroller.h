// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"
#include "app/task.h"

#include <QObject>
#include <QSet>

class QWidget;

namespace espalier {

class TaskList;

/// Carries out plans: asks what has to be asked, shows each run as a task, hands the report to the store. Undoes runs.
class RunController : public QObject
{
    Q_OBJECT

public:
    /// Questions appear over @p window. Neither is owned.
    RunController(TaskList *tasks, QWidget *window);

    bool isRunning(const OpenStore *store) const { return m_running.contains(store); }

    void apply(OpenStore *store);
    void undoLastRun(OpenStore *store);
    void undoRun(OpenStore *store, const std::string &runId);
    void showHistory(OpenStore *store);
    void checkEverything(OpenStore *store);

signals:
    void runningChanged();
    void finished(espalier::OpenStore *store, const espalier::RunReport &report, bool isUndo, espalier::Task *task);
    void failed(espalier::OpenStore *store, const QString &sentences);

private:
    void askForUnseenServers(OpenStore *store, const QString &act, const std::function<void()> &proceed);
    void execute(OpenStore *store);
    void considerUndo(OpenStore *store, const UndoPlan &undo);
    void executeUndo(OpenStore *store, const UndoPlan &undo);
    void follow(OpenStore *store, Task *task, const QFuture<RunReport> &run, bool isUndo);
    void report(OpenStore *store, const Error &error);

    TaskList *m_tasks;
    QWidget *m_window;
    QSet<const OpenStore *> m_running;
};

} // namespace espalier
