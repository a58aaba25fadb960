// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/datastoremodel.h"

#include <QStringList>
#include <QTimer>
#include <QTreeView>

#include <memory>
#include <optional>
#include <vector>

namespace espalier {

class DragHover;
class TreeHeader;
class TreeExpansion;
struct DropAnswer;
struct DropQuestion;

/// The tree of all open datastores, with filter and drag and drop. Its model is a DatastoreModel.
class TreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit TreeView(QWidget *parent = nullptr);
    ~TreeView() override;

    void setModel(QAbstractItemModel *model) override; ///< A DatastoreModel.
    DatastoreModel *datastoreModel() const { return m_model; }
    TreeHeader *columns() const { return m_columns; }
    void resetColumnWidths();

    QList<ItemRef> selectedItems() const; ///< Without what lies inside others of them.
    std::optional<ItemRef> currentItem() const;

    void setFilterText(const QString &text);
    QString filterText() const { return m_filterText; }
    /// Selects the groups of the current item's datastore (without one, of all) that fit the filter; without a filter all groups.
    void selectAllMatching();

    /// Opens what is above @p item, scrolls there and selects it. Clears the filter where it hides the item.
    void reveal(const ItemRef &item);

    /// What is expanded, as texts for the settings.
    QStringList expandedPaths() const;
    /// Expands those again, each as soon as its datastore has been read.
    void restoreExpanded(const QStringList &paths);
    void expandRows(const QModelIndexList &rows); ///< Many at once, with one new layout.

signals:
    void selectionChangedTo(); ///< selectedItems() or currentItem() is new.
    void moveRequested(espalier::OpenStore *store, const espalier::MovedItems &items, const espalier::NamespacePath &target);
    void copyRequested(espalier::OpenStore *source, const espalier::MovedItems &items, espalier::OpenStore *store,
                       const espalier::NamespacePath &target); ///< Into another datastore.
    void contextMenuRequested(QPoint globalPos);
    void openRequested(const QString &path); ///< A directory was dropped from outside.
    void filterTextChanged(const QString &text);
    void filterApplied(int groupCount); ///< The rows fit the filter; that many groups match.

protected:
    void startDrag(Qt::DropActions supportedActions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void showStore(OpenStore *store);
    void showFilter();
    bool tryReveal(const ItemRef &item);
    void requestVisibleDetails();
    DropAnswer hover(QDropEvent &event);

    DatastoreModel *m_model = nullptr;
    TreeHeader *m_columns;
    std::unique_ptr<TreeExpansion> m_expansion;
    std::unique_ptr<DragHover> m_hover;
    QString m_filterText;
    std::optional<ItemRef> m_toReveal;        ///< Asked for before its row was there.
    QTimer m_detailsTimer;                    ///< Runs while the view is being scrolled.
    std::unique_ptr<DropQuestion> m_dragged;  ///< What is over the view now.
    std::unique_ptr<DropAnswer> m_dropAnswer; ///< For m_dropTarget.
    QPersistentModelIndex m_dropTarget;
};

} // namespace espalier
