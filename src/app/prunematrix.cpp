// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunematrix.h"

#include "app/prunewords.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace espalier {

namespace {

constexpr int mostNameWidth = 260;
constexpr int margin = 6;

} // namespace

PruneMatrix::PruneMatrix(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("What is kept of each group, over time"));
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    updateSizes();
}

void PruneMatrix::setShown(std::shared_ptr<const ShownPrune> shown, bool onlyDifferences)
{
    m_shown = std::move(shown);
    m_onlyDifferences = onlyDifferences;
    rebuild();
}

void PruneMatrix::setStep(PeriodStep step)
{
    if (m_step == step)
        return;
    const int visible = std::max(1, m_cells.columns());
    const double place = double(m_column) / visible;
    m_step = step;
    rebuild();
    setCurrent(m_row, int(place * m_cells.columns()));
    emit stepChanged(step);
}

void PruneMatrix::rebuild()
{
    m_cells = PruneCells(m_shown, m_step, m_onlyDifferences);
    const int last = int(m_cells.rows().size()) - 1;
    m_row = last < 1 ? -1 : nearestGroup(std::clamp(m_row, 1, last), 1);
    m_column = std::clamp(m_column, 0, std::max(0, m_cells.columns() - 1));
    updateSizes();
    describeCurrent();
    viewport()->update();
}

void PruneMatrix::updateSizes()
{
    const QFontMetrics metrics(font());
    const int digits = metrics.horizontalAdvance(m_step == PeriodStep::Year ? QStringLiteral("0000") : QStringLiteral("W 00"));
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics letters(bold); // measured here, so that this font is not looked for when the first cell is painted
    m_cell = {std::max(digits, letters.horizontalAdvance(u'W')) + 6, std::max(metrics.height(), letters.height()) + 6};
    m_header = 2 * metrics.height() + margin;
    int widest = metrics.horizontalAdvance(QStringLiteral("vm/100000"));
    for (const PruneRow &row : m_cells.rows()) {
        if (row.group && widest < mostNameWidth)
            widest = std::max(widest, metrics.horizontalAdvance(pruneRowName(m_cells, row)));
    }
    const auto width = [&metrics](const QString &text) { return metrics.horizontalAdvance(text); };
    m_number = std::max({width(staysTitle()), width(goesTitle()), width(QStringLiteral("00000"))}) + margin;
    m_names = std::min(widest, mostNameWidth) + 2 * m_number + 4 * margin;
    updateScrollBars();
}

QString PruneMatrix::staysTitle()
{
    return tr("stay", "column of numbers: snapshots that stay");
}

QString PruneMatrix::goesTitle()
{
    return tr("go", "column of numbers: snapshots that are removed");
}

void PruneMatrix::updateScrollBars()
{
    const int columns = std::max(0, viewport()->width() - m_names) / m_cell.width();
    horizontalScrollBar()->setRange(0, std::max(0, m_cells.columns() - columns));
    horizontalScrollBar()->setPageStep(std::max(1, columns));
    verticalScrollBar()->setRange(0, std::max(0, int(m_cells.rows().size()) - pageRows()));
    verticalScrollBar()->setPageStep(pageRows());
}

int PruneMatrix::pageRows() const
{
    return std::max(1, (viewport()->height() - m_header) / m_cell.height());
}

/// The row of a group at @p row or next to it, in @p direction first; -1 where there is none.
int PruneMatrix::nearestGroup(int row, int direction) const
{
    const auto isGroup = [this](int at) { return at >= 0 && at < int(m_cells.rows().size()) && m_cells.rows()[std::size_t(at)].group; };
    for (const int candidate : {row, row + direction, row - direction}) {
        if (isGroup(candidate))
            return candidate;
    }
    return -1;
}

