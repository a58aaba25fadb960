// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/synccontroller.h"

#include "app/applystate.h"
#include "app/ownjoblist.h"
#include "app/runcontroller.h"
#include "app/synccopy.h"
#include "app/tasklist.h"
#include "app/treeview.h"
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
    open({.source = source, .target = target, .options = *options});
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

void SyncController::open(const SyncDialog::Beginning &beginning)
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
}

bool SyncController::isRunning() const
{
    return !m_running.isEmpty();
}

void SyncController::run(OpenStore *source, OpenStore *target, const SyncOptions &options)
{
    const bool isBusy = m_runs->isRunning(target)
        || std::ranges::any_of(m_running, [target](const SyncTask *each) { return each->wish().target == target->place(); });
    if (isBusy)
        return emit failed(tr("Something else is being done in %1. Wait until it has ended.").arg(storeName(*target)));
    m_runs->askForUnseenServers(target, tr("Copy"), [this, source = QPointer(source), target, options] {
        if (source)
            start(source, target, options);
    });
}

void SyncController::start(OpenStore *source, OpenStore *target, const SyncOptions &options)
{
    auto *task = m_tasks->add(std::make_unique<Task>(tr("Sync %1 of %2 into %3 of %4", "namespace, datastore, namespace, datastore")
                                                         .arg(text::namespaceName(options.source.toString()), storeName(*source),
                                                              text::namespaceName(options.target.toString()), storeName(*target))));
    auto *sync = new SyncTask({.source = source->place(), .target = target->place(), .options = options}, m_open, task, this);
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

} // namespace espalier
