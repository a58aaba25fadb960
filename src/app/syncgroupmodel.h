// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/syncquestion.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace espalier {

/// The groups that a sync is offered: which ones its filters take, and why.
class SyncGroupModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NamespaceColumn, GroupColumn, TakenColumn, WhyColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setGroups(std::shared_ptr<const std::vector<GroupChoice>> groups, std::vector<GroupFilter> filters);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void sortRows();
    QString textOf(const GroupChoice &choice, Column column) const;

    std::shared_ptr<const std::vector<GroupChoice>> m_groups;
    std::vector<GroupFilter> m_filters;
    std::vector<const GroupChoice *> m_rows; ///< Of m_groups.
    int m_sorted = NamespaceColumn;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace espalier
