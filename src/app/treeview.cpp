// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/treeview.h"

#include "app/draghover.h"
#include "app/groupsmime.h"
#include "app/treedelegate.h"
#include "app/treeexpansion.h"
#include "app/treeheader.h"

#include <QContextMenuEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace espalier {

namespace {

constexpr int detailsDelay = 120; ///< Milliseconds without scrolling until the groups to be seen are asked for.

} // namespace

TreeView::TreeView(QWidget *parent)
    : QTreeView(parent)
    , m_columns(new TreeHeader(this))
    , m_expansion(std::make_unique<TreeExpansion>(*this))
    , m_hover(std::make_unique<DragHover>(this))
{
    setAccessibleName(tr("Datastores"));
    setItemDelegate(new TreeDelegate(this));
    setHeader(m_columns);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(true);
    setVerticalScrollMode(ScrollPerItem);

    m_detailsTimer.setSingleShot(true);
    m_detailsTimer.setInterval(detailsDelay);
    const auto restart = [this] { m_detailsTimer.start(); };
    connect(&m_detailsTimer, &QTimer::timeout, this, &TreeView::requestVisibleDetails);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, &m_detailsTimer, restart);
    connect(this, &QTreeView::expanded, &m_detailsTimer, restart);
}

TreeView::~TreeView() = default;

void TreeView::setModel(QAbstractItemModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = qobject_cast<DatastoreModel *>(model);
    QTreeView::setModel(model);
    if (!m_model)
        return;
    connect(m_model, &DatastoreModel::storeShown, this, &TreeView::showStore);
    connect(m_model, &DatastoreModel::filterApplied, this, &TreeView::showFilter);
    connect(m_model, &DatastoreModel::moveRequested, this, &TreeView::moveRequested);
    connect(m_model, &DatastoreModel::copyRequested, this, &TreeView::copyRequested);
    header()->setStretchLastSection(true);
    header()->setFirstSectionMovable(false);
    resetColumnWidths();
}

void TreeView::resetColumnWidths()
{
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int widths[DatastoreModel::ColumnCount] = {41, 10, 11, 11, 15, 9, 6, 6, 14};
    for (int column = 0; column < DatastoreModel::ColumnCount; ++column)
        header()->resizeSection(column, std::max(widths[column] * digit, m_columns->titleWidth(column)));
}

QList<ItemRef> TreeView::selectedItems() const
{
    QList<ItemRef> items;
    if (!m_model)
        return items;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        if (range.left() > DatastoreModel::Name)
            continue;
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (const auto item = m_model->itemAt(m_model->index(row, DatastoreModel::Name, range.parent())))
                items.append(*item);
        }
    }
    return topmost(items);
}

std::optional<ItemRef> TreeView::currentItem() const
{
    return m_model ? m_model->itemAt(currentIndex()) : std::nullopt;
}

void TreeView::setFilterText(const QString &text)
{
    if (text == m_filterText || !m_model)
        return;
    m_filterText = text;
    const TreeFilter filter = TreeFilter::fromText(text);
    if (!filter.isEmpty())
        m_expansion->beginFilter();
    m_model->setFilter(filter);
    emit filterTextChanged(text);
}

void TreeView::showFilter()
{
    m_expansion->showFilter(!m_model->filter().isEmpty());
    emit filterApplied(int(m_model->matchCount()));
}

void TreeView::selectAllMatching()
{
    QItemSelection selection;
    QModelIndexList parents;
    const auto current = currentItem(); // groups move together within one datastore only
    const auto runs = m_model->matchingRows();
    for (const auto &[first, last] : runs) {
        const auto item = m_model->itemAt(first);
        if (current && item && item->store != current->store)
            continue;
        selection.append(QItemSelectionRange(first, last.siblingAtColumn(DatastoreModel::ColumnCount - 1)));
        parents.append(first.parent());
    }
    expandRows(parents);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

/// QTreeView lays its rows out anew for each expansion, unless a layout is due anyway.
void TreeView::expandRows(const QModelIndexList &rows)
{
    if (rows.isEmpty())
        return;
    scheduleDelayedItemsLayout();
    for (QModelIndex row : rows) {
        for (; row.isValid() && !isExpanded(row); row = row.parent())
            expand(row);
    }
    executeDelayedItemsLayout();
}

void TreeView::reveal(const ItemRef &item)
{
    m_toReveal.reset();
    if (tryReveal(item))
        return;
    setFilterText({});
    if (!tryReveal(item))
        m_toReveal = item;
}

bool TreeView::tryReveal(const ItemRef &item)
{
    const QModelIndex index = m_model->indexOf(item);
    if (!index.isValid())
        return false;
    expandRows({index.parent()});
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
    return true;
}

QStringList TreeView::expandedPaths() const
{
    return m_model ? m_expansion->paths() : QStringList();
}

void TreeView::restoreExpanded(const QStringList &paths)
{
    m_expansion->restore(paths);
}

void TreeView::showStore(OpenStore *store)
{
    m_expansion->showStore(store);
    if (m_toReveal && m_toReveal->store == store && tryReveal(*m_toReveal))
        m_toReveal.reset();
    m_detailsTimer.start();
    emit selectionChangedTo();
}

void TreeView::requestVisibleDetails()
{
    if (!m_model)
        return;
    const int bottom = viewport()->height();
    for (QModelIndex index = indexAt(QPoint(0, 0)); index.isValid() && visualRect(index).top() < bottom; index = indexBelow(index))
        m_model->requestDetails(index);
}

void TreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const
{
    QTreeView::drawRow(painter, options, index);
    if (!m_dropAnswer || !m_dropAnswer->accepted || index.siblingAtColumn(0) != m_dropTarget)
        return;
    painter->save();
    painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter->drawRect(options.rect.adjusted(1, 1, -1, -1));
    painter->restore();
}

void TreeView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKeyboard = event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid();
    const QPoint position = byKeyboard ? viewport()->mapToGlobal(visualRect(currentIndex()).center()) : event->globalPos();
    emit contextMenuRequested(position);
    event->accept();
}

void TreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    m_detailsTimer.start();
}

void TreeView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    emit selectionChangedTo();
}

void TreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    emit selectionChangedTo();
}

} // namespace espalier
