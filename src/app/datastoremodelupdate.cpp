// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/datastoremodel.h"

#include "app/whenfinished.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace espalier {

namespace {

/// More runs of rows than that are shown as one new layout: each run costs the views a walk over all rows.
constexpr std::size_t mostEdits = 32;
constexpr std::size_t mostChangedRows = 32;

bool sameMark(const Projection::GroupMark &left, const Projection::GroupMark &right)
{
    return left.mark == right.mark && left.other == right.other;
}

} // namespace

void DatastoreModel::setFilter(const TreeFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    for (const auto &shown : m_shown)
        search(*shown);
    if (m_shown.empty())
        emit filterApplied();
}

bool DatastoreModel::isFiltering() const
{
    return std::ranges::any_of(m_shown, [](const auto &shown) { return shown->searching; });
}

std::size_t DatastoreModel::matchCount() const
{
    std::size_t count = 0;
    for (const auto &shown : m_shown)
        count += shown->matches ? shown->matches->groupCount : 0;
    return count;
}

void DatastoreModel::follow(OpenStore *store)
{
    if (Shown *shown = shownOf(store))
        search(*shown);
}

/// Shows the store's present projection as far as it fits the filter: at once without a filter, else when a worker has looked.
void DatastoreModel::search(Shown &shown)
{
    shown.search.request_stop();
    shown.search = {};
    const unsigned count = ++shown.searchCount;
    shown.searching = !m_filter.isEmpty();
    if (!shown.searching) {
        showTree(shown, nullptr);
        return;
    }
    const auto work = [tree = shown.store->projection().tree, filter = m_filter, stop = shown.search.get_token()] {
        return findMatches(tree, filter, stop);
    };
    whenFinished(QtConcurrent::run(work), this, [this, store = shown.store, count](const std::shared_ptr<const FilterMatches> &matches) {
        showMatches(store, count, matches);
    });
}

void DatastoreModel::showMatches(OpenStore *store, unsigned search, const std::shared_ptr<const FilterMatches> &matches)
{
    Shown *shown = shownOf(store);
    if (!shown || search != shown->searchCount || !matches)
        return;
    shown->searching = false;
    showTree(*shown, matches); // details may have come meanwhile: the structure is the one that was searched
}

void DatastoreModel::showTree(Shown &shown, std::shared_ptr<const FilterMatches> matches)
{
    OpenStore *const store = shown.store;
    const std::shared_ptr<const FilterMatches> before = std::exchange(shown.matches, std::move(matches));
    showNamespace(shown.node, store->projection().tree.rootPointer(), before.get(), shown.matches.get());
    showMarks(shown);
    announceChangedRows();
    emit storeShown(store);
    if (!isFiltering())
        emit filterApplied();
}

void DatastoreModel::showNamespace(NodeId id, const std::shared_ptr<const Namespace> &ns, const FilterMatches *before,
                                   const FilterMatches *now)
{
    TreeNode &node = *m_nodes.node(id);
    if (node.ns == ns && before == now)
        return;
    if (node.ns != ns)
        rowChanged(id);
    const bool hadChildren = node.loaded || TreeNodes::wantsChildren(node, before);
    node.ns = ns;
    if (!node.loaded) {
        m_needsLayout = m_needsLayout || hadChildren != TreeNodes::wantsChildren(node, now);
        return;
    }
    const std::vector<WantedRow> wanted = TreeNodes::wantedBelow(node, now);
    showRows(id, wanted);
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        if (wanted[row].ns)
            showNamespace(node.children[row], wanted[row].ns, before, now);
        else
            showGroup(node.children[row], wanted[row].group);
    }
}

void DatastoreModel::showGroup(NodeId id, const std::shared_ptr<const Group> &group)
{
    TreeNode &node = *m_nodes.node(id);
    if (node.group == group)
        return;
    rowChanged(id);
    const bool hadChildren = !node.group->snapshots.empty();
    node.group = group;
    node.detailsAsked = false;
    if (!node.loaded) {
        m_needsLayout = m_needsLayout || hadChildren == group->snapshots.empty();
        return;
    }
    showRows(id, TreeNodes::wantedBelow(node, nullptr));
    for (const NodeId child : node.children) {
        m_nodes.node(child)->group = group;
        rowChanged(child);
    }
}

void DatastoreModel::showRows(NodeId id, const std::vector<WantedRow> &wanted)
{
    const std::vector<RowEdit> edits = m_nodes.edits(*m_nodes.node(id), wanted);
    const auto changes = std::ranges::count_if(edits, [](const RowEdit &edit) { return edit.kind != RowEdit::Kind::Keep; });
    if (changes > 0 && std::size_t(changes) <= mostEdits)
        editRows(id, wanted, edits);
    else if (changes > 0)
        rearrangeRows(id, wanted, edits);
}

void DatastoreModel::editRows(NodeId id, const std::vector<WantedRow> &wanted, const std::vector<RowEdit> &edits)
{
    TreeNode &node = *m_nodes.node(id);
    std::size_t row = 0;
    for (const RowEdit &edit : edits) {
        const auto at = node.children.begin() + std::ptrdiff_t(row);
        const int last = int(row + edit.count) - 1;
        if (edit.kind == RowEdit::Kind::Remove) {
            beginRemoveRows(indexOf(id), int(row), last);
            std::for_each(at, at + std::ptrdiff_t(edit.count), [this](NodeId child) { m_nodes.remove(child); });
            node.children.erase(at, at + std::ptrdiff_t(edit.count));
            m_nodes.renumber(id, row);
            endRemoveRows();
            continue;
        }
        if (edit.kind == RowEdit::Kind::Insert) {
            beginInsertRows(indexOf(id), int(row), last);
            std::vector<NodeId> added;
            for (std::size_t i = 0; i < edit.count; ++i)
                added.push_back(m_nodes.add(id, wanted[edit.newFirst + i], node.store));
            node.children.insert(at, added.begin(), added.end());
            m_nodes.renumber(id, row);
            endInsertRows();
        }
        row += edit.count;
    }
}

