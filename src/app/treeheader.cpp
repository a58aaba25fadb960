// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/treeheader.h"

#include "app/datastoremodel.h"
#include "app/icons.h"

#include <QContextMenuEvent>
#include <QMenu>
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

int TreeHeader::titleWidth(int column) const
{
    return titleIcon(column) ? 0 : sectionSizeHint(column);
}

void TreeHeader::fillColumnsMenu(QMenu *menu)
{
    menu->clear();
    for (int column = 0; column < count(); ++column) {
        if (column == DatastoreModel::Name)
            continue;
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setSectionHidden(column, !shown); });
    }
    menu->addSeparator();
    menu->addAction(tr("Show &all columns"), this, &TreeHeader::showAllColumns);
}

void TreeHeader::showAllColumns()
{
    for (int column = 0; column < count(); ++column)
        showSection(column);
}

void TreeHeader::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu;
    fillColumnsMenu(&menu);
    menu.exec(event->globalPos());
}

void TreeHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (const auto name = titleIcon(logicalIndex)) {
        option->text.clear();
        option->icon = icon(*name);
    } else if (option->textAlignment.testFlag(Qt::AlignRight)) {
        option->text += gapBehindNumbers;
    }
}

} // namespace espalier
