// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/progressdelegate.h"

#include "app/tasklist.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace espalier {

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant percent = index.data(TaskList::PercentRole);
    if (!percent.isValid())
        return QStyledItemDelegate::paint(painter, option, index);

    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    const QString text = background.text;
    background.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    QStyleOptionProgressBar bar;
    const int margin = 4;
    bar.rect = option.rect.adjusted(margin, margin, -margin, -margin);
    bar.rect.setWidth(qMin(bar.rect.width() / 3, 160));
    bar.direction = option.direction;
    bar.palette = option.palette;
    bar.state = option.state | QStyle::State_Horizontal;
    bar.minimum = 0;
    bar.maximum = percent.toInt() < 0 ? 0 : 100;
    bar.progress = qMax(0, percent.toInt());
    style->drawControl(QStyle::CE_ProgressBar, &bar, painter, option.widget);

    const QRect beside = option.rect.adjusted(bar.rect.width() + 3 * margin, 0, -margin, 0);
    const bool selected = option.state & QStyle::State_Selected;
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(beside, Qt::AlignVCenter | Qt::AlignLeft, option.fontMetrics.elidedText(text, Qt::ElideRight, beside.width()));
}

} // namespace espalier
