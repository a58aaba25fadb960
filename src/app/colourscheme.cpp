// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/colourscheme.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleHints>

#include <cmath>

namespace espalier {

namespace {

QPalette darkPalette()
{
    const QColor window(0x2a, 0x2d, 0x30);
    const QColor base(0x1f, 0x22, 0x24);
    const QColor text(0xee, 0xee, 0xec);
    const QColor dim(0x8a, 0x8f, 0x94);
    const QColor accent(0x3d, 0x7e, 0xba);
    QPalette dark(QColor(0x3a, 0x3e, 0x42), window);
    dark.setColor(QPalette::Base, base);
    dark.setColor(QPalette::AlternateBase, QColor(0x26, 0x29, 0x2c));
    dark.setColor(QPalette::ToolTipBase, QColor(0x3a, 0x3e, 0x42));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        dark.setColor(role, text);
        dark.setColor(QPalette::Disabled, role, dim);
    }
    dark.setColor(QPalette::PlaceholderText, dim);
    dark.setColor(QPalette::Highlight, accent);
    dark.setColor(QPalette::HighlightedText, Qt::white);
    dark.setColor(QPalette::Disabled, QPalette::Highlight, QColor(0x4a, 0x4e, 0x52));
    dark.setColor(QPalette::Accent, accent);
    dark.setColor(QPalette::Link, QColor(0x7a, 0xb8, 0xf0));
    dark.setColor(QPalette::LinkVisited, QColor(0xb0, 0x98, 0xe0));
    return dark;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

void applyColourScheme(Qt::ColorScheme scheme)
{
    QApplication::setPalette(QPalette());
    QGuiApplication::styleHints()->setColorScheme(scheme);
    if (scheme == Qt::ColorScheme::Unknown || isDark(QApplication::palette()) == (scheme == Qt::ColorScheme::Dark))
        return;
    QApplication::setPalette(scheme == Qt::ColorScheme::Dark ? darkPalette() : QPalette(QColor(0xef, 0xef, 0xef)));
}

Qt::ColorScheme colourSchemeFromName(const QString &name)
{
    if (name == QLatin1String("light"))
        return Qt::ColorScheme::Light;
    return name == QLatin1String("dark") ? Qt::ColorScheme::Dark : Qt::ColorScheme::Unknown;
}

QString colourSchemeName(Qt::ColorScheme scheme)
{
    switch (scheme) {
    case Qt::ColorScheme::Light: return QStringLiteral("light");
    case Qt::ColorScheme::Dark: return QStringLiteral("dark");
    case Qt::ColorScheme::Unknown: break;
    }
    return QStringLiteral("system");
}

QColor faintText(const QPalette &palette)
{
    constexpr double share = 0.7;
    const QColor text = palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    const auto mixed = [](int strong, int weak) { return int(std::lround(strong * share + weak * (1 - share))); };
    return {mixed(text.red(), base.red()), mixed(text.green(), base.green()), mixed(text.blue(), base.blue())};
}

QColor alarmingText(const QPalette &palette)
{
    const bool isDark = palette.color(QPalette::Base).lightness() < 128;
    return isDark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb0, 0x00, 0x20);
}

} // namespace espalier
