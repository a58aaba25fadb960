// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunecellpainter.h"

#include "app/prunewords.h"

#include <algorithm>
#include <utility>

namespace espalier {

namespace {

constexpr std::size_t mostCounted = 99;

} // namespace

void PruneCellPainter::prepare(const QSize &cell, const QPalette &palette, const QFont &font, qreal pixelRatio)
{
    if (m_cell == cell && m_palette == palette && m_font == font && m_pixelRatio == pixelRatio)
        return;
    m_cell = cell;
    m_palette = palette;
    m_font = font;
    m_pixelRatio = pixelRatio;
    m_drawn.clear();
}

void PruneCellPainter::paint(QPainter &painter, const QPoint &at, PruneSymbol symbol, std::size_t count, bool differs)
{
    const std::size_t counted = std::min(count, mostCounted + 1);
    const quint32 key = quint32(std::to_underlying(symbol)) << 16 | quint32(counted) << 1 | quint32(differs);
    auto drawn = m_drawn.constFind(key);
    if (drawn == m_drawn.constEnd())
        drawn = m_drawn.insert(key, draw(symbol, counted, differs));
    painter.drawPixmap(at, *drawn);
}

QPixmap PruneCellPainter::draw(PruneSymbol symbol, std::size_t count, bool differs) const
{
    QPixmap pixmap(m_cell * m_pixelRatio);
    pixmap.setDevicePixelRatio(m_pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QRect inside = QRect(QPoint(0, 0), m_cell).adjusted(1, 1, -1, -1);
    painter.fillRect(inside, pruneColour(symbol, m_palette));
    painter.setPen(m_palette.color(QPalette::Text));
    QFont font = m_font;
    font.setBold(symbol != PruneSymbol::Removed);
    painter.setFont(font);
    const QString letter(pruneLetter(symbol));
    if (count < 2) {
        painter.drawText(inside, int(Qt::AlignCenter), letter);
    } else {
        painter.drawText(inside.adjusted(2, 0, 0, 0), int(Qt::AlignLeft | Qt::AlignVCenter), letter);
        font.setBold(false);
        font.setPointSizeF(std::max(6.0, font.pointSizeF() * 0.75));
        painter.setFont(font);
        const QString number = count > mostCounted ? QStringLiteral("…") : QString::number(count);
        painter.drawText(inside.adjusted(0, 0, -2, -1), int(Qt::AlignRight | Qt::AlignBottom), number);
    }
    if (differs) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(m_palette.color(QPalette::Text));
        painter.setPen(Qt::NoPen);
        const QPoint corner = inside.topRight() + QPoint(1, 0);
        painter.drawPolygon(QPolygon({corner, corner - QPoint(6, 0), corner + QPoint(0, 6)}));
    }
    return pixmap;
}

} // namespace espalier
