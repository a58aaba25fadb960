// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/synccontroller.h"

#include "app/applystate.h"
#include "app/ownjoblist.h"
#include "app/runcontroller.h"
#include "app/storemovedialog.h"
#include "app/synccopy.h"
#include "app/tasklist.h"
#include "app/treeview.h"
#include "core/jobs/jobends.h"
#include "text/messages.h"

#include <algorithm>

namespace espalier {

SyncController::SyncController(TreeView *tree, StoreList *stores, TaskList *tasks, RunController *runs, OwnJobList *own, Settings *state,
                               ServiceOpener open, QWidget *window)
    : QObject(window)
    , m_tree(tree)
    , m_stores(stores)
    , m_tasks(tasks)
    , m_runs(runs)
    , m_own(own)
    , m_state(state)
    , m_open(std::move(open))
    , m_window(window)
{
}

void SyncController::edit()
{
    SyncDialog::Beginning beginning{.source = m_stores->active()};
    const auto current = m_tree->currentItem();
    if (current && current->store == beginning.source)
        beginning.options.source = current->ns;
    for (OpenStore *store : m_stores->stores()) {
        if (store != beginning.source && !beginning.target)
            beginning.target = store;
    }
    open(beginning);
}

void SyncController::copy(OpenStore *source, const MovedItems &items, OpenStore *target, const NamespacePath &into)
{
    const auto options = copyOptions(source->tree(), items, target->tree(), into);
    if (!options)
        return emit failed(options.error());
    const auto parts = moveParts(items, into);
    const SyncDialog *dialog = open({.source = source, .target = target, .options = *options, .canMove = parts.has_value()});
    if (!parts)
        return;
    connect(dialog, &SyncDialog::moveWanted, this, [this, source = QPointer(source), target = QPointer(target), parts = *parts] {
        if (source && target)
            move(source, target, parts);
    });
}

/// Null for what is no place.
OpenStore *SyncController::storeAt(const std::string &place)
{
    const auto parsed = Place::fromString(place);
    return parsed ? m_stores->open(*parsed) : nullptr;
}

void SyncController::editJob(const OwnSyncJob &job)
{
    OpenStore *source = storeAt(job.source());
    open({.source = source, .target = storeAt(job.target()), .options = job.job.options(), .job = job});
}

void SyncController::save(const SyncJobWish &wish)
{
    m_own->change([before = wish.before, after = jobOf(wish)](OwnJobs &jobs) {
        return before ? jobs.change(before->job, after.job, after.notes) : jobs.add(after.job, after.notes);
    });
}

SyncDialog *SyncController::open(const SyncDialog::Beginning &beginning)
{
    auto *dialog = new SyncDialog(m_stores, beginning, m_own, m_state, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SyncDialog::editWanted, this, [this](const std::optional<OwnSyncJob> &job) {
        if (job)
            editJob(*job);
        else
            edit();
    });
    connect(dialog, &SyncDialog::saveWanted, this, &SyncController::save);
    connect(dialog, &SyncDialog::runWanted, this, &SyncController::run);
    connect(dialog, &SyncDialog::failed, this, &SyncController::failed);
    dialog->show();
    return dialog;
}

bool SyncController::isRunning() const
{
    return !m_running.isEmpty() || !m_moving.isEmpty();
}

/// Moves write in both of their datastores.
bool SyncController::isBusy(const OpenStore *store) const
{
    const auto writes = [store](const SyncTask *each) { return each->wish().target == store->place(); };
    const auto moves
        = [store](const StoreMoveTask *each) { return each->wish().source == store->place() || each->wish().target == store->place(); };
    return m_runs->isRunning(store) || std::ranges::any_of(m_running, writes) || std::ranges::any_of(m_moving, moves);
}

void SyncController::run(OpenStore *source, OpenStore *target, const SyncOptions &options, const SyncPace &pace)
{
    if (isBusy(target))
        return emit failed(tr("Something else is being done in %1. Wait until it has ended.").arg(storeName(*target)));
    m_runs->askForUnseenServers(target, tr("Copy"), [this, source = QPointer(source), target, options, pace] {
        if (source)
            start(source, target, options, pace);
    });
}

void SyncController::start(OpenStore *source, OpenStore *target, const SyncOptions &options, const SyncPace &pace)
{
    auto *task = m_tasks->add(std::make_unique<Task>(tr("Sync %1 of %2 into %3 of %4", "namespace, datastore, namespace, datastore")
                                                         .arg(text::namespaceName(options.source.toString()), storeName(*source),
                                                              text::namespaceName(options.target.toString()), storeName(*target))));
    auto *sync = new SyncTask({.source = source->place(), .target = target->place(), .options = options, .pace = pace}, m_open, task, this);
    m_running << sync;
    follow(sync, task, target);
    sync->start();
}

void SyncController::follow(SyncTask *sync, Task *task, OpenStore *target)
{
    connect(sync, &SyncTask::agreementWanted, target, [this, sync = QPointer(sync), target](const Removals &removals) {
        const auto agree = [sync] {
            if (sync)
                sync->agree();
        };
        const auto decline = [sync] {
            if (sync)
                sync->stop();
        };
        m_runs->askForRemovals(target, removals, tr("Copy, and remove %n snapshot(s)", nullptr, int(removals.snapshots)), agree, decline);
    });
    connect(target, &QObject::destroyed, sync, &SyncTask::stop); // nobody could answer any more
    connect(sync, &SyncTask::finished, this,
            [this, sync, task = QPointer(task), target = QPointer(target)](Task::State state, const QString &summary) {
                m_running.removeOne(sync);
                sync->deleteLater();
                if (target)
                    target->load();
                emit finished(state, summary, task);
            });
}

void SyncController::move(OpenStore *source, OpenStore *target, const StoreMove &parts)
{
    for (const OpenStore *store : {source, target}) {
        if (isBusy(store))
            return emit failed(tr("Something else is being done in %1. Wait until it has ended.").arg(storeName(*store)));
    }
    m_runs->askForUnseenServers(source, tr("Move"), [this, source, target = QPointer(target), parts] {
        if (!target)
            return;
        m_runs->askForUnseenServers(target, tr("Move"), [this, source = QPointer(source), target, parts] {
            if (source)
                startMove(source, target, parts);
        });
    });
}

void SyncController::startMove(OpenStore *source, OpenStore *target, const StoreMove &parts)
{
    auto *task
        = m_tasks->add(std::make_unique<Task>(tr("Move from %1 to %2", "two datastores").arg(storeName(*source), storeName(*target))));
    auto own = vanishingBy(m_own->syncJobs(), source->place().toString(), target->place().toString());
    auto *move = new StoreMoveTask({.source = source->place(), .target = target->place(), .parts = parts, .own = std::move(own)}, m_open,
                                   task, this);
    m_moving << move;
    followMove(move, task, source, target);
    move->start();
}

void SyncController::followMove(StoreMoveTask *move, Task *task, OpenStore *source, OpenStore *target)
{
    connect(move, &StoreMoveTask::agreementWanted, target, [this, move, source = QPointer(source), target](const StoreMovePlan &plan) {
        if (!source)
            return move->stop();
        auto *dialog = new StoreMoveDialog(storeName(*source), storeName(*target), plan, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(source, &QObject::destroyed, dialog, &QDialog::reject);
        connect(target, &QObject::destroyed, dialog, &QDialog::reject);
        connect(dialog, &QDialog::accepted, move, &StoreMoveTask::agree);
        connect(dialog, &QDialog::rejected, move, &StoreMoveTask::stop);
        dialog->open();
    });
    for (const OpenStore *store : {source, target})
        connect(store, &QObject::destroyed, move, &StoreMoveTask::stop); // nobody could answer any more
    connect(move, &StoreMoveTask::finished, this,
            [this, move, task = QPointer(task), source = QPointer(source), target = QPointer(target)](Task::State state,
                                                                                                      const QString &summary) {
                m_moving.removeOne(move);
                move->deleteLater();
                for (const auto &store : {source, target}) {
                    if (store)
                        store->load();
                }
                emit finished(state, summary, task);
            });
}

} // namespace espalier
