// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/timeline.h"

#include "app/formats.h"
#include "app/treewords.h"

#include <QAccessible>
#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace espalier {

namespace {

constexpr int sideMargin = 10;
constexpr int tickTop = 14;
constexpr int tickHeight = 18;
constexpr int axis = tickTop + tickHeight + 4;
constexpr int mostYears = 60; ///< Of which a line is drawn; beyond that they would be a wall.

} // namespace

Timeline::Timeline(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Snapshots over time"));
}

void Timeline::setGroup(std::shared_ptr<const Group> group)
{
    const auto before = current();
    m_group = std::move(group);
    m_current.reset();
    if (m_group && before) {
        const auto found = std::ranges::find(m_group->snapshots, *before, &Snapshot::time);
        if (found != m_group->snapshots.end())
            m_current = std::size_t(found - m_group->snapshots.begin());
    }
    setAccessibleDescription(m_current ? describe(*m_current) : QString());
    update();
}

std::optional<SnapshotTime> Timeline::current() const
{
    return m_group && m_current ? std::optional(m_group->snapshots.at(*m_current).time) : std::nullopt;
}

int Timeline::positionOf(std::size_t snapshot) const
{
    const std::int64_t first = m_group->snapshots.front().time.epoch();
    const std::int64_t span = m_group->snapshots.back().time.epoch() - first;
    const int room = std::max(1, width() - 2 * sideMargin);
    if (span == 0)
        return sideMargin + room / 2;
    const auto since = double(m_group->snapshots.at(snapshot).time.epoch() - first);
    return sideMargin + int(std::lround(since / double(span) * room));
}

std::optional<std::size_t> Timeline::nearest(int x) const
{
    if (!m_group || m_group->snapshots.empty())
        return std::nullopt;
    std::size_t best = 0;
    for (std::size_t i = 1; i < m_group->snapshots.size(); ++i) {
        if (std::abs(positionOf(i) - x) <= std::abs(positionOf(best) - x))
            best = i;
    }
    return best;
}

QSize Timeline::sizeHint() const
{
    return {240, axis + fontMetrics().height() + 6};
}

QSize Timeline::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

QString Timeline::describe(std::size_t snapshot) const
{
    const Snapshot &it = m_group->snapshots.at(snapshot);
    //: %1 and %2 are numbers, %3 a date and time
    QStringList words{tr("Snapshot %1 of %2: %3")
                          .arg(snapshot + 1)
                          .arg(m_group->snapshots.size())
                          .arg(fullTimeText(it.time.epoch(), QDateTime::currentSecsSinceEpoch()))};
    if (!it.finished)
        words.append(tr("unfinished"));
    if (!m_group->details.empty())
        words.append(verifyText(m_group->details.at(snapshot).verifyState));
    if (it.isProtected)
        words.append(tr("protected"));
    return words.join(QStringLiteral(", "));
}

void Timeline::setCurrent(std::size_t snapshot)
{
    m_current = snapshot;
    setAccessibleDescription(describe(snapshot));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
    emit currentChanged();
}

bool Timeline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto snapshot = nearest(help->pos().x()))
        QToolTip::showText(help->globalPos(), describe(*snapshot), this);
    return true;
}

void Timeline::paintAxis(QPainter &painter) const
{
    const std::int64_t first = m_group->snapshots.front().time.epoch();
    const std::int64_t last = m_group->snapshots.back().time.epoch();
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(0, axis, width(), axis);
    const int firstYear = QDateTime::fromSecsSinceEpoch(first).date().year();
    const int lastYear = QDateTime::fromSecsSinceEpoch(last).date().year();
    for (int year = firstYear + 1; year <= lastYear && lastYear - firstYear <= mostYears; ++year) {
        const std::int64_t start = QDate(year, 1, 1).startOfDay().toSecsSinceEpoch();
        const int x = sideMargin + int(double(start - first) / double(last - first) * (width() - 2 * sideMargin));
        painter.drawLine(x, 2, x, axis + 4);
    }
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect below(sideMargin / 2, axis + 3, width() - sideMargin, fontMetrics().height());
    painter.drawText(below, int(Qt::AlignLeft), dateText(first));
    if (dateText(first) != dateText(last) && fontMetrics().horizontalAdvance(dateText(first)) * 2 < below.width())
        painter.drawText(below, int(Qt::AlignRight), dateText(last));
}

/// A bar each: open for an unfinished one, crossed for a failed verification, with a shield's point for a protected one.
void Timeline::paintSnapshot(QPainter &painter, std::size_t snapshot) const
{
    const Snapshot &it = m_group->snapshots.at(snapshot);
    const bool failed = !m_group->details.empty() && m_group->details.at(snapshot).verifyState == VerifyState::Failed;
    const bool isCurrent = m_current == snapshot;
    const int x = positionOf(snapshot);
    const QColor colour = palette().color(isCurrent ? QPalette::Highlight : QPalette::WindowText);
    const QRect bar(x - (isCurrent ? 2 : 1), tickTop, isCurrent ? 5 : 3, tickHeight);
    painter.setPen(colour);
    painter.setBrush(it.finished ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    if (it.isProtected)
        painter.drawPolygon(QPolygon({QPoint(x - 4, 3), QPoint(x + 4, 3), QPoint(x + 4, 6), QPoint(x, 11), QPoint(x - 4, 6)}));
    if (failed) {
        painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
        painter.drawLine(x - 5, tickTop + 4, x + 5, tickTop + 14);
        painter.drawLine(x + 5, tickTop + 4, x - 5, tickTop + 14);
    }
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_group || m_group->snapshots.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), int(Qt::AlignCenter), tr("No snapshots"));
        return;
    }
    paintAxis(painter);
    for (std::size_t i = 0; i < m_group->snapshots.size(); ++i)
        paintSnapshot(painter, i);
    if (m_current)
        paintSnapshot(painter, *m_current);
    if (hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    if (!m_group || m_group->snapshots.empty())
        return QWidget::keyPressEvent(event);
    const std::size_t last = m_group->snapshots.size() - 1;
    switch (event->key()) {
    case Qt::Key_Left: return setCurrent(m_current ? *m_current - (*m_current > 0) : last);
    case Qt::Key_Right: return setCurrent(m_current ? std::min(*m_current + 1, last) : 0);
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_End: return setCurrent(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current)
            emit chosen(*current());
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    if (const auto snapshot = nearest(event->position().toPoint().x()))
        setCurrent(*snapshot);
}

void Timeline::mouseDoubleClickEvent(QMouseEvent *)
{
    if (m_current)
        emit chosen(*current());
}

} // namespace espalier
