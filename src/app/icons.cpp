// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

#include <algorithm>
#include <array>
#include <cmath>

namespace espalier {

namespace {

constexpr std::array fileNames = {
#define ESPALIER_X(name, file) file,
    ESPALIER_ICONS(ESPALIER_X)
#undef ESPALIER_X
};

/// Pixels of the rendered pictures (cmake/RenderIcons.cmake).
constexpr std::array lineSizes = {16, 24, 32, 48, 72};
constexpr std::array applicationSizes = {16, 24, 32, 48, 64, 72, 128, 256};

int renderedSize(IconName name, int pixels)
{
    const auto pick = [pixels](const auto &sizes) {
        const auto found = std::ranges::find_if(sizes, [pixels](int size) { return size >= pixels; });
        return found == sizes.end() ? sizes.back() : *found;
    };
    return name == IconName::Application ? pick(applicationSizes) : pick(lineSizes);
}

bool isDark(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    const QColor behind = mode == QIcon::Selected ? palette.color(QPalette::Highlight) : palette.color(QPalette::Window);
    const QColor text = mode == QIcon::Selected ? palette.color(QPalette::HighlightedText) : palette.color(QPalette::WindowText);
    return text.lightness() > behind.lightness();
}

/// Paints the rendered picture that fits size and palette. Keeps nothing but its name, so a new palette needs no notice.
class LineIconEngine : public QIconEngine
{
public:
    explicit LineIconEngine(IconName name) : m_name(name) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatio();
        const QPixmap picture = scaledPixmap(rect.size(), mode, state, scale);
        QRect place(QPoint(), picture.deviceIndependentSize().toSize());
        place.moveCenter(rect.center());
        painter->drawPixmap(place, picture);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int pixels = std::max(1, int(std::lround(std::min(size.width(), size.height()) * scale)));
        const QString path = QStringLiteral(":/icons/%1/%2-%3.png")
                                 .arg(isDark(mode) ? QLatin1StringView("dark") : QLatin1StringView("light"), iconFileName(m_name))
                                 .arg(renderedSize(m_name, pixels));
        const QString key = QStringLiteral("espalier %1 %2 %3 %4").arg(path).arg(pixels).arg(scale).arg(int(mode));
        QPixmap picture;
        if (QPixmapCache::find(key, &picture))
            return picture;
        picture = draw(path, pixels, mode == QIcon::Disabled ? 0.4 : 1.0);
        if (mode == QIcon::Selected)
            paintOver(picture, QGuiApplication::palette().color(QPalette::HighlightedText));
        picture.setDevicePixelRatio(scale);
        QPixmapCache::insert(key, picture);
        return picture;
    }

    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        QList<QSize> sizes;
        const auto add = [&sizes](int size) { sizes.append(QSize(size, size)); };
        if (m_name == IconName::Application)
            std::ranges::for_each(applicationSizes, add);
        else
            std::ranges::for_each(lineSizes, add);
        return sizes;
    }

    QString key() const override { return QStringLiteral("espalier-line"); }
    QString iconName() override { return iconFileName(m_name); }
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new LineIconEngine(m_name); }

private:
    /// On the selection's colour, red and green lines would not be seen.
    static void paintOver(QPixmap &picture, const QColor &colour)
    {
        QPainter painter(&picture);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(picture.rect(), colour);
    }

    static QPixmap draw(const QString &path, int pixels, qreal opacity)
    {
        QImage image(path);
        if (image.width() != pixels)
            image = image.scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        QPixmap picture(pixels, pixels);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setOpacity(opacity);
        painter.drawImage(0, 0, image);
        return picture;
    }

    IconName m_name;
};

} // namespace

QIcon icon(IconName name)
{
    return QIcon(new LineIconEngine(name));
}

QString iconFileName(IconName name)
{
    return QString::fromLatin1(fileNames.at(std::size_t(name)));
}

} // namespace espalier
