// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/groupsmime.h"
#include "app/itemref.h"

#include <QObject>

#include <optional>
#include <vector>

class QWidget;

namespace espalier {

class StoreList;
class TreeView;

/// What a person does with the selected items: each gesture becomes pending changes of a store. Touches no disk.
class EditController : public QObject
{
    Q_OBJECT

public:
    /// Dialogs appear over @p window. None is owned.
    EditController(TreeView *tree, StoreList *stores, QWidget *window);

    /// @name What can be done with what is selected now
    /// @{
    bool canCut() const; ///< And move: groups or namespaces of one datastore are selected.
    bool canPaste() const;
    bool canRemoveChange() const;
    bool canCreateNamespace() const;
    const OpenStore *cutStore() const { return m_cutStore; } ///< Null where nothing waits for being pasted.
    const MovedItems &cutItems() const { return m_cut; }
    int cutCount() const;
    /// @}

    void cut();
    void copy();
    void paste();
    void moveTo();
    void createNamespace();
    void removeChange();
    void setAtOnce(bool atOnce) { m_atOnce = atOnce; } ///< A single move that needs no decision is applied right away.

    /// What a gesture moves to @p target; a final refusal is said and stages nothing.
    void stageMoves(OpenStore *store, const MovedItems &items, const NamespacePath &target);
    /// Asks where @p items shall go, and moves them there.
    void askForTarget(OpenStore *store, const MovedItems &items);
    void moveElsewhere(OpenStore *store, const std::vector<std::size_t> &changes);
    void forget(const OpenStore *store); ///< It is about to be closed.

signals:
    void cutChanged();
    void copyRequested(espalier::OpenStore *source, const espalier::MovedItems &items, espalier::OpenStore *store,
                       const espalier::NamespacePath &target); ///< Pasted into another datastore.
    void refused(const QString &sentences);
    void applyRequested(espalier::OpenStore *store);

private:
    OpenStore *currentStore() const;
    MovedItems selectedItems() const;
    std::vector<std::size_t> selectedChanges() const;

    TreeView *m_tree;
    StoreList *m_stores;
    QWidget *m_window;
    OpenStore *m_cutStore = nullptr;
    MovedItems m_cut;
    bool m_atOnce = false;
};

} // namespace espalier
