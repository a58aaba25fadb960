// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hand.h"

#include <QCursor>
#include <QDeadlineTimer>
#include <QGuiApplication>
#include <QPixmap>
#include <QScreen>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

namespace espalier::test {

namespace {

constexpr int patience = 30'000; ///< Milliseconds for one step.
constexpr int pace = 15;         ///< Milliseconds between two of them.
constexpr int strides = 8;       ///< From one place to another.

QString program()
{
    return QStandardPaths::findExecutable(QStringLiteral("xdotool"));
}

/// What was on the screen when a test failed.
QString keepPicture()
{
    const QString file = QStringLiteral(ESPALIER_BINARY_DIR "/tests/%1.png").arg(QLatin1String(QTest::currentTestFunction()));
    return QGuiApplication::primaryScreen()->grabWindow().save(file) ? file : QString();
}

} // namespace

Hand::Hand()
{
    m_ticks.setInterval(pace);
    connect(&m_ticks, &QTimer::timeout, this, &Hand::tick);
}

Hand::~Hand()
{
    m_xdotool.kill();
    m_xdotool.waitForFinished();
}

bool Hand::isThere()
{
    return !program().isEmpty();
}

Hand &Hand::moveTo(const Point &point)
{
    const auto move = [this, point](int turn) {
        const QPoint here = QCursor::pos();
        const QPoint there = point();
        if (here == there)
            return true;
        const QPoint next = here + (there - here) / std::max(1, strides - turn);
        run({QStringLiteral("mousemove"), QString::number(next.x()), QString::number(next.y())});
        return false;
    };
    m_steps.push_back({QStringLiteral("the pointer gets there"), move});
    return *this;
}

Hand &Hand::press()
{
    return once({QStringLiteral("mousedown"), QStringLiteral("1")});
}

Hand &Hand::release()
{
    return once({QStringLiteral("mouseup"), QStringLiteral("1")});
}

Hand &Hand::click(const Point &point)
{
    return moveTo(point).once({QStringLiteral("click"), QStringLiteral("1")});
}

Hand &Hand::clickWith(QAnyStringView modifier, const Point &point)
{
    return moveTo(point).once({QStringLiteral("keydown"), modifier.toString(), QStringLiteral("click"), QStringLiteral("1"),
                               QStringLiteral("keyup"), modifier.toString()});
}

Hand &Hand::key(QAnyStringView keys)
{
    return once({QStringLiteral("key"), keys.toString()});
}

Hand &Hand::type(QAnyStringView text)
{
    return once({QStringLiteral("type"), QStringLiteral("--delay"), QString::number(pace), text.toString()});
}

Hand &Hand::until(QAnyStringView what, const Condition &condition)
{
    m_steps.push_back({what.toString(), [condition](int) { return condition(); }});
    return *this;
}

Hand &Hand::once(const QStringList &arguments)
{
    const auto act = [this, arguments](int turn) {
        if (turn == 0)
            run(arguments);
        return turn > 0;
    };
    m_steps.push_back({QStringLiteral("xdotool ") + arguments.join(QLatin1Char(' ')), act});
    return *this;
}

bool Hand::play()
{
    m_failure.clear();
    begin();
    m_ticks.start();
    const bool isOver
        = QTest::qWaitFor([this] { return m_steps.empty() && m_xdotool.state() == QProcess::NotRunning; }, QDeadlineTimer::Forever);
    m_ticks.stop();
    return isOver && m_failure.isEmpty();
}

void Hand::run(const QStringList &arguments)
{
    m_xdotool.start(program(), arguments);
}

void Hand::begin()
{
    m_turn = 0;
    m_since.start();
}

void Hand::tick()
{
    if (m_steps.empty())
        return;
    const bool isIdle = m_xdotool.state() == QProcess::NotRunning;
    if (isIdle && m_turn > 0 && m_xdotool.error() == QProcess::FailedToStart)
        return fail(m_xdotool.errorString());
    if (isIdle && m_xdotool.exitCode() != 0)
        return fail(QString::fromUtf8(m_xdotool.readAllStandardError()));
    if (isIdle && m_steps.front().turn(m_turn++)) {
        m_steps.pop_front();
        begin();
    } else if (m_since.hasExpired(patience)) {
        fail(QStringLiteral("it did not come true"));
    }
}

void Hand::fail(const QString &why)
{
    if (m_failure.isEmpty())
        m_failure = QStringLiteral("%1: %2. The screen: %3").arg(m_steps.front().what, why.trimmed(), keepPicture());
    m_steps.clear();
    m_xdotool.kill();
    m_xdotool.waitForFinished();
    // a drag that goes on would never give the test its turn
    QProcess::execute(program(),
                      {QStringLiteral("key"), QStringLiteral("Escape"), QStringLiteral("mouseup"), QStringLiteral("1"),
                       QStringLiteral("keyup"), QStringLiteral("ctrl")});
}

} // namespace espalier::test
