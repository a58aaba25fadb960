// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>

namespace espalier {

/// The header of the tree. Columns of mere icons have an icon for a title; their words are in the tooltip and for screen readers.
class TreeHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TreeHeader(QWidget *parent = nullptr);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;
};

} // namespace espalier
