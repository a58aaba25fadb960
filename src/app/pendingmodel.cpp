// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pendingmodel.h"

#include "app/icons.h"
#include "app/verdicttext.h"
#include "text/steptext.h"

#include <algorithm>

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
        if (step.snapshots() > 0 && step.parts.empty())
            return PendingModel::tr("%n snapshot(s)", nullptr, int(step.snapshots()));
        return {};
    default: return {};
    }
}

} // namespace

PendingModel::PendingModel(QObject *parent) : QAbstractTableModel(parent) {}

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
    const std::vector<Step> &steps = m_store->plan().steps;
    const std::size_t common = std::min(steps.size(), m_steps.size());
    if (steps.size() < m_steps.size()) {
        beginRemoveRows({}, int(common), int(m_steps.size()) - 1);
        m_steps.resize(common);
        endRemoveRows();
    }
    std::copy_n(steps.begin(), common, m_steps.begin());
    if (common > 0)
        emit dataChanged(index(0, 0), index(int(common) - 1, ColumnCount - 1));
    if (steps.size() > common) {
        beginInsertRows({}, int(common), int(steps.size()) - 1);
        m_steps.insert(m_steps.end(), steps.begin() + std::ptrdiff_t(common), steps.end());
        endInsertRows();
    }
}

const Step *PendingModel::stepAt(const QModelIndex &index) const
{
    return index.isValid() ? &m_steps[std::size_t(index.row())] : nullptr;
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
    case SortRole:
        return index.column() == VerdictColumn ? QVariant((10 - int(step->verdict.level)) * 1'000'000 + index.row())
                                               : QVariant(displayText(*step, index.column()));
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
