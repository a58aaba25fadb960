// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/treeheader.h"

#include "app/datastoremodel.h"
#include "app/icons.h"

#include <QStyleOptionHeader>

#include <optional>

namespace espalier {

namespace {

std::optional<IconName> titleIcon(int column)
{
    switch (column) {
    case DatastoreModel::Verified: return IconName::Verified;
    case DatastoreModel::Encrypted: return IconName::Encrypted;
    case DatastoreModel::Protected: return IconName::Protected;
    default: return std::nullopt;
    }
}

} // namespace

TreeHeader::TreeHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setSectionsMovable(true);
}

void TreeHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (const auto name = titleIcon(logicalIndex)) {
        option->text.clear();
        option->icon = icon(*name);
    }
}

} // namespace espalier
