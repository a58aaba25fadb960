// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QString>

#include <functional>

class QWidget;

namespace espalier {

/// Where a tour takes place: waits for things to happen, takes pictures, prints and counts what went wrong.
class TourStage
{
public:
    explicit TourStage(const QString &directory, int firstNumber = 1) : m_directory(directory), m_number(firstNumber) {}

    /// Plays one step and prints what became of it.
    void step(const QString &title, const std::function<bool()> &play);

    /// Handles events until @p happened, at most ten seconds. False where it never did.
    static bool waitFor(const std::function<bool()> &happened);
    static void settle(); ///< Lets everything be painted that waits for it.

    /// Saves @p window with all dialogs and menus over it as NN-name.png.
    bool picture(QWidget *window, const QString &name);

    int failures() const { return m_failures; }
    int number() const { return m_number; }

private:
    QDir m_directory;
    int m_number;
    int m_failures = 0;
};

} // namespace espalier
