// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <vector>

namespace espalier {

/// What does not fit in one open datastore, problems first.
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Title, Path, Meaning, ColumnCount };

    explicit FindingsModel(QObject *parent = nullptr);

    void setStore(OpenStore *store); ///< Null: an empty list. Not owned.
    OpenStore *store() const { return m_store; }
    const Finding *findingAt(const QModelIndex &index) const; ///< Null for an invalid index.
    int problemCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void showFindings();

    QPointer<OpenStore> m_store;
    std::vector<Finding> m_findings;
};

} // namespace espalier
