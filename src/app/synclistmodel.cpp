// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/synclistmodel.h"

#include "app/colourscheme.h"
#include "app/formats.h"
#include "app/syncpreviewwords.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <array>

namespace espalier {

namespace {

QString quoted(QString field)
{
    constexpr std::array special{u'"', u',', u'\r', u'\n'};
    if (std::ranges::none_of(special, [&field](char16_t each) { return field.contains(QChar(each)); }))
        return field;
    field.replace(u'"', QStringLiteral("\"\""));
    return u'"' + field + u'"';
}

std::uint64_t bytesOf(const SyncRow &row)
{
    return row.mark ? row.mark->bytes : 0;
}

} // namespace

void SyncListModel::setShown(std::shared_ptr<const ShownSync> shown)
{
    beginResetModel();
    m_shown = std::move(shown);
    build();
    endResetModel();
}

void SyncListModel::setFilter(std::optional<SyncOutcome> outcome, const QString &text)
{
    beginResetModel();
    m_outcome = outcome;
    m_text = text.trimmed();
    build();
    endResetModel();
}

void SyncListModel::build()
{
    m_rows.clear();
    if (!m_shown)
        return;
    for (const SyncRow &row : m_shown->rows) {
        if (fits(row))
            m_rows.push_back(&row);
    }
    sortRows();
}

bool SyncListModel::fits(const SyncRow &row) const
{
    if (m_outcome && row.outcome != *m_outcome)
        return false;
    return m_text.isEmpty() || std::ranges::any_of(std::array{NamespaceColumn, GroupColumn, SnapshotColumn}, [&](Column column) {
               return textOf(row, column).contains(m_text, Qt::CaseInsensitive);
           });
}

QString SyncListModel::textOf(const SyncRow &row, Column column) const
{
    switch (column) {
    case OutcomeColumn: return SyncPreviewWords::outcome(row.outcome);
    case NamespaceColumn: return text::namespaceName(row.ns->toString());
    case GroupColumn: return row.group ? printable(row.group->id.toString()) : QString();
    case SnapshotColumn: return row.mark ? toQString(row.mark->time.toString()) : QString();
    case SizeColumn: return bytesOf(row) > 0 ? sizeText(bytesOf(row)) : QString();
    case WhyColumn: return SyncPreviewWords::reason(row);
    case ColumnCount: break;
    }
    return {};
}

int SyncListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SyncListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SyncListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SyncRow &row = *m_rows.at(std::size_t(index.row()));
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && column == WhyColumn))
        return textOf(row, column);
    if (role == Qt::TextAlignmentRole && column == SizeColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const bool isWarning = row.outcome == SyncOutcome::Remove || row.outcome == SyncOutcome::Refused;
    if (role == Qt::ForegroundRole && isWarning)
        return alarmingText(QGuiApplication::palette());
    if (role == Qt::ForegroundRole && row.outcome == SyncOutcome::Skip)
        return faintText(QGuiApplication::palette());
    return {};
}

QVariant SyncListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case OutcomeColumn: return tr("What");
    case NamespaceColumn: return tr("Namespace");
    case GroupColumn: return tr("Group");
    case SnapshotColumn: return tr("Snapshot");
    case SizeColumn: return tr("Size");
    case WhyColumn: return tr("Why");
    case ColumnCount: break;
    }
    return {};
}

void SyncListModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged();
    m_sorted = column;
    m_order = order;
    build();
    const QModelIndexList before = persistentIndexList();
    for (const QModelIndex &index : before)
        changePersistentIndex(index, {}); // a list that is only read: no row needs to be followed
    emit layoutChanged();
}

bool SyncListModel::isBefore(const SyncRow &left, const SyncRow &right) const
{
    const auto timeOf = [](const SyncRow &row) { return row.mark ? row.mark->time.epoch() : 0; };
    switch (Column(m_sorted)) {
    case OutcomeColumn: return left.outcome < right.outcome;
    case NamespaceColumn: return *left.ns < *right.ns;
    case GroupColumn: return left.group && right.group ? left.group->id < right.group->id : !left.group && right.group;
    case SnapshotColumn: return timeOf(left) < timeOf(right);
    case SizeColumn: return bytesOf(left) < bytesOf(right);
    case WhyColumn: {
        const auto reasonOf = [](const SyncRow &row) { return row.mark ? int(row.mark->reason) : -1; };
        return reasonOf(left) < reasonOf(right);
    }
    case ColumnCount: break;
    }
    return false;
}

void SyncListModel::sortRows()
{
    if (m_sorted < 0)
        return;
    std::ranges::stable_sort(m_rows, [this](const SyncRow *left, const SyncRow *right) {
        return m_order == Qt::AscendingOrder ? isBefore(*left, *right) : isBefore(*right, *left);
    });
}

QByteArray SyncListModel::toCsv() const
{
    QStringList fields;
    for (int column = 0; column < ColumnCount; ++column)
        fields << quoted(headerData(column, Qt::Horizontal).toString());
    QByteArray csv = fields.join(u',').toUtf8() + "\r\n";
    for (const SyncRow *row : m_rows) {
        fields.clear();
        for (int column = 0; column < ColumnCount; ++column) {
            const bool isSize = column == SizeColumn && row->mark;
            fields << quoted(isSize ? QString::number(bytesOf(*row)) : textOf(*row, Column(column)));
        }
        csv += fields.join(u',').toUtf8() + "\r\n";
    }
    return csv;
}

} // namespace espalier
