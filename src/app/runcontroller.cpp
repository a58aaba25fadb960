// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runcontroller.h"

#include "app/applystate.h"
#include "app/historydialog.h"
#include "app/recoverydialog.h"
#include "app/removaldialog.h"
#include "app/runwords.h"
#include "app/tasklist.h"
#include "app/undodialog.h"
#include "app/whenfinished.h"
#include "text/messages.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace espalier {

RunController::RunController(TaskList *tasks, QWidget *window) : QObject(window), m_tasks(tasks), m_window(window) {}

void RunController::askForUnseenServers(OpenStore *store, const QString &act, const std::function<void()> &proceed)
{
    if (!store->state() || !store->state()->access.asksForUnseenServers)
        return proceed();
    const Error question{Error::Kind::Conflict, MessageId::WriteUnseenServers, {store->place().path()}, 0};
    const text::Sentences words = text::sentences(question);
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Is a server using this datastore?"), words.what, QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("unseenServers"));
    box->setInformativeText(tr("%1 %2", "reason, advice").arg(words.why, words.advice));
    QPushButton *go = box->addButton(act, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, store, proceed);
    box->open();
}

void RunController::apply(OpenStore *store)
{
    const ApplyState state = applyState(store, isRunning(store), m_keepGoing);
    if (!state.enabled)
        return;
    const auto proceed = [this, store, asked = store->changes(), adapts = store->adaptsConfig(), agreed = removalsOf(store->plan())] {
        // What was agreed to is what is done: nothing else that came meanwhile.
        const bool isSame = store->changes() == asked && store->adaptsConfig() == adapts && isWithin(removalsOf(store->plan()), agreed);
        if (isSame && applyState(store, isRunning(store), m_keepGoing).enabled)
            execute(store);
    };
    askForRemovals(store, removalsOf(store->plan()), state.buttonText,
                   [this, store, act = state.buttonText, proceed] { askForUnseenServers(store, act, proceed); });
}

