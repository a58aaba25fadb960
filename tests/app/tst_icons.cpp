// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/icons.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QTest>

using namespace espalier;

namespace {

int paintedPixels(const QImage &image)
{
    int painted = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            painted += qAlpha(image.pixel(x, y)) > 40;
    }
    return painted;
}

/// Mean lightness of what is painted, 0..255.
int lightness(const QImage &image)
{
    qint64 sum = 0;
    qint64 weight = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            sum += qint64(colour.lightness()) * colour.alpha();
            weight += colour.alpha();
        }
    }
    return weight ? int(sum / weight) : -1;
}

QPalette lightPalette()
{
    return QPalette(QColor(240, 240, 240));
}

QPalette darkPalette()
{
    QPalette palette(QColor(40, 42, 45));
    palette.setColor(QPalette::WindowText, Qt::white);
    palette.setColor(QPalette::Window, QColor(40, 42, 45));
    return palette;
}

} // namespace

class tst_Icons : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void rendered_data();
    void rendered();
    void shapesDiffer();
    void followsPalette();
    void paintsInDevicePixels();
    void disabledIsFainter();
};

void tst_Icons::cleanup()
{
    QGuiApplication::setPalette(lightPalette());
}

void tst_Icons::rendered_data()
{
    QTest::addColumn<IconName>("name");
    for (int i = 0; i < iconCount; ++i)
        QTest::newRow(qPrintable(iconFileName(IconName(i)))) << IconName(i);
}

void tst_Icons::rendered()
{
    QFETCH(IconName, name);
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        QGuiApplication::setPalette(palette);
        for (int size : {16, 24}) {
            for (qreal scale : {1.0, 2.0, 3.0}) {
                const QImage image = icon(name).pixmap(QSize(size, size), scale).toImage();
                QCOMPARE(image.size(), QSize(size, size) * scale);
                QVERIFY2(paintedPixels(image) >= 8 * scale, qPrintable(iconFileName(name)));
            }
        }
    }
}

void tst_Icons::shapesDiffer()
{
    QHash<QByteArray, QString> seen;
    for (int i = 0; i < iconCount; ++i) {
        const QImage shape = icon(IconName(i)).pixmap(QSize(48, 48), 1.0).toImage().convertToFormat(QImage::Format_Alpha8);
        const QByteArray bytes(reinterpret_cast<const char *>(shape.constBits()), shape.sizeInBytes());
        QVERIFY2(!seen.contains(bytes), qPrintable(iconFileName(IconName(i)) + QStringLiteral(" looks like ") + seen.value(bytes)));
        seen.insert(bytes, iconFileName(IconName(i)));
    }
}

void tst_Icons::followsPalette()
{
    const QIcon folder = icon(IconName::Namespace);
    QGuiApplication::setPalette(lightPalette());
    QVERIFY(lightness(folder.pixmap(QSize(24, 24), 1.0).toImage()) < 100);
    QGuiApplication::setPalette(darkPalette());
    QVERIFY(lightness(folder.pixmap(QSize(24, 24), 1.0).toImage()) > 160);
}

void tst_Icons::paintsInDevicePixels()
{
    QImage canvas(32, 32, QImage::Format_ARGB32_Premultiplied);
    canvas.setDevicePixelRatio(2);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    icon(IconName::Datastore).paint(&painter, QRect(0, 0, 16, 16));
    painter.end();
    const QImage wanted = icon(IconName::Datastore).pixmap(QSize(16, 16), 2.0).toImage().convertToFormat(canvas.format());
    QCOMPARE(paintedPixels(canvas), paintedPixels(wanted));
}

void tst_Icons::disabledIsFainter()
{
    const QIcon cut = icon(IconName::Cut);
    const auto strength = [&cut](QIcon::Mode mode) {
        const QImage image = cut.pixmap(QSize(24, 24), 1.0, mode).toImage();
        int most = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                most = std::max(most, qAlpha(image.pixel(x, y)));
        }
        return most;
    };
    QVERIFY(strength(QIcon::Disabled) < strength(QIcon::Normal) / 2);
}

QTEST_MAIN(tst_Icons)
#include "tst_icons.moc"
