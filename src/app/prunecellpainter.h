// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/prunesymbol.h"

#include <QFont>
#include <QHash>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

namespace espalier {

/// Paints cells with a letter and a number. Each different cell is drawn once and copied from then on.
class PruneCellPainter
{
public:
    /// Before painting; forgets what was drawn for something else.
    void prepare(const QSize &cell, const QPalette &palette, const QFont &font, qreal pixelRatio);

    /// @p count: how many snapshots, shown from 2 on. @p differs: marked by a corner.
    void paint(QPainter &painter, const QPoint &at, PruneSymbol symbol, std::size_t count, bool differs);

private:
    QPixmap draw(PruneSymbol symbol, std::size_t count, bool differs) const;

    QSize m_cell;
    QPalette m_palette;
    QFont m_font;
    qreal m_pixelRatio = 1;
    QHash<quint32, QPixmap> m_drawn;
};

} // namespace espalier
