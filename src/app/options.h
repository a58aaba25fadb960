// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <expected>

class QCommandLineParser;

namespace espalier {

/// What the program was started with.
struct Options
{
    QStringList places;
    QString pbsRoot = QStringLiteral("/");
    QString sshConfig;     ///< Empty: those that ssh reads itself.
    QString tourDirectory; ///< Empty: no tour.
    int tourScaled = 0;    ///< Started by the tour itself, for its enlarged part: the number of its first picture.
    QString language;      ///< Empty: as configured, else the system's.
    bool selfTest = false;
    bool showHelp = false;
    bool showVersion = false;
};

/// Reads the arguments, the program's name first. The error is a sentence for the terminal.
std::expected<Options, QString> parseOptions(const QStringList &arguments);

QString helpText();

/// Finds "--language de" before there is an application, so that help and errors speak it.
QString languageIn(const QStringList &arguments);

} // namespace espalier
