// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/overlapsmodel.h"

#include "app/formats.h"
#include "app/icons.h"
#include "app/treecells.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QDateTime>

#include <algorithm>

namespace espalier {

namespace {

constexpr quintptr topLevel = 0; // a group's row has the number of its id's row, from 1

QString namesText(const std::vector<std::string> &names)
{
    QStringList texts;
    for (const std::string &name : names)
        texts << printable(name);
    return texts.join(QStringLiteral(", "));
}

QString placeText(const NamespacePath &ns)
{
    return text::namespaceName(ns.toString());
}

} // namespace

OverlapsModel::OverlapsModel(QObject *parent) : QAbstractItemModel(parent) {}

void OverlapsModel::show(std::vector<Overlap> overlaps)
{
    beginResetModel();
    m_overlaps = std::move(overlaps);
    endResetModel();
}

void OverlapsModel::setChanges(const std::vector<Change> &changes)
{
    std::map<GroupPlace, NamespacePath> targets;
    for (const Change &change : changes) {
        if (const auto *move = std::get_if<MoveGroup>(&change))
            targets.insert_or_assign({move->from, move->group}, move->to);
    }
    if (targets == m_targets)
        return;
    m_targets = std::move(targets);
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex guest = index(row, Guest);
        emit dataChanged(index(0, Guest, guest), index(rowCount(guest) - 1, Guest, guest));
    }
}

const Overlap *OverlapsModel::overlapAt(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() == topLevel ? &m_overlaps[std::size_t(index.row())] : nullptr;
}

const Occurrence *OverlapsModel::occurrenceAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == topLevel)
        return nullptr;
    return &m_overlaps[index.internalId() - 1].occurrences[std::size_t(index.row())];
}

QModelIndex OverlapsModel::indexOf(const GroupPlace &place) const
{
    const auto overlap = std::ranges::lower_bound(m_overlaps, place.second, {}, &Overlap::id);
    if (overlap == m_overlaps.end() || overlap->id != place.second)
        return {};
    const auto occurrence = std::ranges::find(overlap->occurrences, place.first, &Occurrence::ns);
    if (occurrence == overlap->occurrences.end())
        return {};
    return index(int(occurrence - overlap->occurrences.begin()), 0, index(int(overlap - m_overlaps.begin()), 0));
}

const NamespacePath *OverlapsModel::targetOf(const Occurrence &occurrence) const
{
    const auto found = m_targets.find({occurrence.ns, occurrence.group->id});
    return found == m_targets.end() ? nullptr : &found->second;
}

QModelIndex OverlapsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : topLevel);
}

QModelIndex OverlapsModel::parent(const QModelIndex &index) const
{
    return occurrenceAt(index) ? createIndex(int(index.internalId()) - 1, 0, topLevel) : QModelIndex();
}

int OverlapsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_overlaps.size());
    const Overlap *overlap = parent.column() == 0 ? overlapAt(parent) : nullptr;
    return overlap ? int(overlap->occurrences.size()) : 0;
}

int OverlapsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

Qt::ItemFlags OverlapsModel::flags(const QModelIndex &index) const
{
    if (occurrenceAt(index))
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.isValid() ? Qt::ItemIsEnabled : Qt::NoItemFlags;
}

QString OverlapsModel::overlapText(const Overlap &overlap, int column) const
{
    switch (column) {
    case Guest: return toQString(overlap.id.toString());
    case Name: return namesText(overlap.guestNames());
    case Owner: return overlap.ownersDiffer() ? tr("different owners") : QString();
    default: return {};
    }
}

QString OverlapsModel::occurrenceText(const Occurrence &occurrence, int column) const
{
    const Group &group = *occurrence.group;
    switch (column) {
    case Guest:
        if (const NamespacePath *target = targetOf(occurrence))
            return tr("%1 → %2", "namespace, where it will be").arg(placeText(occurrence.ns), placeText(*target));
        return placeText(occurrence.ns);
    case Name: return namesText(occurrence.guestNames);
    case Owner: return group.owner ? printable(group.owner->toString()) : tr("unreadable", "owner");
    case Snapshots: return QString::number(group.snapshots.size());
    case LastBackup: return occurrence.newest() ? dateText(occurrence.newest()->time.epoch()) : QString();
    case Comment: return printable(group.displayComment());
    default: return {};
    }
}

QVariant OverlapsModel::overlapData(const Overlap &overlap, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return overlapText(overlap, column);
    case Qt::DecorationRole:
        if (column == Guest)
            return icon(groupIcon(overlap.id.type()));
        return column == Name && overlap.guestNames().size() > 1 ? QVariant(icon(IconName::NeedsAttention)) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (column == Name && overlap.guestNames().size() > 1)
            return tr("These backups carry several guests' names: %1").arg(overlapText(overlap, Name));
        return overlapText(overlap, column);
    default: return {};
    }
}

QVariant OverlapsModel::occurrenceData(const Occurrence &occurrence, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return occurrenceText(occurrence, column);
    case Qt::ToolTipRole:
        if (column == LastBackup && occurrence.newest())
            return fullTimeText(occurrence.newest()->time.epoch(), QDateTime::currentSecsSinceEpoch());
        return occurrenceText(occurrence, column);
    case Qt::AccessibleTextRole:
        if (column == Guest)
            return tr("%1 in %2", "guest id, namespace").arg(toQString(occurrence.group->id.toString()), occurrenceText(occurrence, Guest));
        return occurrenceText(occurrence, column);
    case Qt::DecorationRole:
        if (column == Guest)
            return icon(targetOf(occurrence) ? IconName::MovesAway : IconName::Namespace);
        return column == Name && occurrence.guestNames.size() > 1 ? QVariant(icon(IconName::NeedsAttention)) : QVariant();
    case Qt::TextAlignmentRole: return column == Snapshots ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default: return {};
    }
}

QVariant OverlapsModel::data(const QModelIndex &index, int role) const
{
    if (const Overlap *overlap = overlapAt(index))
        return overlapData(*overlap, index.column(), role);
    const Occurrence *occurrence = occurrenceAt(index);
    return occurrence ? occurrenceData(*occurrence, index.column(), role) : QVariant();
}

QVariant OverlapsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Snapshots)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Guest: return tr("Guest, namespace");
    case Name: return tr("Name");
    case Owner: return tr("Owner");
    case Snapshots: return tr("Snapshots");
    case LastBackup: return tr("Last backup");
    case Comment: return tr("Comment");
    default: return {};
    }
}

} // namespace espalier
