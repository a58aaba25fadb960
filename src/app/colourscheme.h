// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>
#include <Qt>

class QPalette;

namespace espalier {

/// Light, dark, or (Unknown) as the desktop is. Where the platform cannot switch, the palette is set instead.
void applyColourScheme(Qt::ColorScheme scheme);

Qt::ColorScheme colourSchemeFromName(const QString &name); ///< "light", "dark"; Unknown for anything else.
QString colourSchemeName(Qt::ColorScheme scheme);          ///< "system" for Unknown.

/// The colour of small words beside others: paler than the text, and readable.
QColor faintText(const QPalette &palette);

/// The colour of words about what is lost or refused; never the only thing that says so.
QColor alarmingText(const QPalette &palette);

} // namespace espalier
