// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUndoGroup>

#include <functional>
#include <memory>
#include <vector>

namespace espalier {

using BackendFactory = std::function<std::unique_ptr<Backend>(const Place &)>;

/// The datastores that are open, and the one that actions without a selection are about. Looks now and then what goes on in
/// them, more often while a plan waits for something.
class StoreList : public QObject
{
    Q_OBJECT

public:
    explicit StoreList(BackendFactory factory, QObject *parent = nullptr);
    ~StoreList() override;

    /// Opens @p place and reads it; one that is open already becomes the active one.
    OpenStore *open(const Place &place);
    void close(OpenStore *store);
    void closeAll();
    void reload(); ///< Reads all of them again.

    std::vector<OpenStore *> stores() const;
    bool contains(const OpenStore *store) const;

    OpenStore *active() const { return m_active; } ///< Null where nothing is open.
    void setActive(OpenStore *store);
    QUndoGroup *undoGroup() { return &m_undo; } ///< Follows the active store.

signals:
    void opened(espalier::OpenStore *store);
    void aboutToClose(espalier::OpenStore *store);
    void closed();
    void activeChanged(espalier::OpenStore *store);

private:
    void lookAround();
    void adaptPace();

    BackendFactory m_factory;
    std::vector<std::unique_ptr<OpenStore>> m_stores;
    QPointer<OpenStore> m_active;
    QUndoGroup m_undo;
    QTimer m_watch;
};

} // namespace espalier
