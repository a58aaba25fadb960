// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tourstage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

#include <algorithm>
#include <print>

namespace espalier {

namespace {

constexpr int patience = 10'000; // milliseconds

/// A window over another, with the frame and title that a window manager would give it.
void paintOver(QPainter &painter, QWidget *over, const QPoint &at)
{
    const QSize size = over->size();
    const bool isDialog = over->windowFlags().testFlag(Qt::Dialog) && !over->windowFlags().testFlag(Qt::ToolTip);
    const int title = isDialog ? over->fontMetrics().height() + 10 : 0;
    const QRect frame(at.x() - 1, at.y() - title - 1, size.width() + 2, size.height() + title + 2);
    painter.fillRect(frame.translated(3, 3), QColor(0, 0, 0, 60));
    painter.fillRect(frame, over->palette().color(QPalette::Mid));
    if (isDialog) {
        painter.setPen(over->palette().color(QPalette::WindowText));
        painter.setFont(over->font());
        painter.drawText(QRect(at.x(), at.y() - title, size.width(), title), Qt::AlignCenter, over->windowTitle());
    }
    painter.drawPixmap(at, over->grab());
}

} // namespace

void TourStage::step(const QString &title, const std::function<bool()> &play)
{
    const bool done = play();
    std::println("{} {}", done ? "ok    " : "FAILED", title.toStdString());
    std::fflush(stdout);
    if (!done)
        ++m_failures;
}

bool TourStage::waitFor(const std::function<bool()> &happened)
{
    QElapsedTimer timer;
    timer.start();
    while (!happened()) {
        if (timer.hasExpired(patience))
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    return true;
}

void TourStage::settle()
{
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    }
}

bool TourStage::picture(QWidget *window, const QString &name)
{
    settle();
    QPixmap pixmap = window->grab();
    {
        QPainter painter(&pixmap);
        QWidgetList tops = QApplication::topLevelWidgets(); // in no order: what blocks others lies over them
        std::ranges::stable_sort(tops, {}, [](const QWidget *top) { return top->windowType() == Qt::Popup ? 2 : top->isModal() ? 1 : 0; });
        for (QWidget *over : tops) {
            if (over != window && over->isVisible() && !over->size().isEmpty())
                paintOver(painter, over, over->mapToGlobal(QPoint()) - window->mapToGlobal(QPoint()));
        }
    }
    const QString fileName = QStringLiteral("%1-%2.png").arg(m_number++, 2, 10, QLatin1Char('0')).arg(name);
    if (pixmap.save(m_directory.filePath(fileName)))
        return true;
    std::println(stderr, "{} could not be written.", m_directory.filePath(fileName).toStdString());
    return false;
}

} // namespace espalier
