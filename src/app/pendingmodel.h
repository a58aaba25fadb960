// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <vector>

namespace espalier {

/// The plan of one open datastore as a list: verdict, what would be done, why not.
class PendingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { VerdictColumn, ChangeColumn, ReasonColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< Worst verdicts first, then the plan's order.
        LevelRole                ///< int(Verdict::Level)
    };

    explicit PendingModel(QObject *parent = nullptr);

    void setStore(OpenStore *store); ///< Null: an empty list. Not owned.
    OpenStore *store() const { return m_store; }
    const Step *stepAt(const QModelIndex &index) const; ///< Null for an invalid index; valid until the plan changes.

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void showPlan();

    QPointer<OpenStore> m_store;
    std::vector<Step> m_steps;
};

} // namespace espalier
