// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/syncquestion.h"

#include <QAbstractTableModel>
#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace espalier {

/// What a sync would do, line by line, as far as it fits a filter. In the order of the work unless it is sorted otherwise.
class SyncListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { OutcomeColumn, NamespaceColumn, GroupColumn, SnapshotColumn, SizeColumn, WhyColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setShown(std::shared_ptr<const ShownSync> shown);

    /// Lines with one outcome, or with all; @p text is looked for in namespace, group and snapshot, whatever the case.
    void setFilter(std::optional<SyncOutcome> outcome, const QString &text);

    QByteArray toCsv() const; ///< The lines as they are shown: UTF-8, RFC 4180, sizes in bytes.

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void build();
    void sortRows();
    bool fits(const SyncRow &row) const;
    bool isBefore(const SyncRow &left, const SyncRow &right) const;
    QString textOf(const SyncRow &row, Column column) const;

    std::shared_ptr<const ShownSync> m_shown;
    std::vector<const SyncRow *> m_rows; ///< Of m_shown.
    std::optional<SyncOutcome> m_outcome;
    QString m_text;
    int m_sorted = -1; ///< As the work goes.
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace espalier
