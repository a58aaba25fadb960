// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/changedialog.h"
#include "app/itemref.h"

#include <QObject>

#include <functional>
#include <optional>

class QWidget;

namespace espalier {

class StoreList;
class TreeView;

/// What a person changes about the selected items in their places: a namespace's name, a group's owner and notes, the protection of
/// snapshots; and that they go. Each becomes a pending change; nothing touches the disk.
class ItemController : public QObject
{
    Q_OBJECT

public:
    /// Dialogs appear over @p window. None is owned.
    ItemController(TreeView *tree, StoreList *stores, QWidget *window);

    /// @name What can be done with what is selected now
    /// @{
    bool canChangeNamespace() const; ///< Rename, copy: one namespace that does not go away.
    bool canRemove() const;
    bool canChangeGroups() const; ///< Owner.
    bool canEditNotes() const;    ///< One group.
    bool canProtect() const;      ///< Snapshots, not all of them protected.
    bool canUnprotect() const;
    /// @}

    void renameNamespace();
    void copyNamespaces();
    void remove(); ///< Snapshots, groups with all their snapshots, or a namespace with all that is in it.
    void changeOwner();
    void editNotes();
    void setProtected(bool isProtected);

signals:
    void refused(const QString &sentences);

private:
    std::optional<ItemRef> selectedNamespace() const;
    QList<ItemRef> selected(ItemKind kind) const; ///< Of one datastore.
    ChangeDialog *askForChange(OpenStore *store, const QString &title, const QString &question, const QString &present,
                               ChangeDialog::Lines lines, const std::function<Result<Change>(const QString &)> &change);
    void askForNotes(OpenStore *store, const GroupPlace &place, const QString &present);
    bool anySnapshot(bool isProtected) const;

    TreeView *m_tree;
    StoreList *m_stores;
    QWidget *m_window;
};

} // namespace espalier
