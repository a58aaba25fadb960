// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAnyStringView>
#include <QElapsedTimer>
#include <QPoint>
#include <QProcess>
#include <QTimer>

#include <deque>
#include <functional>

namespace espalier::test {

/// The pointer and the keyboard of the X server, moved by xdotool. What they shall do is told in advance and played while the event loop
/// runs, whichever it is: a drag has one of its own and comes back only when it is over.
class Hand : public QObject
{
    Q_OBJECT

public:
    using Point = std::function<QPoint()>; ///< On the screen; asked for when it is needed, for windows and rows move.
    using Condition = std::function<bool()>;

    Hand();
    ~Hand() override;

    static bool isThere(); ///< Whether there is an xdotool.

    /// @name What to do next; nothing happens before play()
    /// @{
    Hand &moveTo(const Point &point); ///< In several strides.
    Hand &press();
    Hand &release();
    Hand &click(const Point &point);
    Hand &clickWith(QAnyStringView modifier, const Point &point);
    Hand &key(QAnyStringView keys);  ///< "ctrl+x"
    Hand &type(QAnyStringView text); ///< Characters of the US keyboard.
    /// Waits until @p condition holds; @p what says it in words.
    Hand &until(QAnyStringView what, const Condition &condition);
    /// @}

    /// Does it all. False where something did not come true in time or xdotool failed: the rest is dropped, keys and buttons are let go.
    bool play();
    QString failure() const { return m_failure; }

private:
    /// One thing to do: called with 0, 1, 2… whenever xdotool has nothing to do, until it returns true.
    using Turn = std::function<bool(int)>;
    struct Step
    {
        QString what;
        Turn turn;
    };

    Hand &once(const QStringList &arguments);
    void run(const QStringList &arguments);
    void tick();
    void begin();
    void fail(const QString &why);

    std::deque<Step> m_steps;
    int m_turn = 0;
    QElapsedTimer m_since; ///< The first step began.
    QTimer m_ticks;
    QProcess m_xdotool;
    QString m_failure;
};

} // namespace espalier::test
