// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/joblist.h"
#include "cli/moments.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "core/fs/native.h"
#include "core/jobrun/duejobs.h"
#include "remote/makeservice.h"
#include "text/jobwords.h"
#include "text/messages.h"
#include "text/utf8.h"

#include <QCoreApplication>

namespace espalier::cli {

/// Runs the user's own jobs that are due.
class RunDueCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::RunDueCommand)

public:
    explicit RunDueCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode run();

private:
    ExitCode list() const;
    DueOptions options();
    void tellBegin(const JobOverview &overview) const;
    void tellEnd(const DueJobRun &done) const;
    void printJson(const DueReport &report, ExitCode code) const;

    Invocation &m_invocation;
    std::optional<HostZone> m_zone;
};

DueOptions RunDueCommand::options()
{
    DueOptions options{.zone = m_zone};
    options.run.stop = m_invocation.stop;
    options.run.service = [this](const Place &place) {
        ServiceOptions service;
        service.pbsRoot = pbsRoot(m_invocation);
        service.ssh.environment = {"SSH_ASKPASS_REQUIRE=never"}; // nobody is there to be asked
        service.ssh.configFile = m_invocation.arguments.value("--ssh-config").value_or(std::string());
        return makeService(place, service);
    };
    if (m_invocation.isJson())
        return options;
    options.begins = [this](const JobOverview &overview) { tellBegin(overview); };
    options.ended = [this](const DueJobRun &done) { tellEnd(done); };
    return options;
}

void RunDueCommand::tellBegin(const JobOverview &overview) const
{
    const QString time = localTime(*overview.due.next, overview.zone ? overview.zone->zone : TimeZone());
    const std::int64_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    const QString name = text::jobName(nameOf(overview.job));
    m_invocation.output.line(overview.due.isMissed(now) ? tr("The %1 was due at %2 and missed that; it runs now.").arg(name, time)
                                                        : tr("The %1, due at %2, runs.").arg(name, time));
}

void RunDueCommand::tellEnd(const DueJobRun &done) const
{
    JobHistory history;
    history.add(done.run);
    m_invocation.output.line(
        tr("The %1 ended: %2 (%3).")
            .arg(text::jobName(done.name), text::jobResultWords(history, false), text::jobRunWords(done.run, humanSize)));
    if (done.run.error)
        tell(QStringLiteral("espalierctl: ") + text::oneLine(*done.run.error));
}

/// What would run, with --dry-run.
ExitCode RunDueCommand::list() const
{
    const std::int64_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    const JobFiles files = userJobFiles();
    const JobOverviews all = overviewsOf(files.ownJobs(), files.jobHistories(), m_zone, now);
    Json due = Json::array();
    for (const JobOverview &each : all.jobs) {
        if (!each.due.isDue)
            continue;
        const JobName name = nameOf(each.job);
        due.push_back({{"kind", toString(name.kind)}, {"id", name.id}, {"due", *each.due.next}, {"missed", each.due.isMissed(now)}});
        if (!m_invocation.isJson())
            m_invocation.output.line(tr("The %1 is due: %2.").arg(text::jobName(name), text::dueWords(each, now)));
    }
    if (m_invocation.isJson())
        m_invocation.output.line(toQString(dump({{"due", std::move(due)}})));
    else if (due.empty())
        m_invocation.output.line(tr("No job is due."));
    return ExitCode::Done;
}

ExitCode RunDueCommand::run()
{
    const auto fileSystem = fs::nativeFileSystem();
    m_zone = readHostZone(*fileSystem, readPbsHost(*fileSystem, pbsRoot(m_invocation))).value_or(std::nullopt);
    if (m_invocation.isDryRun())
        return list();
    const DueReport report = runDueJobs(userJobFiles(), options());
    const bool isFine = report.problems.empty()
        && std::ranges::all_of(report.runs, [](const DueJobRun &done) { return done.run.result == JobResult::Ok; });
    const ExitCode code = isFine ? ExitCode::Done : ExitCode::Partly;
    if (m_invocation.isJson())
        printJson(report, code);
    else
        for (const Error &problem : report.problems)
            tell(QStringLiteral("espalierctl: ") + text::oneLine(problem));
    return code;
}

void RunDueCommand::printJson(const DueReport &report, ExitCode code) const
{
    Json runs = Json::array();
    for (const DueJobRun &done : report.runs) {
        Json run{{"kind", toString(done.name.kind)}, {"id", done.name.id}, {"missed", done.wasMissed}};
        run.update(toJson(done.run));
        runs.push_back(std::move(run));
    }
    Json problems = Json::array();
    for (const Error &problem : report.problems)
        problems.push_back(toJson(problem));
    m_invocation.output.line(
        toQString(dump({{"runs", std::move(runs)}, {"problems", std::move(problems)}, {"exit-code", std::to_underlying(code)}})));
}

ExitCode runRunDue(Invocation &invocation)
{
    return RunDueCommand(invocation).run();
}

} // namespace espalier::cli
