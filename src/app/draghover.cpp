// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/draghover.h"

#include <QLabel>
#include <QScrollBar>
#include <QTreeView>

#include <algorithm>

namespace espalier {

namespace {

constexpr int scrollInterval = 50; ///< Milliseconds.
constexpr int scrollMargin = 24;   ///< Pixels from the edges.
constexpr QPoint labelOffset(16, 40);

bool liesBelow(QModelIndex index, const QModelIndex &ancestor)
{
    for (; index.isValid(); index = index.parent()) {
        if (index == ancestor)
            return true;
    }
    return false;
}

} // namespace

DragHover::DragHover(QTreeView *view) : QObject(view), m_view(view)
{
    m_springTimer.setSingleShot(true);
    m_springTimer.setInterval(springDelay);
    m_scrollTimer.setInterval(scrollInterval);
    connect(&m_springTimer, &QTimer::timeout, this, &DragHover::spring);
    connect(&m_scrollTimer, &QTimer::timeout, this, &DragHover::scroll);
}

DragHover::~DragHover()
{
    delete m_label;
}

void DragHover::moveTo(const QPoint &position, const QString &text)
{
    m_position = position;
    const QModelIndex index = m_view->indexAt(position).siblingAtColumn(0);
    if (index != m_target) {
        m_target = index;
        closeSprungRows(index);
        m_springTimer.stop();
        if (index.isValid() && !m_view->isExpanded(index) && m_view->model()->hasChildren(index)
            && index.flags().testFlag(Qt::ItemIsDropEnabled))
            m_springTimer.start();
        m_view->viewport()->update();
    }
    if (!m_scrollTimer.isActive())
        m_scrollTimer.start();
    showLabel(position, text);
}

void DragHover::end(bool dropped)
{
    m_springTimer.stop();
    m_scrollTimer.stop();
    if (m_label)
        m_label->hide();
    closeSprungRows(dropped ? QModelIndex(m_target) : QModelIndex());
    m_sprung.clear();
    m_target = QModelIndex();
    m_view->viewport()->update();
}

QString DragHover::text() const
{
    return m_label && !m_label->isHidden() ? m_label->text() : QString();
}

void DragHover::spring()
{
    if (!m_target.isValid() || m_view->isExpanded(m_target))
        return;
    m_view->expand(m_target);
    m_sprung.push_back(m_target);
}

void DragHover::scroll()
{
    const int height = m_view->viewport()->height();
    QScrollBar *const bar = m_view->verticalScrollBar();
    if (m_position.y() < scrollMargin)
        bar->setValue(bar->value() - bar->singleStep());
    else if (m_position.y() > height - scrollMargin)
        bar->setValue(bar->value() + bar->singleStep());
}

void DragHover::closeSprungRows(const QModelIndex &except)
{
    while (!m_sprung.empty() && !liesBelow(except, m_sprung.back())) {
        if (m_sprung.back().isValid())
            m_view->collapse(m_sprung.back());
        m_sprung.pop_back();
    }
}

/// A child of the window, not a window: it must not lie between the pointer and what it points at.
void DragHover::showLabel(const QPoint &position, const QString &text)
{
    QWidget *const window = m_view->window();
    if (!m_label || m_label->parentWidget() != window) {
        delete m_label;
        m_label = new QLabel(window);
        m_label->setObjectName(QStringLiteral("dropHint"));
        m_label->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_label->setAutoFillBackground(true);
        m_label->setBackgroundRole(QPalette::ToolTipBase);
        m_label->setForegroundRole(QPalette::ToolTipText);
        m_label->setFrameShape(QFrame::Box);
        m_label->setMargin(4);
        m_label->setWordWrap(true);
        m_label->setTextFormat(Qt::PlainText);
    }
    m_label->setVisible(!text.isEmpty());
    m_label->setText(text);
    const int widest = std::max(80, std::min(420, window->width() - 2 * labelOffset.x()));
    const int natural = m_label->fontMetrics().horizontalAdvance(text) + 16;
    m_label->setFixedWidth(std::min(widest, natural));
    m_label->setFixedHeight(m_label->heightForWidth(m_label->width()));
    const QPoint wanted = m_view->viewport()->mapTo(window, position) + labelOffset;
    m_label->move(std::clamp(wanted.x(), 0, std::max(0, window->width() - m_label->width())),
                  std::clamp(wanted.y(), 0, std::max(0, window->height() - m_label->height())));
    m_label->raise();
}

} // namespace espalier
