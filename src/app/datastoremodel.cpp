// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/datastoremodel.h"

#include "app/colourscheme.h"
#include "app/prunejobwords.h"
#include "app/treecells.h"
#include "app/treewords.h"
#include "text/utf8.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace espalier {

DatastoreModel::DatastoreModel(QObject *parent) : QAbstractItemModel(parent) {}

DatastoreModel::~DatastoreModel() = default;

void DatastoreModel::addStore(OpenStore *store)
{
    connect(store, &OpenStore::treeChanged, this, [this, store] { follow(store); });
    connect(store, &OpenStore::planChanged, this, [this, store] { follow(store); });
    connect(store, &OpenStore::loadStateChanged, this, [this, store] { repaintStore(store); });
    connect(store, &OpenStore::progressChanged, this, [this, store] { repaintStore(store); });
    connect(store, &OpenStore::stateChanged, this, [this, store] { repaintStore(store); });
    connect(store, &OpenStore::pruneJobsChanged, this, &DatastoreModel::showPruneJobs);
    connect(store, &OpenStore::findingsChanged, this, [this, store] { showFindings(store); });
    connect(store, &OpenStore::detailsChanged, this,
            [this, store](const NamespacePath &ns, const GroupId &group) { showDetails(store, ns, group); });

    TreeNode &root = *m_nodes.node(0);
    const int row = int(root.children.size());
    beginInsertRows({}, row, row);
    const NodeId id = m_nodes.add(0, {ItemKind::Store, store->projection().tree.rootPointer(), {}, {}}, store);
    root.children.push_back(id);
    m_nodes.renumber(0, std::size_t(row));
    m_shown.push_back(std::make_unique<Shown>());
    m_shown.back()->store = store;
    m_shown.back()->node = id;
    endInsertRows();
    showFindings(store);
    follow(store);
}

void DatastoreModel::removeStore(OpenStore *store)
{
    Shown *shown = shownOf(store);
    if (!shown)
        return;
    store->disconnect(this);
    shown->search.request_stop();
    const int row = m_nodes.node(shown->node)->row;
    beginRemoveRows({}, row, row);
    TreeNode &root = *m_nodes.node(0);
    root.children.erase(root.children.begin() + row);
    m_nodes.remove(shown->node);
    m_nodes.renumber(0, std::size_t(row));
    std::erase_if(m_shown, [store](const auto &each) { return each->store == store; });
    endRemoveRows();
}

QList<OpenStore *> DatastoreModel::stores() const
{
    QList<OpenStore *> stores;
    for (const auto &shown : m_shown)
        stores.append(shown->store);
    return stores;
}

DatastoreModel::Shown *DatastoreModel::shownOf(const OpenStore *store)
{
    const auto found = std::ranges::find(m_shown, store, [](const auto &shown) { return shown->store; });
    return found == m_shown.end() ? nullptr : found->get();
}

const DatastoreModel::Shown *DatastoreModel::shownOf(const OpenStore *store) const
{
    return const_cast<DatastoreModel *>(this)->shownOf(store);
}

TreeNode *DatastoreModel::nodeOf(const QModelIndex &index) const
{
    return m_nodes.node(index.internalId());
}

QModelIndex DatastoreModel::indexOf(NodeId id, int column) const
{
    const TreeNode *node = m_nodes.node(id);
    return id == 0 || !node ? QModelIndex() : createIndex(node->row, column, id);
}

const FilterMatches *DatastoreModel::matchesFor(const TreeNode &node) const
{
    const Shown *shown = shownOf(node.store);
    return shown ? shown->matches.get() : nullptr;
}

void DatastoreModel::loadChildren(NodeId id) const
{
    const TreeNode *node = m_nodes.node(id);
    if (node && !node->loaded)
        m_nodes.load(id, matchesFor(*node));
}

std::optional<ItemRef> DatastoreModel::itemAt(const QModelIndex &index) const
{
    const TreeNode *node = index.isValid() ? nodeOf(index) : nullptr;
    if (!node)
        return std::nullopt;
    const auto group = node->group ? std::optional(node->group->id) : std::nullopt;
    return ItemRef{node->store, node->kind, node->path, group, node->time};
}

QModelIndex DatastoreModel::indexOf(const ItemRef &item) const
{
    const Shown *shown = shownOf(item.store);
    if (!shown)
        return {};
    NodeId id = shown->node;
    const auto descend = [this, &id](const WantedRow &row) {
        loadChildren(id);
        id = m_nodes.childLike(id, row);
        return id != 0;
    };
    NamespacePath path;
    for (const std::string_view name : item.ns.components()) {
        path = *path.child(name);
        auto key = std::make_shared<Namespace>();
        key->path = path;
        if (!descend({ItemKind::Namespace, std::move(key), {}, {}}))
            return {};
    }
    if (item.group && !descend({ItemKind::Group, {}, std::make_shared<Group>(Group{.id = *item.group}), {}}))
        return {};
    if (item.time && !descend({ItemKind::Snapshot, {}, {}, item.time}))
        return {};
    return indexOf(id);
}

