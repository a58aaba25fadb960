// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pendingmodel.h"

#include "app/icons.h"
#include "app/verdicttext.h"
#include "text/steptext.h"

#include <utility>

namespace espalier {

namespace {

QVariant displayText(const Step &step, int column)
{
    switch (column) {
    case PendingModel::VerdictColumn: return verdictWord(step.verdict.level);
    case PendingModel::ChangeColumn: return text::changeTitle(step.change);
    case PendingModel::ReasonColumn:
        if (step.verdict.reason)
            return verdictReason(step.verdict);
        if (std::holds_alternative<MoveGroup>(step.change))
            return PendingModel::tr("%n snapshot(s)", nullptr, int(step.snapshots));
        return {};
    default: return {};
    }
}

} // namespace

PendingModel::PendingModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PendingModel::setStore(OpenStore *store)
{
    if (store == m_store)
        return;
    if (m_store)
        disconnect(m_store, nullptr, this, nullptr);
    beginResetModel();
    m_store = store;
    m_steps = store ? store->plan().steps : std::vector<Step>();
    endResetModel();
    if (store)
        connect(store, &OpenStore::planChanged, this, &PendingModel::showPlan);
}

void PendingModel::showPlan()
{
    std::vector<Step> steps = m_store->plan().steps;
    const int before = rowCount();
    const int after = int(steps.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_steps = std::move(steps);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_steps = std::move(steps);
        endInsertRows();
    } else {
        m_steps = std::move(steps);
    }
    if (after > 0)
        emit dataChanged(index(0, 0), index(after - 1, ColumnCount - 1));
}

const Step *PendingModel::stepAt(const QModelIndex &index) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? &m_steps[std::size_t(index.row())] : nullptr;
}

int PendingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int PendingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PendingModel::data(const QModelIndex &index, int role) const
{
    const Step *step = stepAt(index);
    if (!step)
        return {};
    switch (role) {
    case Qt::DisplayRole: return displayText(*step, index.column());
    case Qt::DecorationRole: return index.column() == VerdictColumn ? QVariant(icon(verdictIcon(step->verdict.level))) : QVariant();
    case Qt::ToolTipRole: return displayText(*step, index.column());
    case LevelRole: return int(step->verdict.level);
    case SortRole: return (10 - int(step->verdict.level)) * 1'000'000 + index.row();
    default: return {};
    }
}

QVariant PendingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VerdictColumn: return tr("Verdict");
    case ChangeColumn: return tr("Change");
    case ReasonColumn: return tr("Explanation");
    default: return {};
    }
}

} // namespace espalier
