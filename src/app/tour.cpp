// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tour.h"

#include "app/colourscheme.h"
#include "app/demo.h"
#include "app/mainwindow.h"
#include "app/platform.h"
#include "app/programfile.h"
#include "app/tourdialogs.h"
#include "app/tourhosts.h"
#include "app/tourjobs.h"
#include "app/toursteps.h"
#include "app/toursync.h"
#include "app/tourstage.h"
#include "core/fs/native.h"
#include "remote/makeservice.h"
#include "text/translation.h"

#include <QDateTime>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <filesystem>
#include <print>

namespace espalier {

namespace {

/// Stands for systemd, which is told nothing.
Result<fs::ProgramOutcome> saysNothing(const std::vector<std::string> &, std::string_view)
{
    return fs::ProgramOutcome{};
}

/// A temporary home for a tour: demo, settings and journal.
class TourHome
{
public:
    explicit TourHome(const Options &options)
        : config(folder.filePath(QStringLiteral("config")))
        , state(folder.filePath(QStringLiteral("window")))
        , m_pbsRoot(platform::keepsDemoInMemory() ? "/" : QDir(options.pbsRoot).absolutePath().toStdString())
    {
        // Who changes a datastore acts as its owner, and has to get there.
        std::filesystem::permissions(folder.path().toStdString(), std::filesystem::perms(0755));
    }

    ProgramContext context() { return context(m_pbsRoot); }

    /// A PBS below a root of its own has the demo.
    ProgramContext concernedContext()
    {
        const QString root = folder.filePath(QStringLiteral("pbs"));
        writeConcernedPbs(root, demoDirectory() + QStringLiteral("/site-a"));
        return context(root.toStdString());
    }

    ProgramContext context(const std::string &pbsRoot)
    {
        const BackendOptions backend{
            .pbsRoot = pbsRoot, .stateHome = folder.filePath(QStringLiteral("state")).toStdString(), .fileSystem = nullptr};
        const JobFiles jobs{fs::nativeFileSystem(), folder.filePath(QStringLiteral("jobs-%1").arg(++m_contexts)).toStdString(),
                            folder.filePath(QStringLiteral("runs-%1").arg(m_contexts)).toStdString()};
        writeTourJobs(jobs, demoDirectory().toStdString(), QDateTime::currentSecsSinceEpoch());
        return {.config = &config,
                .state = &state,
                .makeBackend = [backend](const Place &place) { return makeBackend(place, backend); },
                .openService = [backend](const Place &place) { return makeService(place, backend); },
                .probeHost = &tourHost,
                .makeDemo = &makeDemo,
                .demoDirectory = demoDirectory(),
                .ownJobsDirectory = jobs.jobs,
                .jobHistoriesDirectory = jobs.histories,
                .dueTimer = DueTimer(jobs.fileSystem, jobs.jobs, "/usr/bin/espalierctl", &saysNothing)};
    }

    QString demoDirectory() const
    {
        return platform::keepsDemoInMemory() ? platform::demoDirectory() : folder.filePath(QStringLiteral("demo"));
    }

    QTemporaryDir folder;
    Settings config;
    Settings state;

private:
    std::string m_pbsRoot;
    int m_contexts = 0; ///< Each has jobs of its own.
};

/// The same program with everything twice as large, as on a display of high resolution.
bool playScaled(const Options &options, int firstNumber)
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(programFile(),
                {QStringLiteral("--tour"), options.tourDirectory, QStringLiteral("--tour-scaled"), QString::number(firstNumber),
                 QStringLiteral("--pbs-root"), options.pbsRoot});
    return child.waitForFinished(120'000) && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
}

/// In English, German and the dark. Where the demo is in memory, no PBS can have it and nothing can be copied from it by another process.
void playAll(TourStage &stage, TourHome &home)
{
    const bool canBeConcerned = !platform::keepsDemoInMemory();
    const auto playOthers = [&](const QString &prefix) {
        if (canBeConcerned)
            playConcernedSteps(stage, home.concernedContext(), prefix);
        playHostSteps(stage, home.context(), prefix);
        playSyncSteps(stage, home.context(), prefix);
    };
    {
        const Translation english(QStringLiteral("en"));
        playSteps(stage, home.context());
        playOthers({});
        if (!canBeConcerned)
            playSimulator(stage, home.context());
        applyColourScheme(Qt::ColorScheme::Dark);
        playOthers(QStringLiteral("dark-"));
        applyColourScheme(Qt::ColorScheme::Light);
    }
    const Translation german(QStringLiteral("de"));
    playGermanSteps(stage, home.context());
    playOthers(QStringLiteral("german-"));
}

} // namespace

int playTour(const Options &options)
{
    TourHome home(options);
    if (!home.folder.isValid() || !QDir().mkpath(options.tourDirectory)) {
        std::println(stderr, "espalier: {} cannot be written.", options.tourDirectory.toStdString());
        return 1;
    }
    const bool isScaled = options.tourScaled > 0;
    TourStage stage(options.tourDirectory, isScaled ? options.tourScaled : 1);
    applyColourScheme(Qt::ColorScheme::Light);
    if (isScaled) {
        const Translation english(QStringLiteral("en"));
        playScaledSteps(stage, home.context());
    } else {
        playAll(stage, home);
        stage.step(QStringLiteral("Everything twice as large"), [&] { return playScaled(options, stage.number()); });
        std::println("{} pictures are in {}.", QDir(options.tourDirectory).entryList({QStringLiteral("*.png")}).size(),
                     QDir(options.tourDirectory).absolutePath().toStdString());
    }
    return stage.failures() == 0 ? 0 : 1;
}

} // namespace espalier
