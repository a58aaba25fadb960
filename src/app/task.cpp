// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/task.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>

#include <utility>

namespace espalier {

namespace {

qint64 steadyMilliseconds()
{
    static const QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return timer.elapsed();
}

QString levelWord(Task::LogLevel level)
{
    // Technical words of a log, the same in every language: programs read them, too.
    switch (level) {
    case Task::LogLevel::Info: return QStringLiteral("info ");
    case Task::LogLevel::Warning: return QStringLiteral("warn ");
    case Task::LogLevel::Error: return QStringLiteral("error");
    }
    return {};
}

} // namespace

Task::Task(const QString &title, Clock clock, QObject *parent)
    : QObject(parent)
    , m_title(title)
    , m_clock(clock ? std::move(clock) : Clock(&steadyMilliseconds))
    , m_startedAt(m_clock())
{
}

void Task::setProgress(qint64 done, qint64 total, const QString &current)
{
    m_done = done;
    m_total = total;
    m_counted.clear();
    m_current = current;
    emit changed();
}

void Task::setShare(double share, const QString &counted, const QString &current)
{
    constexpr qint64 whole = 1'000'000;
    m_done = qint64(share * double(whole));
    m_total = whole;
    m_counted = counted;
    m_current = current;
    emit changed();
}

std::optional<double> Task::rate() const
{
    const qint64 elapsed = (isOver() ? m_endedAt : m_clock()) - m_startedAt;
    if (elapsed < 500 || m_done <= 0)
        return std::nullopt;
    return double(m_done) * 1000.0 / double(elapsed);
}

std::optional<qint64> Task::secondsLeft() const
{
    const auto perSecond = rate();
    if (isOver() || !perSecond || m_total <= m_done)
        return std::nullopt;
    return qint64(double(m_total - m_done) / *perSecond + 0.999);
}

QString Task::progressText() const
{
    if (isOver())
        return m_summary;
    const QLocale locale;
    QStringList parts;
    if (!m_counted.isEmpty())
        parts << m_counted;
    else if (m_total > 0)
        parts << tr("%1 of %2", "steps of a task").arg(locale.toString(m_done), locale.toString(m_total));
    else if (m_done > 0)
        parts << locale.toString(m_done);
    if (const auto perSecond = rate(); perSecond && m_counted.isEmpty())
        parts << tr("%1/s", "steps of a task per second").arg(locale.toString(*perSecond, 'f', *perSecond < 10 ? 1 : 0));
    if (const auto left = secondsLeft())
        parts << (*left < 100 ? tr("%1 s left").arg(locale.toString(*left)) : tr("%1 min left").arg(locale.toString((*left + 59) / 60)));
    if (!m_current.isEmpty())
        parts << m_current;
    return parts.join(QStringLiteral("  ·  "));
}

QString Task::stateText() const
{
    switch (m_state) {
    case State::Running: return tr("running", "state of a task");
    case State::Stopping: return tr("stopping", "state of a task");
    case State::Finished: return tr("finished", "state of a task");
    case State::Stopped: return tr("stopped", "state of a task");
    case State::Failed: return tr("failed", "state of a task");
    }
    return {};
}

void Task::log(LogLevel level, const QString &text)
{
    const QString time = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    const QString line = QStringLiteral("%1 %2 %3").arg(time, levelWord(level), text);
    m_log.append(line);
    if (m_log.size() > logLimit)
        m_log.remove(0, m_log.size() - logLimit);
    emit logged(line);
}

void Task::finish(State state, const QString &summary)
{
    if (isOver())
        return;
    m_endedAt = m_clock();
    m_state = state;
    m_summary = summary;
    log(state == State::Failed ? LogLevel::Error : LogLevel::Info, summary);
    emit changed();
    emit finished();
}

void Task::requestStop()
{
    if (!canStop())
        return;
    m_state = State::Stopping;
    emit changed();
    emit stopRequested();
}

} // namespace espalier
