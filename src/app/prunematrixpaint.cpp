// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What PruneMatrix draws.

#include "app/prunematrix.h"
#include "app/prunewords.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace espalier {

namespace {

constexpr int margin = 6;

} // namespace

void PruneMatrix::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setFont(font());
    if (m_cells.rows().empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect(), int(Qt::AlignCenter),
                         m_onlyDifferences ? tr("There is no difference to the saved job") : tr("There are no snapshots here"));
        return;
    }
    m_painter.prepare(m_cell, palette(), font(), viewport()->devicePixelRatioF());
    paintRows(painter);
    paintHeader(painter);
    paintCurrent(painter);
}

int PruneMatrix::firstRow() const
{
    return verticalScrollBar()->value();
}

int PruneMatrix::endRow() const
{
    return std::min(int(m_cells.rows().size()), firstRow() + (viewport()->height() - m_header) / m_cell.height() + 1);
}

void PruneMatrix::paintRows(QPainter &painter) const
{
    for (int row = firstRow(); row < endRow(); ++row) {
        if (m_cells.rows()[std::size_t(row)].group)
            paintRow(painter, row);
    }
    painter.fillRect(QRect(0, m_header, m_names, viewport()->height()), palette().color(QPalette::Base));
    for (int row = firstRow(); row < endRow(); ++row)
        paintName(painter, row);
}

void PruneMatrix::paintRow(QPainter &painter, int row) const
{
    const std::vector<PruneCell> &cells = m_cells.rows()[std::size_t(row)].cells;
    const int last = horizontalScrollBar()->value() + viewport()->width() / m_cell.width();
    auto cell = std::ranges::lower_bound(cells, horizontalScrollBar()->value(), {}, &PruneCell::column);
    for (; cell != cells.end() && cell->column <= last; ++cell)
        m_painter.paint(painter, cellRect(row, cell->column).topLeft(), cell->symbol, cell->count, cell->differs);
}

void PruneMatrix::paintName(QPainter &painter, int row) const
{
    const PruneRow &it = m_cells.rows()[std::size_t(row)];
    const QRect line(0, cellRect(row, 0).y(), m_names, m_cell.height());
    painter.setPen(palette().color(QPalette::Text));
    if (!it.group) {
        QFont bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        painter.drawText(line.adjusted(margin, 0, viewport()->width(), 0), int(Qt::AlignVCenter), pruneRowName(m_cells, it));
        painter.setFont(font());
        return;
    }
    const PruneCounts &counts = m_cells.shown()->plan.groups[*it.group].counts;
    const QRect numbers = line.adjusted(line.width() - 2 * m_number - margin, 0, -margin, 0);
    const QRect name = line.adjusted(2 * margin, 0, numbers.left() - line.right() - margin, 0);
    painter.drawText(name, int(Qt::AlignVCenter), fontMetrics().elidedText(pruneRowName(m_cells, it), Qt::ElideRight, name.width()));
    const std::size_t kept = counts.snapshots() - counts.removed;
    painter.drawText(numbers.adjusted(0, 0, -m_number, 0), int(Qt::AlignVCenter | Qt::AlignRight), QString::number(kept));
    painter.drawText(numbers, int(Qt::AlignVCenter | Qt::AlignRight), QString::number(counts.removed));
}

/// Names of the periods, and above them what those have in common.
void PruneMatrix::paintHeader(QPainter &painter) const
{
    const int height = fontMetrics().height();
    painter.fillRect(QRect(0, 0, viewport()->width(), m_header), palette().color(QPalette::AlternateBase));
    painter.setPen(palette().color(QPalette::Text));
    painter.setClipRect(m_names, 0, viewport()->width(), m_header);
    const int first = horizontalScrollBar()->value();
    const int end = std::min(m_cells.columns(), first + viewport()->width() / m_cell.width() + 1);
    int free = m_names;
    QString era;
    for (int column = first; column < end; ++column) {
        const QRect place(cellRect(firstRow(), column).x(), height + 2, m_cell.width(), height);
        painter.drawText(place, int(Qt::AlignCenter), m_cells.shortName(column));
        const QString here = m_cells.eraName(column);
        if (here != era && place.x() >= free) {
            painter.drawText(place.x() + 2, 1 + fontMetrics().ascent(), here);
            free = place.x() + fontMetrics().horizontalAdvance(here) + 3 * margin;
        }
        era = here;
    }
    painter.setClipping(false);
    const QRect numbers(m_names - 2 * m_number - margin, height + 2, 2 * m_number, height);
    painter.drawText(numbers.adjusted(0, 0, -m_number, 0), int(Qt::AlignRight), staysTitle());
    painter.drawText(numbers, int(Qt::AlignRight), goesTitle());
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(0, m_header - 1, viewport()->width(), m_header - 1);
    painter.drawLine(m_names - 1, 0, m_names - 1, viewport()->height());
}

void PruneMatrix::paintCurrent(QPainter &painter) const
{
    if (m_row < 0)
        return;
    const QRect cell = cellRect(m_row, m_column);
    if (cell.x() < m_names || cell.y() < m_header)
        return;
    painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cell.adjusted(1, 1, -1, -1));
    if (!hasFocus())
        return;
    QStyleOptionFocusRect focus;
    focus.initFrom(this);
    focus.rect = cell;
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
}

} // namespace espalier