void PruneMatrix::setCurrent(int row, int column)
{
    if (m_cells.rows().empty())
        return;
    const int direction = row < m_row ? -1 : 1;
    const int found = nearestGroup(std::clamp(row, 0, int(m_cells.rows().size()) - 1), direction);
    m_row = found;
    m_column = std::clamp(column, 0, std::max(0, m_cells.columns() - 1));
    QScrollBar *across = horizontalScrollBar();
    across->setValue(std::clamp(across->value(), std::max(0, m_column - across->pageStep() + 1), m_column));
    QScrollBar *down = verticalScrollBar();
    const int top = m_row == 1 ? 0 : m_row; // the first heading as well
    down->setValue(std::clamp(down->value(), std::max(0, m_row - down->pageStep() + 1), top));
    describeCurrent();
    viewport()->update();
    emit currentChanged();
}

void PruneMatrix::describeCurrent()
{
    const bool hasCell = m_row >= 0 && m_cells.columns() > 0;
    const QString words = hasCell ? pruneCellText(m_cells, m_cells.rows()[std::size_t(m_row)], m_column) : QString();
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

QRect PruneMatrix::cellRect(int row, int column) const
{
    return {QPoint(m_names + (column - horizontalScrollBar()->value()) * m_cell.width(),
                   m_header + (row - verticalScrollBar()->value()) * m_cell.height()),
            m_cell};
}

std::pair<int, int> PruneMatrix::cellAt(QPoint at) const
{
    if (at.y() < m_header)
        return {-1, -1};
    const int row = verticalScrollBar()->value() + (at.y() - m_header) / m_cell.height();
    if (row >= int(m_cells.rows().size()))
        return {-1, -1};
    const int column = at.x() < m_names ? -1 : horizontalScrollBar()->value() + (at.x() - m_names) / m_cell.width();
    return {row, column < m_cells.columns() ? column : -1};
}

bool PruneMatrix::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto [row, column] = cellAt(help->pos());
    if (row < 0 || (column < 0 && m_cells.rows()[std::size_t(row)].group))
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), pruneCellText(m_cells, m_cells.rows()[std::size_t(row)], column), viewport());
    return true;
}

void PruneMatrix::resizeEvent(QResizeEvent *)
{
    updateScrollBars();
}

void PruneMatrix::scrollContentsBy(int, int)
{
    viewport()->update();
}

void PruneMatrix::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateSizes();
}

void PruneMatrix::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PruneMatrix::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void PruneMatrix::keyPressEvent(QKeyEvent *event)
{
    const int lastRow = int(m_cells.rows().size()) - 1;
    const bool isAll = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left: return setCurrent(m_row, m_column - 1);
    case Qt::Key_Right: return setCurrent(m_row, m_column + 1);
    case Qt::Key_Up: return setCurrent(m_row - 1, m_column);
    case Qt::Key_Down: return setCurrent(m_row + 1, m_column);
    case Qt::Key_PageUp: return setCurrent(m_row - pageRows(), m_column);
    case Qt::Key_PageDown: return setCurrent(m_row + pageRows(), m_column);
    case Qt::Key_Home: return isAll ? setCurrent(0, 0) : setCurrent(m_row, 0);
    case Qt::Key_End: return isAll ? setCurrent(lastRow, m_cells.columns() - 1) : setCurrent(m_row, m_cells.columns() - 1);
    case Qt::Key_Plus: return zoom(-1);
    case Qt::Key_Minus: return zoom(1);
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void PruneMatrix::mousePressEvent(QMouseEvent *event)
{
    const auto [row, column] = cellAt(event->position().toPoint());
    if (row >= 0 && m_cells.rows()[std::size_t(row)].group)
        setCurrent(row, column >= 0 ? column : m_column);
}

void PruneMatrix::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    m_wheel += event->angleDelta().y();
    if (const int notches = m_wheel / QWheelEvent::DefaultDeltasPerStep; notches != 0) {
        m_wheel -= notches * QWheelEvent::DefaultDeltasPerStep;
        zoom(-notches);
    }
    event->accept();
}

void PruneMatrix::zoom(int steps)
{
    const int step = std::clamp(int(std::to_underlying(m_step)) + steps, 0, int(std::to_underlying(PeriodStep::Year)));
    setStep(PeriodStep(step));
}

} // namespace espalier
