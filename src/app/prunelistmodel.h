// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/prunecells.h"

#include <QAbstractTableModel>

#include <memory>
#include <utility>
#include <vector>

namespace espalier {

/// A row for each snapshot of a plan: what becomes of it, and why. Newest first within a group unless it is sorted otherwise.
class PruneListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NamespaceColumn, GroupColumn, SnapshotColumn, VerdictColumn, WhyColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setShown(std::shared_ptr<const ShownPrune> shown, bool onlyDifferences); ///< Keeps the order that was chosen.

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Row
    {
        std::size_t group = 0; ///< In the plan.
        std::size_t snapshot = 0;
    };

    void sortRows();
    std::pair<std::int64_t, std::int64_t> keyOf(const Row &row) const; ///< By which it is sorted in m_sorted.

    std::shared_ptr<const ShownPrune> m_shown;
    std::vector<Row> m_rows;
    int m_sorted = GroupColumn;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace espalier
