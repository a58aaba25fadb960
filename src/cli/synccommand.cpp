// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/confirmremovals.h"
#include "cli/jobrecord.h"
#include "cli/syncjobs.h"
#include "cli/syncscheme.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "core/jobrun/jobsummary.h"
#include "text/messages.h"
#include "text/syncwords.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace espalier::cli {

namespace {

PresentStore present(const Session &session)
{
    return {session.state().identity, session.location()};
}

} // namespace

/// Copies a datastore into another one.
class SyncCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::SyncCommand)

public:
    explicit SyncCommand(Invocation &invocation) : m_invocation(invocation), m_scheme(invocation) {}

    /// Runs @p job, and keeps to what it was approved of.
    SyncCommand(Invocation &invocation, const OwnSyncJob &job) : m_invocation(invocation), m_scheme(invocation, job), m_job(job) {}

    ExitCode preview();
    ExitCode run();
    const JobRun &summary() const { return m_summary; } ///< Of run(), where it came so far.

private:
    ExitCode show();
    Done ask();
    Result<SyncReport> copy();
    void showReport(const SyncReport &report) const;
    ExitCode conclude(const SyncReport &report) const;
    ExitCode end(const Error &error)
    {
        m_summary = failedJobRun(error);
        return report(m_invocation, error);
    }
    ExitCode codeOfPlan() const { return m_scheme.plan().problems.empty() ? ExitCode::Done : ExitCode::Partly; }

    Invocation &m_invocation;
    SyncScheme m_scheme;
    std::optional<OwnSyncJob> m_job;
    JobRun m_summary; ///< For the history of the job.
    bool m_removes = true;
    std::optional<Error> m_tooMuch; ///< Why nothing is removed although the job says so.
};

ExitCode SyncCommand::preview()
{
    if (const Done planned = m_scheme.read(false); !planned)
        return end(planned.error());
    return show();
}

ExitCode SyncCommand::show()
{
    if (m_invocation.isJson()) {
        Json json = m_scheme.toJson();
        json["exit-code"] = std::to_underlying(codeOfPlan());
        m_invocation.output.line(toQString(dump(json)));
    } else {
        m_scheme.print();
    }
    return codeOfPlan();
}

ExitCode SyncCommand::run()
{
    if (m_invocation.isDryRun())
        return preview();
    if (const Done planned = m_scheme.read(true); !planned)
        return end(planned.error());
    if (!m_invocation.isJson() && m_scheme.options().exactPbs)
        m_scheme.printRemovals();
    if (const Done agreed = ask(); !agreed)
        return end(agreed.error());
    const auto report = copy();
    return report ? conclude(*report) : end(report.error());
}

/// What would go beyond a budget stays, and everything else is done; only as PBS does it there is no half.
Done SyncCommand::ask()
{
    if (const Done agreed = confirmWriting(m_invocation, m_scheme.target()); !agreed)
        return agreed;
    RemovalConsent consent;
    if (m_job && m_job->notes.approved)
        consent.approve(*m_job->notes.approved,
                        checkApproved(m_job->notes.approvedStores, present(m_scheme.target()), present(m_scheme.source())));
    const Done agreed = consent.ask(m_invocation, m_scheme.plan().removals());
    static constexpr std::array onlyOfRemovals{MessageId::RemovalOverBudget, MessageId::RemovalEmptiesGroup, MessageId::JobOtherStore};
    if (agreed || !std::ranges::contains(onlyOfRemovals, agreed.error().id) || m_scheme.options().exactPbs)
        return agreed;
    m_removes = false;
    m_tooMuch = agreed.error();
    return {};
}

Result<SyncReport> SyncCommand::copy()
{
    const auto source = m_scheme.source().service().syncSource();
    if (!source)
        return failWith(source);
    SyncRunOptions options = m_scheme.runOptions();
    options.removes = m_removes;
    options.checkDigests = !m_invocation.arguments.has("--skip-digests");
    const auto threads = m_invocation.arguments.number("--threads", ChunkCopyOptions::maxThreads);
    if (!threads)
        return failWith(threads);
    options.threads = static_cast<unsigned>(threads->value_or(0));
    if (showsProgress())
        options.progress = [](const SyncProgress &progress) {
            showProgress(tr("%1 %: %2, %3 copied")
                             .arg(static_cast<int>(progress.share() * 100))
                             .arg(toQString(progress.current), humanSize(progress.chunks.bytes)));
        };
    if (!m_invocation.isJson())
        options.log = [this](const SyncEvent &event) {
            showProgress({});
            m_invocation.output.line(text::syncEventLine(event, humanSize));
        };
    SyncReport report = m_scheme.target().service().sync(**source, m_scheme.plan(), options);
    showProgress({});
    m_summary = summaryOf(m_scheme.plan(), report, m_tooMuch);
    if (m_tooMuch)
        report.problems.push_back(*m_tooMuch);
    return report;
}