void DatastoreModel::rearrangeRows(NodeId id, const std::vector<WantedRow> &wanted, const std::vector<RowEdit> &edits)
{
    TreeNode &node = *m_nodes.node(id);
    const QList<QPersistentModelIndex> parents{QPersistentModelIndex(indexOf(id))};
    emit layoutAboutToBeChanged(parents, VerticalSortHint);
    std::vector<NodeId> children;
    children.reserve(wanted.size());
    for (const RowEdit &edit : edits) {
        for (std::size_t i = 0; i < edit.count; ++i) {
            if (edit.kind == RowEdit::Kind::Keep)
                children.push_back(node.children[edit.oldFirst + i]);
            else if (edit.kind == RowEdit::Kind::Insert)
                children.push_back(m_nodes.add(id, wanted[edit.newFirst + i], node.store));
            else
                m_nodes.remove(node.children[edit.oldFirst + i]);
        }
    }
    node.children = std::move(children);
    m_nodes.renumber(id, 0);

    QModelIndexList from;
    QModelIndexList to;
    for (const QModelIndex &index : persistentIndexList()) {
        const QModelIndex now = indexOf(index.internalId(), index.column());
        if (now != index) {
            from.append(index);
            to.append(now);
        }
    }
    changePersistentIndexList(from, to);
    emit layoutChanged(parents, VerticalSortHint);
}

/// Rows whose mark is another one than before need to be painted again.
void DatastoreModel::showMarks(Shown &shown)
{
    const Projection &projection = shown.store->projection();
    const auto groupChanged = [this, &shown](const GroupPlace &place) {
        const QModelIndex index = indexOf(groupItem(shown.store, place.first, place.second));
        if (index.isValid())
            rowChanged(index.internalId());
    };
    auto old = shown.marks.begin();
    auto fresh = projection.groupMarks.begin();
    while (old != shown.marks.end() || fresh != projection.groupMarks.end()) {
        if (fresh == projection.groupMarks.end() || (old != shown.marks.end() && old->first < fresh->first)) {
            groupChanged((old++)->first);
        } else if (old == shown.marks.end() || fresh->first < old->first) {
            groupChanged((fresh++)->first);
        } else {
            if (!sameMark(old->second, fresh->second))
                groupChanged(fresh->first);
            ++old;
            ++fresh;
        }
        if (m_changedRows.size() > mostChangedRows)
            break; // everything is painted again anyway
    }
    if (shown.namespaceMarks != projection.namespaceMarks)
        m_needsLayout = true;
    shown.marks = projection.groupMarks;
    shown.namespaceMarks = projection.namespaceMarks;
}

void DatastoreModel::showDetails(OpenStore *store, const NamespacePath &ns, const GroupId &group)
{
    Shown *shown = shownOf(store);
    if (!shown || shown->searching)
        return; // the rows follow when the search is over
    const std::shared_ptr<const Group> fresh = store->projection().tree.find(ns, group);
    const QModelIndex row = indexOf(groupItem(store, ns, group));
    if (fresh && row.isValid())
        showGroup(row.internalId(), fresh);
    for (NodeId id = shown->node; id != 0;) {
        TreeNode &node = *m_nodes.node(id);
        node.ns = store->projection().tree.find(node.path);
        rowChanged(id);
        const auto depth = std::size_t(node.path.depth());
        const auto names = ns.components();
        if (depth >= names.size() || !node.loaded || !node.ns)
            break;
        const Namespace *child = node.ns->child(names[depth]);
        const auto pointer = child ? store->projection().tree.find(child->path) : nullptr;
        id = pointer ? m_nodes.childLike(id, {ItemKind::Namespace, pointer, {}, {}}) : 0;
    }
    announceChangedRows();
}

void DatastoreModel::showFindings(OpenStore *store)
{
    Shown *shown = shownOf(store);
    if (!shown)
        return;
    shown->findingPlaces.clear();
    for (const Finding &finding : store->findings())
        shown->findingPlaces.emplace_back(finding.ns, finding.group);
    std::ranges::sort(shown->findingPlaces);
    m_needsLayout = true;
    announceChangedRows();
}

void DatastoreModel::showPruneJobs()
{
    m_needsLayout = true;
    announceChangedRows();
}

void DatastoreModel::rowChanged(NodeId id)
{
    if (m_changedRows.size() <= mostChangedRows)
        m_changedRows.push_back(id);
}

void DatastoreModel::announceChangedRows()
{
    const std::vector<NodeId> rows = std::exchange(m_changedRows, {});
    if (std::exchange(m_needsLayout, false) || rows.size() > mostChangedRows) {
        emit layoutAboutToBeChanged({}, VerticalSortHint);
        emit layoutChanged({}, VerticalSortHint);
        return;
    }
    for (const NodeId id : rows) {
        if (m_nodes.node(id))
            emit dataChanged(indexOf(id), indexOf(id, ColumnCount - 1));
    }
}

void DatastoreModel::repaintStore(const OpenStore *store)
{
    if (const Shown *shown = shownOf(store))
        emit dataChanged(indexOf(shown->node), indexOf(shown->node, ColumnCount - 1));
}

} // namespace espalier
