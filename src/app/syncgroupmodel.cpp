// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncgroupmodel.h"

#include "app/colourscheme.h"
#include "app/icons.h"
#include "app/syncpreviewwords.h"
#include "text/messages.h"
#include "text/printable.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <tuple>

namespace espalier {

void SyncGroupModel::setGroups(std::shared_ptr<const std::vector<GroupChoice>> groups, std::vector<GroupFilter> filters)
{
    beginResetModel();
    m_groups = std::move(groups);
    m_filters = std::move(filters);
    m_rows.clear();
    if (m_groups) {
        for (const GroupChoice &choice : *m_groups)
            m_rows.push_back(&choice);
    }
    sortRows();
    endResetModel();
}

int SyncGroupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SyncGroupModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SyncGroupModel::textOf(const GroupChoice &choice, Column column) const
{
    switch (column) {
    case NamespaceColumn: return text::namespaceName(choice.ns.toString());
    case GroupColumn: return printable(choice.group.toString());
    case TakenColumn: return choice.answer == FilterAnswer::Yes ? tr("yes", "a group is taken") : tr("no", "a group is taken");
    case WhyColumn: return SyncPreviewWords::choice(choice, m_filters);
    case ColumnCount: break;
    }
    return {};
}

QVariant SyncGroupModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const GroupChoice &choice = *m_rows.at(std::size_t(index.row()));
    const bool isTaken = choice.answer == FilterAnswer::Yes;
    if (role == Qt::DisplayRole)
        return textOf(choice, Column(index.column()));
    if (role == Qt::DecorationRole && index.column() == TakenColumn)
        return icon(isTaken ? IconName::WillDo : IconName::Refused);
    if (role == Qt::ForegroundRole && !isTaken)
        return faintText(QGuiApplication::palette());
    return {};
}

QVariant SyncGroupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NamespaceColumn: return tr("Namespace");
    case GroupColumn: return tr("Group");
    case TakenColumn: return tr("Taken");
    case WhyColumn: return tr("Why");
    case ColumnCount: break;
    }
    return {};
}

void SyncGroupModel::sort(int column, Qt::SortOrder order)
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

void SyncGroupModel::sortRows()
{
    const auto isBefore = [this](const GroupChoice &left, const GroupChoice &right) {
        switch (Column(m_sorted)) {
        case GroupColumn: return left.group < right.group;
        case TakenColumn: return left.answer < right.answer;
        case WhyColumn: return std::tuple(left.answer, left.filter) < std::tuple(right.answer, right.filter);
        case NamespaceColumn:
        case ColumnCount: break;
        }
        return left.ns < right.ns;
    };
    std::ranges::stable_sort(m_rows, [&](const GroupChoice *left, const GroupChoice *right) {
        return m_order == Qt::AscendingOrder ? isBefore(*left, *right) : isBefore(*right, *left);
    });
}

} // namespace espalier