void SyncCommand::showReport(const SyncReport &report) const
{
    Output &output = m_invocation.output;
    for (const Error &note : m_scheme.plan().notes)
        output.line(text::oneLine(note));
    output.line(tr("Snapshots: %1 copied, %2 copied again, %3 unchanged. New chunks: %4, %5.")
                    .arg(report.copied)
                    .arg(report.updated)
                    .arg(report.unchanged)
                    .arg(report.chunks.copied)
                    .arg(humanSize(report.chunks.bytes)));
    if (report.removedSnapshots + report.removedGroups + report.removedNamespaces > 0)
        output.line(tr("Removed for good: snapshots %1, groups %2, namespaces %3.")
                        .arg(report.removedSnapshots)
                        .arg(report.removedGroups)
                        .arg(report.removedNamespaces));
    if (m_tooMuch)
        tell(QStringLiteral("espalierctl: ") + text::oneLine(*m_tooMuch));
    if (report.failure)
        tell(QStringLiteral("espalierctl: ") + text::oneLine(*report.failure));
    else if (report.stopped)
        tell(QStringLiteral("espalierctl: ") + text::oneLine({Error::Kind::Stopped, MessageId::SyncStopped, {}, 0}));
    else if (!report.problems.empty())
        tell(QStringLiteral("espalierctl: ")
             + text::oneLine({Error::Kind::Failed, MessageId::SyncNotOk, {std::to_string(report.problems.size())}, 0}));
}

ExitCode SyncCommand::conclude(const SyncReport &report) const
{
    const bool isNothingDone = report.failure && report.copied + report.updated + report.removedSnapshots == 0;
    const ExitCode code = report.isOk() ? ExitCode::Done : isNothingDone ? exitCodeOf(*report.failure) : ExitCode::Partly;
    if (!m_invocation.isJson()) {
        showReport(report);
        return code;
    }
    Json problems = Json::array();
    for (const Error &problem : report.problems)
        problems.push_back(toJson(problem));
    Json runs = Json::array();
    for (const RunReport &run : report.removals)
        runs.push_back(toJson(run));
    m_invocation.output.line(toQString(dump({{"source", m_scheme.source().location()},
                                             {"target", m_scheme.target().location()},
                                             {"plan", m_scheme.toJson()},
                                             {"copied", report.copied},
                                             {"updated", report.updated},
                                             {"unchanged", report.unchanged},
                                             {"gone", report.gone},
                                             {"chunks", report.chunks.copied},
                                             {"bytes", report.chunks.bytes},
                                             {"removed-snapshots", report.removedSnapshots},
                                             {"removed-groups", report.removedGroups},
                                             {"removed-namespaces", report.removedNamespaces},
                                             {"runs", std::move(runs)},
                                             {"problems", std::move(problems)},
                                             {"stopped", report.stopped},
                                             {"error", toJson(report.failure)},
                                             {"exit-code", std::to_underlying(code)}})));
    return code;
}

ExitCode runSync(Invocation &invocation)
{
    return SyncCommand(invocation).run();
}

ExitCode runPreviewSync(Invocation &invocation)
{
    return SyncCommand(invocation).preview();
}

ExitCode runSyncJob(Invocation &invocation)
{
    const SyncJobList list = readSyncJobList(invocation);
    const auto found = list.find(invocation.arguments.positionals().front(), MessageId::SyncJobUnknown);
    if (!found)
        return report(invocation, found.error());
    SyncCommand command(invocation, placedJob(list, *found));
    if (!found->isOwn || invocation.isDryRun())
        return command.run();
    return runRecorded(invocation, {JobKind::Sync, found->job.id}, [&command] {
        const ExitCode code = command.run();
        return std::pair(code, command.summary());
    });
}

} // namespace espalier::cli
