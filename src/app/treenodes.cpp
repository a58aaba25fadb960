// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/treenodes.h"

#include <algorithm>
#include <compare>

namespace espalier {

namespace {

template<typename Row>
std::strong_ordering compareRows(const Row &left, const WantedRow &right)
{
    if (left.kind != right.kind)
        return left.kind <=> right.kind;
    switch (left.kind) {
    case ItemKind::Store: return std::strong_ordering::equal;
    case ItemKind::Namespace: return left.ns == right.ns ? std::strong_ordering::equal : left.ns->path.name() <=> right.ns->path.name();
    case ItemKind::Group: return left.group == right.group ? std::strong_ordering::equal : left.group->id <=> right.group->id;
    case ItemKind::Snapshot: return *right.time <=> *left.time; // newest first
    }
    return std::strong_ordering::equal;
}

/// Null: everything of that namespace is shown, for want of a filter or because the filter shows all of it.
const FilterMatches::InNamespace *shownPart(const Namespace &ns, const FilterMatches *matches)
{
    if (!matches)
        return nullptr;
    const FilterMatches::InNamespace *in = matches->in(ns.path);
    return in && in->whole ? nullptr : in;
}

std::vector<WantedRow> wantedInNamespace(const Namespace &ns, const FilterMatches *matches)
{
    std::vector<WantedRow> rows;
    if (const FilterMatches::InNamespace *in = shownPart(ns, matches)) {
        rows.reserve(in->children.size() + in->groups.size());
        for (const std::uint32_t i : in->children)
            rows.push_back({ItemKind::Namespace, ns.children.at(i), {}, {}});
        for (const std::uint32_t i : in->groups)
            rows.push_back({ItemKind::Group, {}, ns.groups.at(i), {}});
        return rows;
    }
    rows.reserve(ns.children.size() + ns.groups.size());
    for (const auto &child : ns.children)
        rows.push_back({ItemKind::Namespace, child, {}, {}});
    for (const auto &group : ns.groups)
        rows.push_back({ItemKind::Group, {}, group, {}});
    return rows;
}

std::vector<WantedRow> wantedInGroup(const std::shared_ptr<const Group> &group)
{
    std::vector<WantedRow> rows;
    rows.reserve(group->snapshots.size());
    for (auto snapshot = group->snapshots.rbegin(); snapshot != group->snapshots.rend(); ++snapshot)
        rows.push_back({ItemKind::Snapshot, {}, group, snapshot->time});
    return rows;
}

void append(std::vector<RowEdit> &edits, RowEdit::Kind kind, std::size_t oldRow, std::size_t newRow)
{
    if (edits.empty() || edits.back().kind != kind)
        edits.push_back({kind, oldRow, newRow, 0});
    ++edits.back().count;
}

} // namespace

const Snapshot *TreeNode::snapshot() const
{
    if (!time || !group)
        return nullptr;
    const auto found = std::ranges::lower_bound(group->snapshots, *time, {}, &Snapshot::time);
    return found != group->snapshots.end() && found->time == *time ? &*found : nullptr;
}

const SnapshotDetails *TreeNode::details() const
{
    const Snapshot *found = snapshot();
    if (!found || group->details.empty())
        return nullptr;
    return &group->details.at(std::size_t(found - group->snapshots.data()));
}

TreeNodes::TreeNodes()
{
    m_nodes.push_back(std::make_unique<TreeNode>());
    m_nodes.front()->loaded = true;
}

NodeId TreeNodes::add(NodeId parent, const WantedRow &row, OpenStore *store)
{
    auto node = std::make_unique<TreeNode>();
    node->parent = parent;
    node->kind = row.kind;
    node->store = store;
    node->path = row.ns ? row.ns->path : m_nodes.at(parent)->path;
    node->ns = row.ns;
    node->group = row.group;
    node->time = row.time;
    m_nodes.push_back(std::move(node));
    return m_nodes.size() - 1;
}

void TreeNodes::remove(NodeId id)
{
    const std::unique_ptr<TreeNode> gone = std::move(m_nodes.at(id));
    if (!gone)
        return;
    for (const NodeId child : gone->children)
        remove(child);
}

void TreeNodes::renumber(NodeId parent, std::size_t from)
{
    const std::vector<NodeId> &children = m_nodes.at(parent)->children;
    for (std::size_t row = from; row < children.size(); ++row)
        m_nodes.at(children[row])->row = int(row);
}

std::vector<WantedRow> TreeNodes::wantedBelow(const TreeNode &node, const FilterMatches *matches)
{
    switch (node.kind) {
    case ItemKind::Store:
    case ItemKind::Namespace: return node.ns ? wantedInNamespace(*node.ns, matches) : std::vector<WantedRow>();
    case ItemKind::Group: return wantedInGroup(node.group);
    case ItemKind::Snapshot: break;
    }
    return {};
}

bool TreeNodes::wantsChildren(const TreeNode &node, const FilterMatches *matches)
{
    if (node.kind == ItemKind::Snapshot)
        return false;
    if (node.kind == ItemKind::Group)
        return !node.group->snapshots.empty();
    if (!node.ns)
        return false;
    if (const FilterMatches::InNamespace *in = shownPart(*node.ns, matches))
        return !in->children.empty() || !in->groups.empty();
    return !node.ns->children.empty() || !node.ns->groups.empty();
}

std::vector<RowEdit> TreeNodes::edits(const TreeNode &node, const std::vector<WantedRow> &wanted) const
{
    std::vector<RowEdit> result;
    std::size_t oldRow = 0;
    std::size_t newRow = 0;
    while (oldRow < node.children.size() || newRow < wanted.size()) {
        auto order = std::strong_ordering::less; // nothing wanted any more: remove
        if (oldRow == node.children.size())
            order = std::strong_ordering::greater;
        else if (newRow < wanted.size())
            order = compareRows(*m_nodes.at(node.children[oldRow]), wanted[newRow]);
        if (order < 0)
            append(result, RowEdit::Kind::Remove, oldRow++, newRow);
        else if (order > 0)
            append(result, RowEdit::Kind::Insert, oldRow, newRow++);
        else
            append(result, RowEdit::Kind::Keep, oldRow++, newRow++);
    }
    return result;
}

void TreeNodes::load(NodeId id, const FilterMatches *matches)
{
    TreeNode *const parent = node(id);
    if (!parent || parent->loaded)
        return;
    parent->loaded = true;
    const std::vector<WantedRow> wanted = wantedBelow(*parent, matches);
    parent->children.reserve(wanted.size());
    for (const WantedRow &row : wanted)
        parent->children.push_back(add(id, row, parent->store));
    renumber(id, 0);
}

NodeId TreeNodes::childLike(NodeId parent, const WantedRow &row) const
{
    const std::vector<NodeId> &children = m_nodes.at(parent)->children;
    const auto found = std::ranges::partition_point(children, [&](NodeId child) { return compareRows(*m_nodes.at(child), row) < 0; });
    if (found == children.end() || compareRows(*m_nodes.at(*found), row) != 0)
        return 0;
    return *found;
}

} // namespace espalier
