// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

namespace espalier {

/// The texts of the program in one language, while it lives: its own catalogue, and Qt's where the system has it.
class Translation
{
public:
    /// @p language such as "de"; empty: the system's. English plurals are a catalogue, too.
    explicit Translation(const QString &language);
    ~Translation();
    Translation(const Translation &) = delete;
    Translation &operator=(const Translation &) = delete;

    bool isComplete() const { return m_found; } ///< There is a catalogue of that language.

private:
    QTranslator m_qt;
    QTranslator m_english;
    QTranslator m_own;
    QLocale m_former;
    bool m_found = false;
};

} // namespace espalier
