// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/itemref.h"
#include "app/treefilter.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>
#include <vector>

namespace espalier {

struct DropQuestion;
struct DropAnswer;

/// The open datastores as one tree: datastore > namespaces > groups > snapshots, in PBS's order, snapshots newest first.
/// Shows each store's projection. Rows are made when somebody looks at them; a change of a store becomes inserted, removed
/// or rearranged rows, never a reset. GUI thread; stores are not owned.
class DatastoreModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Snapshots, LastBackup, Size, Owner, Verified, Encrypted, Protected, Comment, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< int(ItemKind)
        NamespaceRole,           ///< QString, "a/b"
        GroupRole,               ///< QString, "vm/100"
        SnapshotRole,            ///< QString, the directory's name
        StoreRole,               ///< QObject *, an OpenStore
        MarkRole,                ///< int(Mark)
        NoteRole,                ///< QString, small words after the name: "moves to a/b", "2 namespaces, 3 groups"
        BadgesRole,              ///< QVariantList of int(IconName) after the name: a lock, findings
        SortRole,                ///< What a comparison of cells should use.
    };

    explicit DatastoreModel(QObject *parent = nullptr);
    ~DatastoreModel() override;

    void addStore(OpenStore *store);
    void removeStore(OpenStore *store); ///< Call it before the store is destroyed.
    QList<OpenStore *> stores() const;

    std::optional<ItemRef> itemAt(const QModelIndex &index) const;
    /// Makes rows as needed. Invalid where the item does not exist or the filter hides it.
    QModelIndex indexOf(const ItemRef &item) const;

    /// @name Filter. Looking for matches happens in a worker; rows change when it is done.
    /// @{
    void setFilter(const TreeFilter &filter);
    const TreeFilter &filter() const { return m_filter; }
    bool isFiltering() const;           ///< A worker is under way.
    std::size_t matchCount() const;     ///< Groups that match in all stores; 0 without a filter.
    /// Column 0 of the parents and the row ranges below them that match.
    struct RowRange
    {
        QModelIndex first;
        QModelIndex last;
    };
    QList<RowRange> matchingRows() const;
    /// @}

    /// Asks the store for details of the group at @p index unless they are there or were asked for.
    void requestDetails(const QModelIndex &index);

    /// What dropping there would mean. @p target invalid: beside all rows.
    DropAnswer checkDrop(const DropQuestion &question, const QModelIndex &target) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override;
    Qt::DropActions supportedDropActions() const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const override;
    /// Only asks: emits moveRequested(). Always false, so that no view removes rows by itself.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

signals:
    void moveRequested(espalier::OpenStore *store, const std::vector<espalier::GroupPlace> &groups, const espalier::NamespacePath &target);
    void storeShown(espalier::OpenStore *store); ///< Its rows are those of its projection now.
    void filterApplied();                        ///< The rows of all stores fit the filter now.

private:
    struct Private;
    std::unique_ptr<Private> d;
    TreeFilter m_filter;
};

} // namespace espalier
