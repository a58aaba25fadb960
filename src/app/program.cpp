// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/program.h"

#include "app/colourscheme.h"
#include "app/demo.h"
#include "app/icons.h"
#include "app/mainwindow.h"
#include "app/platform.h"
#include "app/programfile.h"
#include "app/selftest.h"
#include "app/sshquestioncontroller.h"
#include "app/tour.h"
#include "core/datastore/session.h"
#include "core/fs/native.h"
#include "core/fs/paths.h"
#include "core/jobs/jobhistories.h"
#include "core/jobs/ownjobs.h"
#include "remote/makeservice.h"
#include "remote/sshhosts.h"
#include "text/translation.h"

#include <kdsingleapplication.h>

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <optional>
#include <print>

namespace espalier {

namespace {

/// Absolute; "/" is that of every host, and on Windows no drive.
std::string pbsRoot(const Options &options)
{
    if (fs::isAbsolute(options.pbsRoot.toStdString()))
        return QDir::cleanPath(options.pbsRoot).toStdString();
    return QDir(options.pbsRoot).absolutePath().toStdString();
}

/// One window for each prefix of PBS's directories: a window opened on a rescue system must not take over places of the other.
QString instanceName(const Options &options)
{
    if (options.pbsRoot == QLatin1String("/"))
        return QStringLiteral("espalier");
    const QByteArray hash = QCryptographicHash::hash(QByteArray::fromStdString(pbsRoot(options)), QCryptographicHash::Sha1);
    return QStringLiteral("espalier-%1").arg(QString::fromLatin1(hash.toHex().left(12)));
}

QByteArray openMessage(const QStringList &places)
{
    const QJsonObject message{{QStringLiteral("directory"), QDir::currentPath()},
                              {QStringLiteral("places"), QJsonArray::fromStringList(places)}};
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

void receive(MainWindow &window, const QByteArray &message)
{
    const QJsonObject object = QJsonDocument::fromJson(message).object();
    QStringList places;
    for (const QJsonValue &place : object.value(QStringLiteral("places")).toArray())
        places << place.toString();
    window.activate();
    window.openPlaces(places, object.value(QStringLiteral("directory")).toString());
}

int runSelfTest()
{
    const QStringList missing = selfTest();
    for (const QString &what : missing)
        std::println(stderr, "missing: {}", what.toStdString());
    if (missing.isEmpty())
        std::println("espalier {}: everything is there.", ESPALIER_VERSION);
    return missing.isEmpty() ? 0 : 1;
}

/// The command line beside this program does the work.
std::optional<DueTimer> dueTimer()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("espalierctl"), {QCoreApplication::applicationDirPath()});
    if (program.isEmpty())
        return std::nullopt;
    return DueTimer(fs::nativeFileSystem(), defaultConfigHome(), program.toStdString());
}

int runWindow(const Options &options, Settings &config, Settings &state)
{
    KDSingleApplication single(instanceName(options));
    if (!single.isPrimaryInstance())
        return single.sendMessage(openMessage(options.places)) ? 0 : 1;
    applyColourScheme(colourSchemeFromName(config.get(setting::ColourScheme)));
    SshQuestions questions;
    const SshOptions ssh{.configFile = options.sshConfig.toStdString(), .environment = questions.environment(programFile())};
    const BackendOptions backend{.pbsRoot = pbsRoot(options), .stateHome = {}, .fileSystem = nullptr, .ssh = ssh};
    BackendOptions unattended = backend;
    unattended.ssh.environment = {"SSH_ASKPASS_REQUIRE=never"}; // nobody is there to be asked
    MainWindow window(
        {.config = &config,
         .state = &state,
         .makeBackend = [backend](const Place &place) { return makeBackend(place, backend); },
         .openService = [backend](const Place &place) { return makeService(place, backend); },
         .probeHost
         = [backend](const Place &host, const std::stop_token &stop) { return probeHost(host, backend.ssh, backend.pbsRoot, stop); },
         .listHosts = [file = options.sshConfig] { return file.isEmpty() ? hostsOfSshConfig() : hostsOfSshConfig(file); },
         .makeDemo = &makeDemo,
         .demoDirectory = platform::demoDirectory(),
         .ownJobsDirectory = ownJobsDirectory(),
         .jobHistoriesDirectory = jobHistoriesDirectory(),
         .jobOptions = {.service = [unattended](const Place &place) { return makeService(place, unattended); }, .pbsRoot = backend.pbsRoot},
         .dueTimer = dueTimer()});
    new SshQuestionController(questions, desktopKeyRing(), &window);
    QObject::connect(
        &single, &KDSingleApplication::messageReceived, &window, [&window](const QByteArray &message) { receive(window, message); },
        Qt::QueuedConnection);
    window.show();
    if (options.places.isEmpty())
        window.restoreSession();
    else
        window.openPlaces(options.places);
    window.runDueJobs();
    return QApplication::exec();
}

} // namespace

int runProgram(QApplication &application, const Options &options)
{
    application.setWindowIcon(icon(IconName::Application));
    if (options.selfTest)
        return runSelfTest();
    if (!options.tourDirectory.isEmpty())
        return playTour(options);
    Settings config(Settings::userConfigFile());
    Settings state(Settings::userStateFile());
    const Translation translation(options.language.isEmpty() ? config.get(setting::Language) : options.language);
    return runWindow(options, config, state);
}

} // namespace espalier
