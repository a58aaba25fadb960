// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/findingsmodel.h"

#include "app/icons.h"
#include "text/findings.h"
#include "text/printable.h"

#include <algorithm>

namespace espalier {

namespace {

bool isProblem(const Finding &finding)
{
    return findingSeverity(finding.kind) == Finding::Severity::Problem;
}

} // namespace

FindingsModel::FindingsModel(QObject *parent) : QAbstractTableModel(parent) {}

void FindingsModel::setStore(OpenStore *store)
{
    if (store == m_store)
        return;
    if (m_store)
        disconnect(m_store, nullptr, this, nullptr);
    m_store = store;
    if (store)
        connect(store, &OpenStore::findingsChanged, this, &FindingsModel::showFindings);
    showFindings();
}

void FindingsModel::showFindings()
{
    std::vector<Finding> findings = m_store ? m_store->findings() : std::vector<Finding>();
    std::ranges::stable_partition(findings, isProblem);
    if (findings == m_findings)
        return;
    beginResetModel(); // another reading: rows have no identity beyond their text
    m_findings = std::move(findings);
    endResetModel();
}

const Finding *FindingsModel::findingAt(const QModelIndex &index) const
{
    return index.isValid() ? &m_findings[std::size_t(index.row())] : nullptr;
}

int FindingsModel::problemCount() const
{
    return int(std::ranges::count_if(m_findings, isProblem));
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    const Finding *finding = findingAt(index);
    if (!finding)
        return {};
    const auto shown = [&]() -> QString {
        switch (index.column()) {
        case Title: return text::findingTitle(finding->kind);
        case Path: return finding->path.empty() ? QStringLiteral("/") : printable(finding->path);
        case Meaning: return text::findingText(*finding).meaning;
        default: return {};
        }
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return shown();
    case Qt::DecorationRole:
        return index.column() == Title ? QVariant(icon(isProblem(*finding) ? IconName::Problem : IconName::Finding)) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() != Title)
            return {};
        return isProblem(*finding) ? tr("Problem: %1").arg(shown()) : tr("Hint: %1").arg(shown());
    default: return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title: return tr("Finding");
    case Path: return tr("Path");
    case Meaning: return tr("Meaning");
    default: return {};
    }
}

} // namespace espalier
