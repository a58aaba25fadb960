// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace espalier {

/// One operation, for people: what it is, how far it is, what it did. Whoever does the work feeds it; it does none itself.
class Task : public QObject
{
    Q_OBJECT

public:
    enum class State { Running, Stopping, Finished, Stopped, Failed };
    enum class LogLevel { Info, Warning, Error };
    using Clock = std::function<qint64()>; ///< Milliseconds, never going back.

    static constexpr qsizetype logLimit = 20'000; ///< Lines; the oldest go first.

    /// @p title names source, destination and operation. Without @p clock the computer's.
    explicit Task(const QString &title, Clock clock = {}, QObject *parent = nullptr);

    const QString &title() const { return m_title; }
    State state() const { return m_state; }
    bool isOver() const { return m_state != State::Running && m_state != State::Stopping; }
    bool canStop() const { return m_state == State::Running; }

    /// @name Progress in steps of the operation; a total of 0 is one that nobody knows.
    /// @{
    void setProgress(qint64 done, qint64 total, const QString &current = {});
    /// The same where steps are not what people count: @p share is 0 to 1, @p counted says what was done in words.
    void setShare(double share, const QString &counted, const QString &current = {});
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }
    std::optional<double> rate() const;        ///< Steps per second since the start; nothing in the first half second.
    std::optional<qint64> secondsLeft() const; ///< Nothing where rate or total are unknown.
    QString progressText() const;              ///< "2,912 of 5,000, 410/s, 6 s left"
    /// @}

    QString stateText() const; ///< A word for state().
    const QString &summary() const { return m_summary; }

    void log(LogLevel level, const QString &text);
    const QStringList &logLines() const { return m_log; }

    void finish(State state, const QString &summary);
    void requestStop();

signals:
    void changed();
    void logged(const QString &line);
    void stopRequested();
    void finished();

private:
    QString m_title;
    Clock m_clock;
    qint64 m_startedAt = 0;
    qint64 m_endedAt = 0;
    qint64 m_done = 0;
    qint64 m_total = 0;
    QString m_counted; ///< Instead of steps and their rate.
    QString m_current;
    QString m_summary;
    QStringList m_log;
    State m_state = State::Running;
};

} // namespace espalier