void RunController::askForRemovals(OpenStore *store, const Removals &removals, const QString &act, const std::function<void()> &proceed,
                                   const std::function<void()> &decline)
{
    if (removals.isEmpty())
        return proceed();
    auto *dialog = new RemovalDialog(storeName(*store), removals, act, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(store, &QObject::destroyed, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, store, proceed);
    if (decline)
        connect(dialog, &QDialog::rejected, store, decline);
    dialog->open();
}

void RunController::execute(OpenStore *store)
{
    auto *task = m_tasks->add(std::make_unique<Task>(runTitle(*store)));
    task->setProgress(0, qint64(store->plan().steps.size()));
    const ConfigPlan config = store->adaptsConfig() && store->configPlan() ? *store->configPlan() : ConfigPlan();
    follow(store, task, store->backend().execute(store->plan(), m_keepGoing, config), false);
}

void RunController::changeConfig(OpenStore *store, const ConfigPlan &plan, const QString &title)
{
    if (isRunning(store))
        return emit failed(store, tr("Something else is being done in %1. Wait until it has ended.").arg(storeName(*store)));
    auto *task = m_tasks->add(std::make_unique<Task>(title));
    follow(store, task, store->backend().execute({}, false, plan), false);
}

void RunController::follow(OpenStore *store, Task *task, const QFuture<RunReport> &run, bool isUndo)
{
    m_running.insert(store);
    emit runningChanged();
    connect(&store->backend(), &Backend::runProgress, task, [task](const RunProgress &progress) {
        if (!task->isOver())
            task->setProgress(qint64(progress.done), qint64(progress.total), QString::fromStdString(progress.current));
    });
    connect(task, &Task::stopRequested, &store->backend(), &Backend::stopRun);
    const auto closing = connect(store, &QObject::destroyed, task, [this, store, task] {
        m_running.remove(store);
        task->finish(Task::State::Stopped, tr("The datastore was closed; its history tells what was done."));
    });
    whenFinished(run, store, [this, store, task = QPointer(task), isUndo, closing](const RunReport &report) {
        disconnect(closing);
        m_running.remove(store);
        if (task) {
            disconnect(&store->backend(), nullptr, task, nullptr);
            for (const StepOutcome &outcome : report.steps)
                task->log(outcome.error ? Task::LogLevel::Error : Task::LogLevel::Info, outcomeText(outcome));
            task->setProgress(qint64(report.done()), qint64(report.steps.size()));
            const Task::State state = report.stopped ? Task::State::Stopped
                : report.complete()                  ? Task::State::Finished
                                                     : Task::State::Failed;
            task->finish(state, reportSummary(report, isUndo));
        }
        store->applied(report);
        emit runningChanged();
        emit finished(store, report, isUndo, task);
    });
}

void RunController::report(OpenStore *store, const Error &error)
{
    emit failed(store, text::oneLine(error));
}

void RunController::undoLastRun(OpenStore *store)
{
    whenFinished(store->backend().history(), store, [this, store](const Result<History> &history) {
        if (!history)
            return report(store, history.error());
        if (const JournalRun *last = lastUndoable(*history))
            return undoRun(store, last->id);
        report(store, {Error::Kind::NotFound, MessageId::RunNothingToUndo, {storeName(*store).toStdString()}, 0});
    });
}

void RunController::undoRun(OpenStore *store, const std::string &runId, Asking asking)
{
    whenFinished(store->backend().planUndo(runId, NewBackups::Take, {}), store, [this, store, asking](const Result<UndoPlan> &undo) {
        if (!undo)
            return report(store, undo.error());
        considerUndo(store, *undo, asking);
    });
}

void RunController::considerUndo(OpenStore *store, const UndoPlan &undo, Asking asking)
{
    if (isRunning(store))
        return;
    if (asking == Asking::IfNeeded && undo.isReady() && undo.newSnapshots() == 0 && undo.notes.empty()) {
        return askForUnseenServers(store, tr("Undo: bring back %n group(s)", nullptr, int(undo.groupsToMove())),
                                   [this, store, undo] { executeUndo(store, undo); });
    }
    auto *dialog = new UndoDialog(store, undo, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UndoDialog::undoRequested, store, [this, store](const UndoPlan &chosen) {
        askForUnseenServers(store, tr("Undo: bring back %n group(s)", nullptr, int(chosen.groupsToMove())),
                            [this, store, chosen] { executeUndo(store, chosen); });
    });
    dialog->open();
}

void RunController::executeUndo(OpenStore *store, const UndoPlan &undo)
{
    if (isRunning(store))
        return;
    auto *task = m_tasks->add(std::make_unique<Task>(undoTitle(*store, undo)));
    task->setProgress(0, qint64(undo.steps.size()));
    follow(store, task, store->backend().executeUndo(undo), true);
}

void RunController::lookForInterruptedRuns(OpenStore *store)
{
    whenFinished(store->backend().history(), store, [this, store](const Result<History> &history) {
        if (const int count = history ? int(interruptedRuns(*history).size()) : 0; count > 0)
            emit interrupted(store, count);
    });
}

void RunController::recover(OpenStore *store)
{
    whenFinished(store->backend().history(), store, [this, store](const Result<History> &history) {
        if (!history)
            return report(store, history.error());
        const auto runs = interruptedRuns(*history);
        if (runs.empty())
            return report(store, {Error::Kind::NotFound, MessageId::RunNothingToFinish, {storeName(*store).toStdString()}, 0});
        if (!runs.front()->undoes.empty())
            return undoRun(store, runs.front()->undoes); // what is back already stays
        recoverRun(store, runs.front()->id);
    });
}

void RunController::recoverRun(OpenStore *store, const std::string &runId)
{
    whenFinished(store->backend().planRecovery(runId), store, [this, store](const Result<Recovery> &recovery) {
        if (!recovery)
            return report(store, recovery.error());
        showRecovery(store, *recovery);
    });
}

void RunController::showRecovery(OpenStore *store, const Recovery &recovery)
{
    auto *dialog = new RecoveryDialog(store, recovery, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecoveryDialog::undoRequested, store, [this, store](const std::string &runId) { undoRun(store, runId); });
    connect(dialog, &RecoveryDialog::finishRequested, store, [this, store](const Recovery &wanted) {
        const auto finish = [this, store, wanted] {
            askForUnseenServers(store, tr("Finish the run"), [this, store, wanted] { finishRun(store, wanted); });
        };
        askForRemovals(store, removalsOf(wanted), tr("Finish the run"), finish);
    });
    dialog->open();
}

void RunController::finishRun(OpenStore *store, const Recovery &recovery)
{
    if (isRunning(store))
        return;
    auto *task = m_tasks->add(
        std::make_unique<Task>(tr("Finish the run %1 in %2").arg(QString::fromStdString(recovery.runId), storeName(*store))));
    task->setProgress(0, qint64(recovery.steps.size()));
    follow(store, task, store->backend().executeRecovery(recovery), false);
}

void RunController::showHistory(OpenStore *store)
{
    auto *dialog = new HistoryDialog(store, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HistoryDialog::undoRequested, store,
            [this, store](const std::string &runId) { undoRun(store, runId, Asking::Always); });
    connect(dialog, &HistoryDialog::finishRequested, store, [this, store](const std::string &runId) { recoverRun(store, runId); });
    dialog->open();
}

void RunController::checkEverything(OpenStore *store)
{
    auto *task = m_tasks->add(std::make_unique<Task>(tr("Check everything in %1").arg(storeName(*store))));
    connect(task, &Task::stopRequested, &store->backend(), &Backend::stopScan);
    const auto total = qint64(store->tree().root().snapshotsBelow);
    task->setProgress(0, total);
    connect(&store->backend(), &Backend::detailsProgress, task, [task, total](const ScanProgress &progress) {
        if (!task->isOver())
            task->setProgress(qint64(progress.snapshots), total);
    });
    connect(store, &QObject::destroyed, task, [task] { task->finish(Task::State::Stopped, tr("The datastore was closed.")); });
    whenFinished(store->checkEverything(), task, [task, checked = QPointer(store)](const Result<ScanResult> &result) {
        if (result)
            task->finish(Task::State::Finished, tr("%n finding(s)", nullptr, checked ? int(checked->findings().size()) : 0));
        else
            task->finish(result.error().kind == Error::Kind::Stopped ? Task::State::Stopped : Task::State::Failed,
                         text::oneLine(result.error()));
    });
}

} // namespace espalier
