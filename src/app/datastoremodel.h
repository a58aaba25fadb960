// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/icons.h"
#include "app/itemref.h"
#include "app/treefilter.h"
#include "app/treenodes.h"

#include <map>
#include <QAbstractItemModel>

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
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
        BadgesRole,              ///< QVariantList of int(IconName) after the name: a lock, findings, an arrow
        SortRole,                ///< What a comparison of cells should use: numbers for sizes and times.
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
    bool isFiltering() const;       ///< A worker is under way.
    std::size_t matchCount() const; ///< Groups that match in all stores; 0 without a filter.
    /// The groups that match, as runs of rows in column 0; without a filter all groups. Makes rows as needed.
    QList<std::pair<QModelIndex, QModelIndex>> matchingRows() const;
    /// The rows that have something that matches below them, parents first, until about @p mostRows rows lie directly below them.
    QModelIndexList rowsAboveMatches(int mostRows) const;
    /// @}

    /// Shows these items of @p store as cut; none: nothing is cut.
    void setCut(const OpenStore *store, MovedItems items);

    /// Asks the store for details of the group at @p index unless they are there or were asked for.
    void requestDetails(const QModelIndex &index);

    /// What dropping on @p target would mean; invalid: beside all rows.
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
    Qt::DropActions supportedDragActions() const override; ///< Copies only: nothing else may leave the program.
    Qt::DropActions supportedDropActions() const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const override;
    /// Only asks: emits moveRequested() or copyRequested(). Always false, so that no view removes rows by itself.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

signals:
    void moveRequested(espalier::OpenStore *store, const espalier::MovedItems &items, const espalier::NamespacePath &target);
    /// The same from another datastore, @p source.
    void copyRequested(espalier::OpenStore *source, const espalier::MovedItems &items, espalier::OpenStore *store,
                       const espalier::NamespacePath &target);
    void storeShown(espalier::OpenStore *store); ///< Its rows are those of its projection now.
    void filterApplied();                        ///< The rows of all stores fit the filter now.

private:
    /// A store and how far its rows follow it.
    struct Shown
    {
        OpenStore *store = nullptr;
        NodeId node = 0;
        std::shared_ptr<const FilterMatches> matches; ///< Null without a filter.
        std::stop_source search;
        unsigned searchCount = 0; ///< Answers of earlier searches are ignored.
        bool searching = false;
        std::vector<std::pair<NamespacePath, std::string>> findingPlaces; ///< Sorted.
        std::vector<std::pair<GroupPlace, Projection::GroupMark>> marks;  ///< Those that the rows show.
        std::map<NamespacePath, Projection::NamespaceMark> namespaceMarks;
    };

    TreeNode *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(NodeId id, int column = 0) const;
    Shown *shownOf(const OpenStore *store);
    const Shown *shownOf(const OpenStore *store) const;
    const FilterMatches *matchesFor(const TreeNode &node) const;
    void loadChildren(NodeId id) const;
    QList<IconName> badges(const TreeNode &node) const;
    bool isCut(const TreeNode &node) const;
    OpenStore *storeAt(const QString &place) const;

    /// @name Following the stores (datastoremodelupdate.cpp)
    /// @{
    void follow(OpenStore *store);
    void search(Shown &shown);
    void showMatches(OpenStore *store, unsigned search, const std::shared_ptr<const FilterMatches> &matches);
    void showTree(Shown &shown, std::shared_ptr<const FilterMatches> matches);
    void showNamespace(NodeId id, const std::shared_ptr<const Namespace> &ns, const FilterMatches *before, const FilterMatches *now);
    void showGroup(NodeId id, const std::shared_ptr<const Group> &group);
    void showRows(NodeId id, const std::vector<WantedRow> &wanted);
    void editRows(NodeId id, const std::vector<WantedRow> &wanted, const std::vector<RowEdit> &edits);
    void rearrangeRows(NodeId id, const std::vector<WantedRow> &wanted, const std::vector<RowEdit> &edits);
    void showMarks(Shown &shown);
    void showDetails(OpenStore *store, const NamespacePath &ns, const GroupId &group);
    void showFindings(OpenStore *store);
    void showPruneJobs();
    void rowChanged(NodeId id);
    void announceChangedRows();
    void repaintStore(const OpenStore *store);
    /// @}

    mutable TreeNodes m_nodes; ///< Filled by whoever looks first.
    std::vector<std::unique_ptr<Shown>> m_shown;
    TreeFilter m_filter;
    const OpenStore *m_cutStore = nullptr; ///< Compared only.
    MovedItems m_cut;                      ///< Sorted.
    std::vector<NodeId> m_changedRows;     ///< While a change is being shown.
    bool m_needsLayout = false;            ///< Rows have got or lost children that nobody has looked at.
};

} // namespace espalier
