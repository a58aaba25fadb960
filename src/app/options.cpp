// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace espalier {

/// Only the context of the translations.
class OptionTexts
{
    Q_DECLARE_TR_FUNCTIONS(espalier::OptionTexts)

public:
    static void fill(QCommandLineParser &parser);
};

void OptionTexts::fill(QCommandLineParser &parser)
{
    parser.setApplicationDescription(tr("Shapes the namespace tree of Proxmox Backup Server datastores."));
    parser.addPositionalArgument(QStringLiteral("PATH"), tr("Datastores to open: directories, or ssh://host/path."),
                                 QStringLiteral("[PATH…]"));
    parser.addOptions({
        {QStringLiteral("pbs-root"), tr("Where the directories of PBS hang (default: /)."), QStringLiteral("DIR")},
        {QStringLiteral("ssh-config"), tr("The configuration of ssh, instead of yours."), QStringLiteral("FILE")},
        {QStringLiteral("language"), tr("The language of the program, such as “de”."), QStringLiteral("LANGUAGE")},
        {QStringLiteral("tour"), tr("Play a tour of the program with a demo of its own, and save pictures in DIR."), QStringLiteral("DIR")},
        {QStringLiteral("self-test"), tr("Check that the program finds all that it needs, and quit.")},
        {{QStringLiteral("h"), QStringLiteral("help")}, tr("Show this help.")},
        {{QStringLiteral("v"), QStringLiteral("version")}, tr("Show the version.")},
    });
    QCommandLineOption scaled(QStringLiteral("tour-scaled"), QString(), QStringLiteral("NUMBER"));
    scaled.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(scaled);
}

std::expected<Options, QString> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    OptionTexts::fill(parser);
    if (!parser.parse(arguments))
        return std::unexpected(parser.errorText());
    Options options;
    options.places = parser.positionalArguments();
    if (parser.isSet(QStringLiteral("pbs-root")))
        options.pbsRoot = parser.value(QStringLiteral("pbs-root"));
    options.sshConfig = parser.value(QStringLiteral("ssh-config"));
    options.tourDirectory = parser.value(QStringLiteral("tour"));
    options.tourScaled = parser.value(QStringLiteral("tour-scaled")).toInt();
    options.language = parser.value(QStringLiteral("language"));
    options.selfTest = parser.isSet(QStringLiteral("self-test"));
    options.showHelp = parser.isSet(QStringLiteral("help"));
    options.showVersion = parser.isSet(QStringLiteral("version"));
    return options;
}

QString helpText()
{
    QCommandLineParser parser;
    OptionTexts::fill(parser);
    return parser.helpText();
}

QString languageIn(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments.at(i).startsWith(QLatin1String("--language=")))
            return arguments.at(i).section(QLatin1Char('='), 1);
        if (arguments.at(i) == QLatin1String("--language"))
            return arguments.value(i + 1);
    }
    return {};
}

} // namespace espalier
