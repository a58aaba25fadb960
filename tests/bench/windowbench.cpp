// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo.h"
#include "app/mainwindow.h"
#include "app/openstore.h"
#include "remote/backend.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPaintEvent>
#include <QTemporaryDir>
#include <QTimer>

#include "ui_mainwindow.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <print>

// windowbench STARTED [STORE]: opens the window, and STORE in it. Prints, each on a line of its own:
//   paint S        seconds from STARTED (CLOCK_MONOTONIC, in seconds) to the end of the window's first painting
//   load-block S   longest time for which the event loop did not come round while STORE was read
//   load S         from opening STORE to its tree in the window
//   filter-block S the same while filters were typed and applied

using namespace espalier;

namespace {

double monotonicSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Sees the end of a window's first painting: the first event after its paint event.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(QWidget *window) { window->installEventFilter(this); }
    double at = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            QTimer::singleShot(0, this, [this] { at = monotonicSeconds(); });
        }
        return false;
    }

private:
    bool m_seen = false;
};

/// The longest time between two rounds of the event loop: a timer of a millisecond that ticks late.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest, m_since.nsecsElapsed()), m_since.start(); });
        m_since.start();
        m_timer.start();
    }
    double longest() const { return static_cast<double>(std::max(m_longest, m_since.nsecsElapsed())) / 1e9; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

void runFor(int milliseconds)
{
    QElapsedTimer timer;
    for (timer.start(); !timer.hasExpired(milliseconds);)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
}

bool runUntil(const std::function<bool()> &happened)
{
    QElapsedTimer timer;
    for (timer.start(); !happened();) {
        if (timer.hasExpired(120'000))
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    }
    return true;
}

bool load(MainWindow &window, const QString &store)
{
    const Heartbeat heartbeat;
    QElapsedTimer timer;
    timer.start();
    window.openPlaces({store});
    const auto isLoaded = [&window] {
        const auto stores = window.stores().stores();
        return !stores.empty() && stores.front()->loadState() == OpenStore::LoadState::Ready;
    };
    if (!runUntil(isLoaded))
        return false;
    const double took = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    runFor(500);
    std::println("load-block {:.4f}\nload {:.4f}", heartbeat.longest(), took);
    return true;
}

void filter(MainWindow &window)
{
    const Heartbeat heartbeat;
    for (const QString &text :
         {QStringLiteral("vm/1"), QStringLiteral("owner:backup"), QStringLiteral("12"), QStringLiteral("ns:a vm/100-199")}) {
        for (qsizetype length = 1; length <= text.size(); ++length) {
            window.ui().filterEdit->setText(text.first(length));
            runFor(80);
        }
        runFor(1000);
        window.ui().filterEdit->clear();
        runFor(500);
    }
    std::println("filter-block {:.4f}", heartbeat.longest());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 2)
        return 2;
    const QTemporaryDir directory;
    Settings config(directory.filePath(QStringLiteral("config")));
    Settings state(directory.filePath(QStringLiteral("state")));
    const BackendOptions backend{.pbsRoot = "/", .stateHome = directory.path().toStdString(), .fileSystem = nullptr};
    MainWindow window({.config = &config,
                       .state = &state,
                       .makeBackend = [backend](const Place &place) { return makeBackend(place, backend); },
                       .makeDemo = &makeDemo,
                       .demoDirectory = directory.path()});
    const FirstPaint painted(&window);
    window.show();
    if (!runUntil([&painted] { return painted.at > 0; }))
        return 1;
    std::println("paint {:.4f}", painted.at - std::atof(argv[1]));
    if (argc < 3)
        return 0;
    runFor(300);
    if (!load(window, QString::fromLocal8Bit(argv[2])))
        return 1;
    filter(window);
    return 0;
}
