// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"
#include "core/datastore/overlaps.h"

#include <QAbstractItemModel>

#include <map>
#include <vector>

namespace espalier {

/// Guests that occur several times: a row for each id, below it one for each group of that id. Only groups can be selected.
class OverlapsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Guest, Name, Owner, Snapshots, LastBackup, Comment, ColumnCount };

    explicit OverlapsModel(QObject *parent = nullptr);

    void show(std::vector<Overlap> overlaps);
    void setChanges(const std::vector<Change> &changes); ///< The pending ones: groups tell where they will be.

    const std::vector<Overlap> &overlaps() const { return m_overlaps; }
    const Occurrence *occurrenceAt(const QModelIndex &index) const; ///< Null for an id's row and an invalid index.
    QModelIndex indexOf(const GroupPlace &place) const;             ///< Invalid where there is none.

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const Overlap *overlapAt(const QModelIndex &index) const; ///< Null for a group's row.
    const NamespacePath *targetOf(const Occurrence &occurrence) const;
    QVariant overlapData(const Overlap &overlap, int column, int role) const;
    QVariant occurrenceData(const Occurrence &occurrence, int column, int role) const;
    QString overlapText(const Overlap &overlap, int column) const;
    QString occurrenceText(const Occurrence &occurrence, int column) const;

    std::vector<Overlap> m_overlaps;
    std::map<GroupPlace, NamespacePath> m_targets; ///< Of the pending moves.
};

} // namespace espalier
