// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/treeexpansion.h"

#include "app/treeview.h"
#include "text/utf8.h"

#include <algorithm>

namespace espalier {

namespace {

constexpr int mostFilterRows = 2000; ///< A filter opens rows until about that many are to be seen.
constexpr QChar separator = u'\n';   ///< Names in a datastore have none; a place may, so texts are read from their end.

QString textOf(const ItemRef &item)
{
    const QString group = item.group ? toQString(item.group->toString()) : QString();
    return QStringList{toQString(item.store->place().toString()), toQString(item.ns.toString()), group}.join(separator);
}

std::optional<ItemRef> itemOf(const QString &text, const QList<OpenStore *> &stores)
{
    const qsizetype groupAt = text.lastIndexOf(separator);
    const qsizetype nsAt = groupAt < 1 ? -1 : text.lastIndexOf(separator, groupAt - 1);
    if (nsAt < 0)
        return std::nullopt;
    const QString place = text.left(nsAt);
    const auto store
        = std::ranges::find_if(stores, [&place](const OpenStore *each) { return toQString(each->place().toString()) == place; });
    const auto ns = NamespacePath::fromString(toStdString(text.sliced(nsAt + 1, groupAt - nsAt - 1)));
    if (store == stores.end() || !ns)
        return std::nullopt;
    const QString groupText = text.sliced(groupAt + 1);
    if (groupText.isEmpty())
        return namespaceItem(*store, *ns);
    const auto group = GroupId::fromString(toStdString(groupText));
    return group ? std::optional(groupItem(*store, *ns, *group)) : std::nullopt;
}

} // namespace

TreeExpansion::TreeExpansion(TreeView &view) : m_view(view) {}

QStringList TreeExpansion::paths() const
{
    return (m_filtered ? m_beforeFilter : expandedNow()) + m_waiting;
}

QStringList TreeExpansion::expandedNow() const
{
    const DatastoreModel &model = *m_view.datastoreModel();
    QStringList paths;
    QModelIndexList open{QModelIndex()};
    for (qsizetype i = 0; i < open.size(); ++i) {
        const QModelIndex parent = open.at(i);
        const int rows = model.rowCount(parent);
        for (int row = 0; row < rows; ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (!m_view.isExpanded(index))
                continue;
            open.append(index);
            paths.append(textOf(*model.itemAt(index)));
        }
    }
    return paths;
}

void TreeExpansion::restore(const QStringList &paths)
{
    m_waiting = paths;
    for (OpenStore *store : m_view.datastoreModel()->stores())
        showStore(store);
}

QModelIndexList TreeExpansion::indexesOf(const QStringList &paths) const
{
    const DatastoreModel &model = *m_view.datastoreModel();
    const QList<OpenStore *> stores = model.stores();
    QModelIndexList indexes;
    for (const QString &path : paths) {
        const auto item = itemOf(path, stores);
        const QModelIndex index = item ? model.indexOf(*item) : QModelIndex();
        if (index.isValid())
            indexes.append(index);
    }
    return indexes;
}

void TreeExpansion::showStore(OpenStore *store)
{
    const DatastoreModel &model = *m_view.datastoreModel();
    QModelIndexList indexes;
    const QModelIndex row = model.indexOf(storeItem(store));
    if (!m_known.contains(store) && model.hasChildren(row)) {
        m_known.append(store);
        QObject::connect(store, &QObject::destroyed, &m_view, [this, store] { m_known.removeAll(store); });
        indexes.append(row);
    }
    if (!m_waiting.isEmpty() && !m_filtered) {
        const QString place = toQString(store->place().toString()) + separator;
        const auto rest = std::ranges::stable_partition(m_waiting, [&place](const QString &path) { return !path.startsWith(place); });
        const QStringList mine(rest.begin(), rest.end());
        indexes.append(indexesOf(mine));
        if (store->loadState() == OpenStore::LoadState::Ready || model.hasChildren(row))
            m_waiting.erase(rest.begin(), rest.end());
    }
    m_view.expandRows(indexes);
}

void TreeExpansion::beginFilter()
{
    if (!m_filtered)
        m_beforeFilter = expandedNow();
    m_filtered = true;
}

void TreeExpansion::showFilter(bool isOn)
{
    if (isOn)
        m_view.expandRows(m_view.datastoreModel()->rowsAboveMatches(mostFilterRows));
    else if (std::exchange(m_filtered, false))
        m_view.expandRows(indexesOf(std::exchange(m_beforeFilter, {})));
}

} // namespace espalier
