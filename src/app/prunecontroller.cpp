// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunecontroller.h"

#include "app/ownjoblist.h"
#include "app/prunedialog.h"
#include "app/prunejobcontroller.h"
#include "app/simulatordialog.h"
#include "app/storelist.h"
#include "app/treeview.h"
#include "core/plan/removals.h"

#include <algorithm>
#include <iterator>

namespace espalier {

PruneController::PruneController(TreeView *tree, StoreList *stores, OwnJobList *own, JobRunner *runner, Settings *state, QWidget *window)
    : QObject(window)
    , m_tree(tree)
    , m_stores(stores)
    , m_own(own)
    , m_jobs(new PruneJobController(own, runner, window))
    , m_state(state)
    , m_window(window)
{
    connect(m_jobs, &PruneJobController::previewWanted, this,
            [this](OpenStore *store, const PruneJobItem &item) { open(store, {})->setJob(item.job.id, item.isOwn); });
    connect(m_jobs, &PruneJobController::newWanted, this, [this](OpenStore *store) { open(store, {})->setNumbers(); });
}

void PruneController::preview()
{
    OpenStore *store = m_stores->active();
    if (!store)
        return;
    QList<ItemRef> items = m_tree->selectedItems();
    items.removeIf([store](const ItemRef &item) { return item.store != store; });
    open(store, pruneSelection(items, *store));
}

PruneDialog *PruneController::open(OpenStore *store, const PruneSelection &selection)
{
    m_own->reload();
    auto *dialog = new PruneDialog(store, selection, m_own, m_state, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PruneDialog::removalsWanted, this, &PruneController::stage);
    connect(dialog, &PruneDialog::saveWanted, m_jobs, &PruneJobController::save);
    dialog->show();
    return dialog;
}

void PruneController::showJobs()
{
    m_jobs->showTable(m_stores->active());
}

/// What is removed goes by what is on disk, so it comes before all that is pending; an earlier prune is replaced.
void PruneController::stage(OpenStore *store, const PrunePlan &plan, const HostZone &zone)
{
    std::vector<Change> changes = removalsOf(plan, zone);
    std::ranges::copy_if(store->changes(), std::back_inserter(changes), [](const Change &change) {
        const auto *removal = std::get_if<RemoveSnapshots>(&change);
        return !removal || !removal->rule;
    });
    m_stores->setActive(store);
    store->stageAll(std::move(changes), tr("Prune: remove %n snapshot(s)", nullptr, int(plan.totals.removed)));
}

void PruneController::simulate()
{
    auto *dialog = new SimulatorDialog(m_state, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace espalier
