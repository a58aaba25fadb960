// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunelistmodel.h"

#include "app/prunewords.h"
#include "text/localtime.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/retentionwords.h"

#include <algorithm>
#include <utility>

namespace espalier {

void PruneListModel::setShown(std::shared_ptr<const ShownPrune> shown, bool onlyDifferences)
{
    beginResetModel();
    m_shown = std::move(shown);
    m_rows.clear();
    for (std::size_t group = 0; m_shown && group < m_shown->plan.groups.size(); ++group) {
        for (std::size_t i = m_shown->plan.groups[group].marks.size(); i-- > 0;) {
            if (!onlyDifferences || m_shown->isDifferent(group, i))
                m_rows.push_back({group, i});
        }
    }
    sortRows();
    endResetModel();
}

int PruneListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PruneListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PruneListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(std::size_t(index.row()));
    const GroupPrune &prune = m_shown->plan.groups[row.group];
    if (role == Qt::ToolTipRole)
        return pruneLine(*m_shown, row.group, row.snapshot);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case NamespaceColumn: return text::namespaceName(prune.ns.toString());
    case GroupColumn: return printable(prune.group->id.toString());
    case SnapshotColumn: return text::localTime(prune.group->snapshots[row.snapshot].time.epoch(), m_shown->zone);
    case VerdictColumn: return text::pruneVerdictWords(prune.marks[row.snapshot].verdict);
    case WhyColumn: return pruneReason(*m_shown, row.group, row.snapshot);
    case ColumnCount: break;
    }
    return {};
}

QVariant PruneListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NamespaceColumn: return tr("Namespace");
    case GroupColumn: return tr("Group");
    case SnapshotColumn: return tr("Snapshot");
    case VerdictColumn: return tr("Verdict");
    case WhyColumn: return tr("Why");
    case ColumnCount: break;
    }
    return {};
}

void PruneListModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged();
    m_sorted = column;
    m_order = order;
    sortRows();
    const QModelIndexList before = persistentIndexList();
    for (const QModelIndex &index : before)
        changePersistentIndex(index, {}); // a list that is only read: no row needs to be followed
    emit layoutChanged();
}

std::pair<std::int64_t, std::int64_t> PruneListModel::keyOf(const Row &row) const
{
    const GroupPrune &prune = m_shown->plan.groups[row.group];
    const PruneMark &mark = prune.marks[row.snapshot];
    switch (Column(m_sorted)) {
    case SnapshotColumn: return {prune.group->snapshots[row.snapshot].time.epoch(), 0};
    case VerdictColumn: return {std::to_underlying(mark.verdict), 0};
    case WhyColumn: return {std::to_underlying(pruneSymbol(mark)), std::int64_t(mark.position)};
    case NamespaceColumn:
    case GroupColumn:
    case ColumnCount: break;
    }
    return {std::int64_t(row.group), 0}; // namespaces and groups stand in PBS's order in the plan
}

void PruneListModel::sortRows()
{
    const bool isUp = m_order == Qt::AscendingOrder;
    std::ranges::stable_sort(m_rows, [this, isUp](const Row &left, const Row &right) {
        const Row &first = isUp ? left : right;
        const Row &second = isUp ? right : left;
        if (m_sorted != GroupColumn)
            return keyOf(first) < keyOf(second);
        const GroupId &one = m_shown->plan.groups[first.group].group->id;
        const GroupId &other = m_shown->plan.groups[second.group].group->id;
        return one != other ? one < other : first.group < second.group;
    });
}

} // namespace espalier
