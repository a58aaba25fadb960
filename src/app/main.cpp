// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/options.h"
#include "app/platform.h"
#include "app/program.h"
#include "remote/sshquestions.h"
#include "text/translation.h"

#include <QApplication>

#include <algorithm>
#include <print>
#include <span>
#include <string_view>

namespace {

/// Whether the program only prints something: then it needs no display.
bool onlyPrints(std::span<char *> arguments)
{
    return std::ranges::any_of(arguments, [](std::string_view argument) {
        return argument == "--help" || argument == "-h" || argument == "--version" || argument == "-v" || argument == "--self-test";
    });
}

} // namespace

int main(int argc, char *argv[])
{
    espalier::platform::attachTerminal();
    if (argc == 2 && espalier::isSshQuestion()) {
        const QCoreApplication carrier(argc, argv);
        return espalier::askSshQuestion(QCoreApplication::arguments().at(1));
    }
    if (onlyPrints({argv, std::size_t(argc)}))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    espalier::platform::chooseStyle();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("espalier"));
    QApplication::setApplicationDisplayName(QStringLiteral("Espalier"));
    QApplication::setApplicationVersion(QStringLiteral(ESPALIER_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.espalier.Espalier"));

    const QStringList arguments = QApplication::arguments();
    const auto options = [&arguments] {
        const espalier::Translation translation(espalier::languageIn(arguments));
        auto parsed = espalier::parseOptions(arguments);
        if (parsed && parsed->showHelp)
            std::print("{}", espalier::helpText().toStdString());
        return parsed;
    }();
    if (!options) {
        std::println(stderr, "espalier: {}", options.error().toStdString());
        return 1;
    }
    if (options->showVersion)
        std::println("espalier {}", ESPALIER_VERSION);
    if (options->showHelp || options->showVersion)
        return 0;
    return espalier::runProgram(application, *options);
}
