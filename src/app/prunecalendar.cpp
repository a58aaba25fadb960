// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunecalendar.h"

#include "app/colourscheme.h"
#include "app/prunewords.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace espalier {

namespace {

constexpr int daysOfWeek = 7;
constexpr int linesOfMonth = 8; ///< Its name, the days of the week, and six weeks.
constexpr int gap = 14;
constexpr std::size_t groupRow = 1; ///< Behind the heading.

QDate monthAfter(QDate first, int months)
{
    return QDate(first.year(), first.month(), 1).addMonths(months);
}

} // namespace

PruneCalendar::PruneCalendar(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("What stays of each day"));
    viewport()->setBackgroundRole(QPalette::Base);
}

void PruneCalendar::setShown(std::shared_ptr<const ShownPrune> shown)
{
    m_cells = PruneCells(std::move(shown), PeriodStep::Day, false);
    updateScrollBar();
    if (m_cells.columns() == 0)
        m_current = {};
    else
        setCurrentDay(m_current.isValid() ? m_current : lastDay());
    viewport()->update();
}

QDate PruneCalendar::dayOf(int column) const
{
    return m_cells.columns() > 0 ? QDate(1970, 1, 1).addDays(m_cells.keyAt(column)) : QDate();
}

int PruneCalendar::columnOf(QDate day) const
{
    return int(day.daysTo(lastDay()));
}

const PruneCell *PruneCalendar::cellOf(QDate day) const
{
    return m_cells.columns() > 0 ? m_cells.rows().at(groupRow).cell(columnOf(day)) : nullptr;
}

QChar PruneCalendar::letter(QDate day) const
{
    const PruneCell *cell = cellOf(day);
    return cell ? pruneLetter(cell->symbol) : QChar();
}

QString PruneCalendar::describe(QDate day) const
{
    return pruneDayText(m_cells, m_cells.rows().at(groupRow), columnOf(day));
}

void PruneCalendar::setCurrentDay(QDate day)
{
    if (m_cells.columns() == 0)
        return;
    m_current = std::clamp(day, firstDay(), lastDay());
    const QRect month = monthRect(monthOf(m_current)).translated(0, verticalScrollBar()->value());
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(std::clamp(bar->value(), std::min(month.top(), month.bottom() - viewport()->height()), month.top()));
    setAccessibleDescription(describe(m_current));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    viewport()->update();
}

int PruneCalendar::monthOf(QDate day) const
{
    const QDate first = firstDay();
    return (day.year() - first.year()) * 12 + day.month() - first.month();
}

int PruneCalendar::monthCount() const
{
    return m_cells.columns() > 0 ? monthOf(lastDay()) + 1 : 0;
}

QSize PruneCalendar::monthSize() const
{
    const QSize cell(fontMetrics().horizontalAdvance(QStringLiteral("W 00")) + 2, fontMetrics().height() + 4);
    return {cell.width() * daysOfWeek, cell.height() * linesOfMonth};
}

int PruneCalendar::monthsInRow() const
{
    return std::max(1, (viewport()->width() - gap) / (monthSize().width() + gap));
}

QRect PruneCalendar::monthRect(int month) const
{
    const QPoint place(month % monthsInRow(), month / monthsInRow());
    const QSize size = monthSize();
    return {QPoint(gap + place.x() * (size.width() + gap), gap + place.y() * (size.height() + gap) - verticalScrollBar()->value()), size};
}

QRect PruneCalendar::dayRect(QDate day) const
{
    const int month = m_cells.columns() > 0 ? monthOf(day) : -1;
    if (month < 0 || month >= monthCount())
        return {};
    const QRect place = monthRect(month);
    const QSize cell(place.width() / daysOfWeek, place.height() / linesOfMonth);
    const int before = QDate(day.year(), day.month(), 1).dayOfWeek() - 1;
    const int number = before + day.day() - 1;
    return {place.topLeft() + QPoint(number % daysOfWeek * cell.width(), (2 + number / daysOfWeek) * cell.height()), cell};
}

