// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/itemref.h"
#include "app/treefilter.h"

#include <memory>
#include <optional>
#include <vector>

namespace espalier {

/// Handed out once and never again, so that an index that outlived its row finds nothing instead of another row. 0 is the root.
using NodeId = std::size_t;

/// One row, or the root above all.
struct TreeNode
{
    NodeId parent = 0;
    ItemKind kind = ItemKind::Store;
    int row = 0;
    bool loaded = false; ///< children are there; else nobody has looked yet.
    bool detailsAsked = false;
    OpenStore *store = nullptr;
    NamespacePath path;                  ///< The namespace it is or lies in.
    std::shared_ptr<const Namespace> ns; ///< What a store (its root) or namespace shows.
    std::shared_ptr<const Group> group;  ///< What a group shows; of a snapshot its group.
    std::optional<SnapshotTime> time;    ///< Of a snapshot.
    std::vector<NodeId> children;

    const Snapshot *snapshot() const;       ///< Null for other rows.
    const SnapshotDetails *details() const; ///< Of a snapshot; null while unknown.
};

/// A row that should be there, as the tree and the filter want it.
struct WantedRow
{
    ItemKind kind = ItemKind::Namespace;
    std::shared_ptr<const Namespace> ns;
    std::shared_ptr<const Group> group;
    std::optional<SnapshotTime> time;
};

/// One run of rows that a change keeps, removes or inserts.
struct RowEdit
{
    enum class Kind { Keep, Remove, Insert };
    Kind kind = Kind::Keep;
    std::size_t oldFirst = 0; ///< Keep, Remove: the first of the present rows.
    std::size_t newFirst = 0; ///< Keep, Insert: the first of the wanted rows.
    std::size_t count = 0;
};

/// The rows of the tree model. Knows nothing of signals.
class TreeNodes
{
public:
    TreeNodes();

    /// Null for an id whose row is gone.
    TreeNode *node(NodeId id) { return id < m_nodes.size() ? m_nodes[id].get() : nullptr; }
    const TreeNode *node(NodeId id) const { return id < m_nodes.size() ? m_nodes[id].get() : nullptr; }

    NodeId add(NodeId parent, const WantedRow &row, OpenStore *store); ///< Not yet among the children of @p parent.
    void remove(NodeId id);                                            ///< With all below; not from its parent's children.
    void renumber(NodeId parent, std::size_t from);                    ///< Sets the row of its children from that one on.

    /// What the rows below @p node should be. @p matches null: no filter.
    static std::vector<WantedRow> wantedBelow(const TreeNode &node, const FilterMatches *matches);
    static bool wantsChildren(const TreeNode &node, const FilterMatches *matches);

    /// How the children of @p node become @p wanted. Both are in the tree's order; O(n).
    std::vector<RowEdit> edits(const TreeNode &node, const std::vector<WantedRow> &wanted) const;

    void load(NodeId id, const FilterMatches *matches); ///< Makes the children if nobody did. Emits nothing: nobody has seen them.

    /// The child that stands for @p row, if loaded; 0 where there is none. O(log n).
    NodeId childLike(NodeId parent, const WantedRow &row) const;

private:
    std::vector<std::unique_ptr<TreeNode>> m_nodes;
};

} // namespace espalier
