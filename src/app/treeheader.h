// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>

class QMenu;

namespace espalier {

/// The header of the tree. Columns of mere icons have an icon for a title; their words are in the tooltip and for screen readers.
/// Its context menu chooses the columns.
class TreeHeader : public QHeaderView
{
    Q_OBJECT

public:
    static constexpr QChar gapBehindNumbers = QChar(0x2002); ///< Right-aligned cells keep that distance from the next column.

    explicit TreeHeader(QWidget *parent = nullptr);

    /// What the title of @p column needs; 0 for an icon.
    int titleWidth(int column) const;

    /// Fills @p menu, emptied before, with a switch for each column but the name's.
    void fillColumnsMenu(QMenu *menu);
    void showAllColumns();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;
};

} // namespace espalier
