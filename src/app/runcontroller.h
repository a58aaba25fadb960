// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"
#include "app/task.h"

#include <QObject>
#include <QSet>

class QWidget;

namespace espalier {

struct Removals;
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
    /// Changes entries of the configuration of the store's server, and nothing in the store: a run that can be undone. @p title names it.
    void changeConfig(OpenStore *store, const ConfigPlan &plan, const QString &title);
    void setKeepGoing(bool keepGoing) { m_keepGoing = keepGoing; } ///< Do what can be done.
    bool keepsGoing() const { return m_keepGoing; }
    /// Looks whether runs of @p store were interrupted; then interrupted() tells.
    void lookForInterruptedRuns(OpenStore *store);
    /// Shows what became of the newest interrupted run, and finishes or undoes it as it is wanted.
    void recover(OpenStore *store);

    enum class Asking {
        IfNeeded, ///< What can be undone as a whole, and without anything new in it, is.
        Always,   ///< Groups can be left out.
    };
    void undoRun(OpenStore *store, const std::string &runId, Asking asking = Asking::IfNeeded);
    void undoLastRun(OpenStore *store);
    void showHistory(OpenStore *store);
    void checkEverything(OpenStore *store);

    /// @name What has to be agreed to before something is written: @p proceed is called at once where nothing has to be
    /// @{
    void askForUnseenServers(OpenStore *store, const QString &act, const std::function<void()> &proceed);
    /// @p act: what the button says. @p decline: where somebody does not agree.
    void askForRemovals(OpenStore *store, const Removals &removals, const QString &act, const std::function<void()> &proceed,
                        const std::function<void()> &decline = {});
    /// @}

signals:
    void runningChanged();
    void finished(espalier::OpenStore *store, const espalier::RunReport &report, bool isUndo, espalier::Task *task);
    void interrupted(espalier::OpenStore *store, int runs);
    void failed(espalier::OpenStore *store, const QString &sentences);

private:
    void recoverRun(OpenStore *store, const std::string &runId);
    void execute(OpenStore *store);
    void considerUndo(OpenStore *store, const UndoPlan &undo, Asking asking);
    void showRecovery(OpenStore *store, const Recovery &recovery);
    void finishRun(OpenStore *store, const Recovery &recovery);
    void executeUndo(OpenStore *store, const UndoPlan &undo);
    void follow(OpenStore *store, Task *task, const QFuture<RunReport> &run, bool isUndo);
    void report(OpenStore *store, const Error &error);

    TaskList *m_tasks;
    QWidget *m_window;
    QSet<const OpenStore *> m_running;
    bool m_keepGoing = false;
};

} // namespace espalier
