// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wrappingdelegate.h"

#include <QHeaderView>
#include <QTreeView>

namespace espalier {

WrappingDelegate::WrappingDelegate(QTreeView *view) : QStyledItemDelegate(view), m_view(view)
{
    view->setWordWrap(true);
    view->setTextElideMode(Qt::ElideNone);
    view->setItemDelegate(this);
    connect(view->header(), &QHeaderView::sectionResized, view, [view] { view->doItemsLayout(); });
}

QSize WrappingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int indent = index.column() == 0 && m_view->rootIsDecorated() ? m_view->indentation() : 0;
    QStyleOptionViewItem wrapped = option;
    wrapped.rect = QRect(0, 0, m_view->columnWidth(index.column()) - indent, QWIDGETSIZE_MAX);
    return QStyledItemDelegate::sizeHint(wrapped, index);
}

} // namespace espalier