std::optional<QDate> PruneCalendar::dayAt(QPoint at) const
{
    for (int month = 0; month < monthCount(); ++month) {
        if (!monthRect(month).contains(at))
            continue;
        const QDate first = monthAfter(firstDay(), month);
        for (int i = 0; i < first.daysInMonth(); ++i) {
            if (dayRect(first.addDays(i)).contains(at))
                return first.addDays(i);
        }
    }
    return std::nullopt;
}

void PruneCalendar::updateScrollBar()
{
    const int rows = (monthCount() + monthsInRow() - 1) / monthsInRow();
    const int height = gap + rows * (monthSize().height() + gap);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(monthSize().height() / linesOfMonth);
}

bool PruneCalendar::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto day = dayAt(help->pos());
    if (day && cellOf(*day))
        QToolTip::showText(help->globalPos(), describe(*day), viewport());
    else
        QToolTip::hideText();
    return true;
}

void PruneCalendar::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const QSize month = monthSize();
    m_painter.prepare({month.width() / daysOfWeek, month.height() / linesOfMonth}, palette(), font(), viewport()->devicePixelRatioF());
    for (int each = 0; each < monthCount(); ++each) {
        if (monthRect(each).intersects(viewport()->rect()))
            paintMonth(painter, each);
    }
}

void PruneCalendar::paintMonth(QPainter &painter, int month)
{
    const QRect place = monthRect(month);
    const QDate first = monthAfter(firstDay(), month);
    const QSize cell(place.width() / daysOfWeek, place.height() / linesOfMonth);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRect(place.topLeft(), QSize(place.width(), cell.height())), int(Qt::AlignCenter),
                     QLocale().standaloneMonthName(first.month()) + u' ' + QString::number(first.year()));
    painter.setFont(font());
    painter.setPen(faintText(palette()));
    for (int day = 1; day <= daysOfWeek; ++day) {
        const QPoint at = place.topLeft() + QPoint((day - 1) * cell.width(), cell.height());
        painter.drawText(QRect(at, cell), int(Qt::AlignCenter), QLocale().standaloneDayName(day, QLocale::NarrowFormat));
    }
    for (int i = 0; i < first.daysInMonth(); ++i)
        paintDay(painter, first.addDays(i));
}

/// A letter where there are backups, else the number of the day.
void PruneCalendar::paintDay(QPainter &painter, QDate day)
{
    const QRect place = dayRect(day);
    if (const PruneCell *cell = cellOf(day)) {
        m_painter.paint(painter, place.topLeft(), cell->symbol, cell->count, false);
    } else {
        painter.setPen(faintText(palette()));
        painter.drawText(place, int(Qt::AlignCenter), QString::number(day.day()));
    }
    if (day != m_current)
        return;
    painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place.adjusted(1, 1, -1, -1));
}

void PruneCalendar::resizeEvent(QResizeEvent *)
{
    updateScrollBar();
}

void PruneCalendar::scrollContentsBy(int, int)
{
    viewport()->update();
}

void PruneCalendar::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateScrollBar();
}

void PruneCalendar::keyPressEvent(QKeyEvent *event)
{
    if (!m_current.isValid())
        return QAbstractScrollArea::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left: return setCurrentDay(m_current.addDays(-1));
    case Qt::Key_Right: return setCurrentDay(m_current.addDays(1));
    case Qt::Key_Up: return setCurrentDay(m_current.addDays(-daysOfWeek));
    case Qt::Key_Down: return setCurrentDay(m_current.addDays(daysOfWeek));
    case Qt::Key_PageUp: return setCurrentDay(m_current.addMonths(-1));
    case Qt::Key_PageDown: return setCurrentDay(m_current.addMonths(1));
    case Qt::Key_Home: return setCurrentDay(firstDay());
    case Qt::Key_End: return setCurrentDay(lastDay());
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void PruneCalendar::mousePressEvent(QMouseEvent *event)
{
    if (const auto day = dayAt(event->position().toPoint()))
        setCurrentDay(*day);
}

} // namespace espalier
