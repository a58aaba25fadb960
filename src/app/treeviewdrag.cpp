// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/treeview.h"

#include "app/draghover.h"
#include "app/groupsmime.h"
#include "app/icons.h"
#include "app/treecells.h"
#include "text/printable.h"

#include <QApplication>
#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QPointer>

namespace espalier {

namespace {

constexpr int iconSize = 16;
constexpr int margin = 5;

QString carriedText(const MovedItems &items)
{
    if (items.size() == 1)
        return items.groups.empty() ? printable(items.namespaces.front().toString()) : printable(items.groups.front().second.toString());
    if (items.groups.empty())
        return TreeView::tr("%n namespace(s)", nullptr, int(items.namespaces.size()));
    return items.namespaces.empty() ? TreeView::tr("%n group(s)", nullptr, int(items.groups.size()))
                                    : TreeView::tr("%n item(s)", nullptr, int(items.size()));
}

/// "3 groups" in a frame, carried below the pointer.
QPixmap dragPicture(const GroupsMime &groups, const QWidget &view)
{
    const QString text = carriedText(groups.items);
    const QFontMetrics metrics = view.fontMetrics();
    const QSize size(metrics.horizontalAdvance(text) + iconSize + 3 * margin, std::max(metrics.height(), iconSize) + 2 * margin);
    const qreal scale = view.devicePixelRatioF();
    QPixmap picture(size * scale);
    picture.setDevicePixelRatio(scale);
    picture.fill(view.palette().color(QPalette::Base));
    QPainter painter(&picture);
    painter.setFont(view.font());
    painter.setPen(view.palette().color(QPalette::Text));
    painter.drawRect(0, 0, size.width() - 1, size.height() - 1);
    icon(groups.items.groups.empty() ? IconName::Namespace : groupIcon(groups.items.groups.front().second.type()))
        .paint(&painter, margin, (size.height() - iconSize) / 2, iconSize, iconSize);
    painter.drawText(QRect(iconSize + 2 * margin, 0, size.width(), size.height()), int(Qt::AlignVCenter | Qt::AlignLeft), text);
    return picture;
}

/// A plain arrow with its tip in the middle: the action offered is "copy", but inside the window a drop is a move.
QPixmap arrowCursor(qreal scale)
{
    QPixmap picture(QSize(32, 32) * scale);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::white);
    painter.setBrush(Qt::black);
    painter.translate(16, 16);
    painter.drawPolygon(QPolygonF({{0, 0}, {0, 14}, {3.2, 11}, {5.6, 15.5}, {7.6, 14.5}, {5.3, 10.2}, {9.7, 10.2}}));
    return picture;
}

Qt::DropAction actionOf(const QDropEvent &event)
{
    return event.possibleActions().testFlag(Qt::MoveAction) ? Qt::MoveAction : Qt::CopyAction;
}

} // namespace

void TreeView::startDrag(Qt::DropActions)
{
    std::unique_ptr<QMimeData> mime(m_model->mimeData(selectionModel()->selectedRows()));
    const auto groups = mime ? decodeGroups(*mime) : std::nullopt;
    if (!groups || groups->items.empty())
        return;
    auto *drag = new QDrag(this); // Qt deletes it after the drag
    drag->setMimeData(mime.release());
    drag->setPixmap(dragPicture(*groups, *this));
    drag->setHotSpot(QPoint(-14, -10));
    drag->setDragCursor(arrowCursor(devicePixelRatioF()), Qt::CopyAction);
    drag->exec(Qt::CopyAction, Qt::CopyAction);
}

void TreeView::dragEnterEvent(QDragEnterEvent *event)
{
    m_dragged = std::make_unique<DropQuestion>(DropQuestion{decodeGroups(*event->mimeData()), false});
    m_dropAnswer.reset();
    if (m_dragged->groups || !localPathsIn(*event->mimeData()).isEmpty()) {
        event->setDropAction(actionOf(*event));
        event->accept();
    } else {
        event->ignore();
    }
}

/// What a drop would be now. Asks the planner only when the row or the keys have changed.
DropAnswer TreeView::hover(QDropEvent &event)
{
    const QPoint position = event.position().toPoint();
    const QModelIndex target = indexAt(position).siblingAtColumn(0);
    const bool wantsCopy = event.modifiers().testFlag(Qt::ControlModifier);
    if (!m_dropAnswer || target != m_dropTarget || wantsCopy != m_dragged->wantsCopy) {
        m_dragged->wantsCopy = wantsCopy;
        m_dropTarget = target;
        m_dropAnswer = std::make_unique<DropAnswer>(m_model->checkDrop(*m_dragged, target));
        viewport()->update();
    }
    return *m_dropAnswer;
}

void TreeView::dragMoveEvent(QDragMoveEvent *event)
{
    if (!m_dragged || !m_dragged->groups) {
        event->setAccepted(m_dragged && !localPathsIn(*event->mimeData()).isEmpty());
        return;
    }
    const DropAnswer answer = hover(*event);
    m_hover->moveTo(event->position().toPoint(), answer.text);
    event->setDropAction(actionOf(*event));
    event->setAccepted(answer.accepted);
}

void TreeView::dragLeaveEvent(QDragLeaveEvent *)
{
    m_hover->end(false);
    m_dragged.reset();
    m_dropAnswer.reset();
}

/// Takes what was dropped, tells it later and returns: whoever answers may open dialogs, and here the drag is still going on.
void TreeView::dropEvent(QDropEvent *event)
{
    if (!m_dragged)
        return;
    const QStringList paths = m_dragged->groups ? QStringList() : localPathsIn(*event->mimeData());
    const DropAnswer answer = m_dragged->groups ? hover(*event) : DropAnswer();
    event->setDropAction(actionOf(*event));
    event->setAccepted(answer.accepted || !paths.isEmpty());
    if (answer.accepted) {
        const auto tell = [this, store = QPointer(answer.store), source = QPointer(answer.source), isCopy = answer.source != nullptr,
                           items = m_dragged->groups->items, target = answer.target] {
            if (store && source)
                emit copyRequested(source, items, store, target);
            else if (store && !isCopy)
                emit moveRequested(store, items, target);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    }
    for (const QString &path : paths)
        QMetaObject::invokeMethod(this, [this, path] { emit openRequested(path); }, Qt::QueuedConnection);
    m_hover->end(answer.accepted);
    m_dragged.reset();
    m_dropAnswer.reset();
}

} // namespace espalier