QList<std::pair<QModelIndex, QModelIndex>> DatastoreModel::matchingRows() const
{
    QList<std::pair<QModelIndex, QModelIndex>> runs;
    std::vector<NodeId> open;
    open.reserve(m_shown.size());
    for (const auto &shown : m_shown)
        open.push_back(shown->node);
    for (std::size_t i = 0; i < open.size(); ++i) {
        loadChildren(open[i]);
        const std::vector<NodeId> &children = m_nodes.node(open[i])->children;
        const auto groups
            = std::ranges::partition_point(children, [this](NodeId id) { return m_nodes.node(id)->kind == ItemKind::Namespace; });
        for (auto child = children.begin(); child != groups; ++child)
            open.push_back(*child);
        const auto part = matchesFor(*m_nodes.node(open[i]));
        const auto *in = part ? part->in(m_nodes.node(open[i])->path) : nullptr;
        const bool fits = m_filter.isEmpty() || (in && !in->whole);
        if (fits && groups != children.end())
            runs.append({indexOf(*groups), indexOf(children.back())});
    }
    return runs;
}

QModelIndexList DatastoreModel::rowsAboveMatches(int mostRows) const
{
    QModelIndexList rows;
    std::vector<NodeId> open;
    open.reserve(m_shown.size());
    for (const auto &shown : m_shown)
        open.push_back(shown->node);
    for (std::size_t i = 0; i < open.size() && mostRows > 0; ++i) {
        const TreeNode &node = *m_nodes.node(open[i]);
        const FilterMatches *matches = matchesFor(node);
        const auto *in = matches ? matches->in(node.path) : nullptr;
        if (!in || in->whole)
            continue;
        loadChildren(open[i]);
        rows.append(indexOf(open[i]));
        mostRows -= int(node.children.size());
        for (std::size_t child = 0; child < in->children.size(); ++child)
            open.push_back(node.children[child]);
    }
    return rows;
}

void DatastoreModel::requestDetails(const QModelIndex &index)
{
    TreeNode *node = index.isValid() ? nodeOf(index) : nullptr;
    if (!node || node->kind != ItemKind::Group || node->detailsAsked || node->group->hasDetails())
        return;
    node->detailsAsked = true;
    node->store->requestDetails(node->path, node->group->id);
}

QModelIndex DatastoreModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, m_nodes.node(parent.internalId())->children.at(std::size_t(row)));
}

QModelIndex DatastoreModel::parent(const QModelIndex &child) const
{
    const TreeNode *node = child.isValid() ? nodeOf(child) : nullptr;
    return node ? indexOf(node->parent) : QModelIndex();
}

int DatastoreModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    loadChildren(parent.internalId());
    const TreeNode *node = nodeOf(parent);
    return node ? int(node->children.size()) : 0;
}

int DatastoreModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool DatastoreModel::hasChildren(const QModelIndex &parent) const
{
    const TreeNode *node = parent.column() > 0 ? nullptr : nodeOf(parent);
    if (!node)
        return false;
    return node->loaded ? !node->children.empty() : TreeNodes::wantsChildren(*node, matchesFor(*node));
}

QList<IconName> DatastoreModel::badges(const TreeNode &node) const
{
    QList<IconName> icons;
    const Shown *shown = shownOf(node.store);
    if (node.kind == ItemKind::Store) {
        const auto &state = node.store->state();
        if (state && !state->access.allowed)
            icons.append(IconName::Lock);
        if (state && state->isDemo)
            icons.append(IconName::Demo);
        if (!node.store->findings().empty())
            icons.append(IconName::Finding);
    } else if (shown && node.kind != ItemKind::Snapshot) {
        const Mark mark = rowMark(node);
        if (mark == Mark::MovesAway)
            icons.append(IconName::MovesAway);
        else if (mark == Mark::Arrives || mark == Mark::Merges)
            icons.append(IconName::Arrives);
        else if (mark == Mark::Edited)
            icons.append(IconName::Pending);
        else if (mark == Mark::Deleted)
            icons.append(IconName::Remove);
        const std::pair place(node.path, node.group ? node.group->id.toString() : std::string());
        if (std::ranges::binary_search(shown->findingPlaces, place))
            icons.append(IconName::Finding);
        if (const auto jobs = node.group ? pruneJobsOn(*node.store, node.path, *node.group).size() : 0)
            icons.append(jobs == 1 ? IconName::History : IconName::NeedsAttention);
    }
    return icons;
}

