// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/maintenancecontroller.h"

#include "app/applystate.h"
#include "app/maintenancedialog.h"
#include "app/openstore.h"
#include "app/storelist.h"
#include "app/whenfinished.h"
#include "text/maintenancewords.h"
#include "text/messages.h"

namespace espalier {

MaintenanceController::MaintenanceController(StoreList *stores, QWidget *window) : QObject(window), m_stores(stores), m_window(window)
{
    connect(stores, &StoreList::opened, this, &MaintenanceController::follow);
    connect(stores, &StoreList::aboutToClose, this, [this](const OpenStore *store) { m_held.remove(store); });
}

/// However a mode ended, it is not held any more once the datastore says so; what it said before the mode was set may come later.
void MaintenanceController::follow(OpenStore *store)
{
    connect(store, &OpenStore::stateChanged, this, [this, store] {
        const auto held = m_held.find(store);
        if (held == m_held.end() || !store->state())
            return;
        if (store->state()->heldMaintenance)
            *held = true;
        else if (*held)
            m_held.erase(held);
    });
}

void MaintenanceController::ask()
{
    OpenStore *store = m_stores->active();
    if (!store)
        return;
    auto *dialog = new MaintenanceDialog(store, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, store, [this, store, dialog] { hold(store, dialog->mode()); });
    dialog->open();
}

void MaintenanceController::hold(OpenStore *store, const MaintenanceMode &mode)
{
    emit told(MessageBar::Kind::Information, tr("The maintenance mode of %1 is being set…").arg(storeName(*store)));
    whenFinished(store->backend().holdMaintenance(mode), store, [this, store](const Done &done) {
        if (!done) {
            emit told(MessageBar::Kind::Error, text::oneLine(done.error()));
            return;
        }
        m_held.insert(store, false);
        emit told(MessageBar::Kind::Success, tr("The maintenance mode of %1 is set.").arg(storeName(*store)));
        store->refreshState();
    });
}

void MaintenanceController::end(OpenStore *store)
{
    emit told(MessageBar::Kind::Information, tr("The maintenance mode of %1 is being ended…").arg(storeName(*store)));
    whenFinished(store->backend().endMaintenance(), store, [this, store](const Result<MaintenanceEnd> &end) {
        store->refreshState();
        if (!end) {
            emit told(MessageBar::Kind::Error, text::oneLine(end.error()));
            return;
        }
        m_held.remove(store);
        emit told(MessageBar::Kind::Success, text::maintenanceEndWords(*end));
    });
}

} // namespace espalier
