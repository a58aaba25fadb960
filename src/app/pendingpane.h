// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/applystate.h"
#include "core/plan/verdict.h"

#include <QWidget>

#include <memory>
#include <vector>

class QAction;
class QPushButton;
class QSortFilterProxyModel;

namespace Ui {
class PendingPane;
}

namespace espalier {

class OpenStore;
class PendingModel;

/// The pending changes of one datastore: a list, what can be done about each, Apply and Discard.
class PendingPane : public QWidget
{
    Q_OBJECT

public:
    explicit PendingPane(QWidget *parent = nullptr);
    ~PendingPane() override;

    void setStore(OpenStore *store);                            ///< Null: nothing is open.
    void setOpenStores(const std::vector<OpenStore *> &stores); ///< All of them.
    OpenStore *store() const;
    void setApplyState(const ApplyState &state);
    void setActions(QAction *apply, QAction *discard); ///< What the buttons do; they follow the actions.
    void selectChange(std::size_t index);
    void savePlan(); ///< Asks where.

signals:
    void saved(const QString &fileName);                                  ///< The script, or the plan.
    void revealRequested(espalier::OpenStore *store, std::size_t change); ///< Somebody double-clicked a change.
    void moveElsewhereRequested(espalier::OpenStore *store, const std::vector<std::size_t> &changes);

private:
    std::vector<std::size_t> selectedChanges() const; ///< Ascending.
    void showSelected();
    void showReason();
    void removeSelected();
    void cureSelected(Cure cure);
    void showContextMenu(QPoint at);

    std::unique_ptr<Ui::PendingPane> m_ui;
    PendingModel *m_model;
    QSortFilterProxyModel *m_sorted;
    std::vector<std::pair<Cure, QPushButton *>> m_cures;
    QString m_applyReason; ///< Why the changes cannot be applied now.
};

} // namespace espalier
