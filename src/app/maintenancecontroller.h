// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/messagebar.h"
#include "core/pbs/maintenance.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace espalier {

class OpenStore;
class StoreList;

/// Sets maintenance modes of open datastores, and ends them; knows which of them are held by this window.
class MaintenanceController : public QObject
{
    Q_OBJECT

public:
    /// Dialogs appear over @p window. Nothing is owned.
    MaintenanceController(StoreList *stores, QWidget *window);

    void ask();                 ///< For a mode of the active datastore.
    void end(OpenStore *store); ///< What is held here, or what was left behind there.

    bool holds(const OpenStore *store) const { return m_held.contains(store); }

signals:
    void told(espalier::MessageBar::Kind kind, const QString &words);

private:
    void hold(OpenStore *store, const MaintenanceMode &mode);
    void follow(OpenStore *store);

    StoreList *m_stores;
    QWidget *m_window;
    QHash<const OpenStore *, bool> m_held; ///< True once the datastore has said so itself.
};

} // namespace espalier