namespace {

QVariant fontFor(Mark mark)
{
    if (mark == Mark::None)
        return {};
    QFont font;
    const bool goes = mark == Mark::MovesAway || mark == Mark::Deleted;
    font.setStrikeOut(goes);
    font.setItalic(!goes);
    return font;
}

Qt::Alignment alignmentOf(int column)
{
    const bool isNumber = column == DatastoreModel::Snapshots || column == DatastoreModel::Size;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QVariantList variants(const QList<IconName> &icons)
{
    QVariantList list;
    for (const IconName name : icons)
        list.append(int(name));
    return list;
}

} // namespace

void DatastoreModel::setCut(const OpenStore *store, MovedItems items)
{
    std::ranges::sort(items.groups);
    std::ranges::sort(items.namespaces);
    m_cutStore = items.empty() ? nullptr : store;
    m_cut = std::move(items);
    m_needsLayout = true; // every row is painted again
    announceChangedRows();
}

/// A group that is pending to move is cut at both of its ends.
bool DatastoreModel::isCut(const TreeNode &node) const
{
    if (m_cut.empty() || node.store != m_cutStore)
        return false;
    if (node.kind == ItemKind::Namespace)
        return std::ranges::binary_search(m_cut.namespaces, node.path);
    if (node.kind != ItemKind::Group)
        return false;
    const auto mark = node.store->projection().mark(node.path, node.group->id);
    return std::ranges::binary_search(m_cut.groups, GroupPlace(mark.mark == Mark::Arrives ? mark.other : node.path, node.group->id));
}

QVariant DatastoreModel::data(const QModelIndex &index, int role) const
{
    const TreeNode *node = index.isValid() ? nodeOf(index) : nullptr;
    if (!node)
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return cellText(*node, column);
    case Qt::DecorationRole: {
        const auto name = cellIcon(*node, column);
        return name ? QVariant(icon(*name)) : QVariant();
    }
    case Qt::ToolTipRole: return cellToolTip(*node, column);
    case Qt::AccessibleTextRole:
        return column == Name && isCut(*node) ? tr("%1, cut").arg(cellAccessibleText(*node, column)) : cellAccessibleText(*node, column);
    case Qt::TextAlignmentRole: return QVariant::fromValue(alignmentOf(column));
    case Qt::FontRole: return fontFor(rowMark(*node));
    case Qt::ForegroundRole:
        return rowMark(*node) == Mark::MovesAway || rowMark(*node) == Mark::Deleted || isCut(*node)
            ? QVariant(QBrush(faintText(QGuiApplication::palette())))
            : QVariant();
    case KindRole: return int(node->kind);
    case NamespaceRole: return toQString(node->path.toString());
    case GroupRole: return node->group ? toQString(node->group->id.toString()) : QString();
    case SnapshotRole: return node->time ? toQString(node->time->toString()) : QString();
    case StoreRole: return QVariant::fromValue<QObject *>(node->store);
    case MarkRole: return int(rowMark(*node));
    case NoteRole: return column == Name ? rowNote(*node) : QString();
    case BadgesRole: return column == Name ? variants(badges(*node)) : QVariantList();
    case SortRole: return cellSortValue(*node, column);
    default: return {};
    }
}

QVariant DatastoreModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return columnTitle(Column(section));
    case Qt::ToolTipRole: return columnToolTip(Column(section));
    case Qt::TextAlignmentRole: return QVariant::fromValue(alignmentOf(section));
    default: return {};
    }
}

Qt::ItemFlags DatastoreModel::flags(const QModelIndex &index) const
{
    const TreeNode *node = index.isValid() ? nodeOf(index) : nullptr;
    if (!node)
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    switch (node->kind) {
    case ItemKind::Store:
    case ItemKind::Namespace: return flags | Qt::ItemIsDropEnabled;
    case ItemKind::Group: return flags | Qt::ItemIsDragEnabled;
    case ItemKind::Snapshot: break;
    }
    return flags | Qt::ItemNeverHasChildren;
}

QHash<int, QByteArray> DatastoreModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractItemModel::roleNames();
    names.insert({{KindRole, "kind"},
                  {NamespaceRole, "namespace"},
                  {GroupRole, "group"},
                  {SnapshotRole, "snapshot"},
                  {StoreRole, "store"},
                  {MarkRole, "mark"},
                  {NoteRole, "note"},
                  {BadgesRole, "badges"},
                  {SortRole, "sort"}});
    return names;
}

} // namespace espalier
