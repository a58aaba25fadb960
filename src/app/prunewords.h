// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/prunecells.h"

#include <QColor>
#include <QPalette>
#include <QString>

namespace espalier {

/// @name How the windows about prune show what becomes of snapshots
/// @{
QChar pruneLetter(PruneSymbol symbol);                           ///< L H D W M Y, K, P, u, x
QString pruneLegend();                                           ///< What each letter means, in one line.
QColor pruneColour(PruneSymbol symbol, const QPalette &palette); ///< Behind the letter, which the palette's text colour can be read on.
QString pruneLine(const ShownPrune &shown, std::size_t group, std::size_t snapshot); ///< Time, verdict and reason.
QString pruneReason(const ShownPrune &shown, std::size_t group, std::size_t snapshot);
QString pruneRowName(const PruneCells &cells, const PruneRow &row); ///< Its group, or the namespace of a heading.
/// Group, period, and a line for each snapshot in it, newest first; many are only counted.
QString pruneCellText(const PruneCells &cells, const PruneRow &row, int column);
QString pruneDayText(const PruneCells &cells, const PruneRow &row, int column); ///< The same without the group.
/// @}

} // namespace espalier
