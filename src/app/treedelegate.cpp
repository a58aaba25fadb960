// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/treedelegate.h"

#include "app/colourscheme.h"
#include "app/datastoremodel.h"
#include "app/icons.h"
#include "app/treeheader.h"

#include <QApplication>
#include <QPainter>

namespace espalier {

namespace {

constexpr int gap = 6;
constexpr int badgeSize = 16;

const QStyle &styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? *option.widget->style() : *QApplication::style();
}

bool isSum(const QModelIndex &index)
{
    return (index.column() == DatastoreModel::Snapshots || index.column() == DatastoreModel::Size)
        && index.data(DatastoreModel::KindRole).toInt() == int(ItemKind::Namespace);
}

QIcon::Mode iconMode(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected) ? QIcon::Selected : QIcon::Normal;
}

int badgesWidth(const QVariantList &badges)
{
    return int(badges.size()) * (badgeSize + gap / 2);
}

/// Paints the badges from @p x on and returns where they end.
int paintBadges(QPainter &painter, const QStyleOptionViewItem &option, const QVariantList &badges, int x)
{
    for (const QVariant &badge : badges) {
        const QRect place(x, option.rect.center().y() - badgeSize / 2, badgeSize, badgeSize);
        icon(IconName(badge.toInt())).paint(&painter, place, Qt::AlignCenter, iconMode(option));
        x += badgeSize + gap / 2;
    }
    return x;
}

void paintNote(QPainter &painter, const QStyleOptionViewItem &option, const QString &note, int x)
{
    const QRect place(x, option.rect.top(), option.rect.right() - x, option.rect.height());
    if (note.isEmpty() || place.width() <= 0)
        return;
    QFont font = option.font;
    font.setStrikeOut(false);
    painter.setFont(font);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    painter.setPen(selected ? option.palette.color(group, QPalette::HighlightedText) : faintText(option.palette));
    const QString elided = QFontMetrics(font).elidedText(note, Qt::ElideRight, place.width());
    painter.drawText(place, int(Qt::AlignVCenter | Qt::AlignLeft), elided);
}

} // namespace

void TreeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->state.testFlag(QStyle::State_Open) && option->state.testFlag(QStyle::State_Children) && isSum(index))
        option->text.clear();
    if (index.column() == DatastoreModel::Owner)
        option->textElideMode = Qt::ElideMiddle; // tokens of one user differ at their ends
    if (option->displayAlignment.testFlag(Qt::AlignRight) && !option->text.isEmpty())
        option->text += TreeHeader::gapBehindNumbers;
}

void TreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.column() != DatastoreModel::Name)
        return;
    const QVariantList badges = index.data(DatastoreModel::BadgesRole).toList();
    const QString note = index.data(DatastoreModel::NoteRole).toString();
    if (badges.isEmpty() && note.isEmpty())
        return;

    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QRect text = styleOf(item).subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget);
    const int nameEnd = text.left() + QFontMetrics(item.font).horizontalAdvance(item.text) + 2 * gap;
    painter->save();
    painter->setClipRect(option.rect);
    const int badgesEnd = paintBadges(*painter, item, badges, nameEnd);
    paintNote(*painter, item, note, badges.isEmpty() ? badgesEnd : badgesEnd + gap / 2);
    painter->restore();
}

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.column() != DatastoreModel::Name)
        return size;
    const QString note = index.data(DatastoreModel::NoteRole).toString();
    const int badges = badgesWidth(index.data(DatastoreModel::BadgesRole).toList());
    if (badges > 0 || !note.isEmpty())
        size.rwidth() += 3 * gap + badges + option.fontMetrics.horizontalAdvance(note);
    size.setHeight(std::max(size.height(), badgeSize + 6));
    return size;
}

} // namespace espalier
