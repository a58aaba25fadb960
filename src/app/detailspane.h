// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/itemref.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class DetailsPane;
}

namespace espalier {

class GroupPage;
class NamespacePage;
class SnapshotPage;

/// Everything about one row of the tree. Reads what it needs from the store's backend and ignores answers that come too late.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent = nullptr);
    ~DetailsPane() override;

    void show(const std::optional<ItemRef> &item); ///< Nothing: the empty page.
    using QWidget::show;

signals:
    void revealRequested(const espalier::ItemRef &item); ///< Somebody chose a snapshot in the timeline.

private:
    bool exists(const ItemRef &item) const;
    void follow(OpenStore *store);
    void refresh();
    void showSnapshot(const SnapshotTime &time);

    std::unique_ptr<Ui::DetailsPane> m_ui;
    NamespacePage *m_namespacePage; ///< These belong to the stack.
    GroupPage *m_groupPage;
    SnapshotPage *m_snapshotPage;
    QPointer<OpenStore> m_followed; ///< Whose signals are listened to.
    std::optional<ItemRef> m_item;
};

} // namespace espalier
