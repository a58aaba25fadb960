// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/itemref.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class GroupPage;
}

namespace espalier {

/// Details of a backup group: owner, counts, its snapshots over time, its notes.
class GroupPage : public QWidget
{
    Q_OBJECT

public:
    explicit GroupPage(QWidget *parent = nullptr);
    ~GroupPage() override;

    void show(const ItemRef &item); ///< Another group: asks for its notes and details.
    void refresh();                 ///< The same group may have changed in the store's tree.
    using QWidget::show;

signals:
    void snapshotChosen(const espalier::SnapshotTime &time);

private:
    void showGroup(const std::shared_ptr<const Group> &group);
    void requestNotes();

    std::unique_ptr<Ui::GroupPage> m_ui;
    std::optional<ItemRef> m_item;
    unsigned m_notesAsked = 0; ///< Answers to earlier questions are ignored.
};

} // namespace espalier
