// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/moments.h"
#include "cli/syncjobs.h"
#include "cli/table.h"
#include "core/fs/native.h"
#include "text/budgetwords.h"
#include "text/jobwords.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <chrono>

namespace espalier::cli {

/// Lists the sync jobs of one's own and of a PBS, or tells everything about one.
class SyncJobCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::SyncJobCommand)

public:
    explicit SyncJobCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode list();
    ExitCode show();

private:
    void read();
    void tellProblems() const;
    void printList() const;
    void printJob(const NamedSyncJob &named) const;
    JobOverview overview(const NamedSyncJob &named) const;
    QString source(const NamedSyncJob &named) const;
    QString target(const NamedSyncJob &named) const;
    QString state(const NamedSyncJob &named) const;
    Json toJson(const NamedSyncJob &named) const;

    Invocation &m_invocation;
    SyncJobList m_list;
    std::optional<HostZone> m_zone; ///< Of the host.
    std::int64_t m_now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
};

void SyncJobCommand::read()
{
    m_list = readSyncJobList(m_invocation);
    m_zone = readHostZone(*fs::nativeFileSystem(), m_list.host).value_or(std::nullopt);
}

/// Of a server's job nothing is known of its runs, and it counts as one that is enabled.
JobOverview SyncJobCommand::overview(const NamedSyncJob &named) const
{
    if (named.isOwn)
        return cli::overviewOf(OwnSyncJob{named.job, named.notes}, m_zone);
    JobOverview overview{.job = OwnSyncJob{named.job, {}}, .zone = m_zone};
    const auto schedule = scheduleOf(overview.job);
    if (schedule && (m_zone || schedule->isUtc()))
        overview.due.next = schedule->next(m_now, m_zone ? m_zone->zone : TimeZone());
    return overview;
}

QString SyncJobCommand::source(const NamedSyncJob &named) const
{
    const SyncOptions options = named.job.options();
    const OwnSyncJob placed{named.job, named.notes};
    std::string where = placed.source();
    if (where.empty())
        where
            = named.job.isPush() ? named.job.store : named.job.remote.value_or("") + (named.job.remote ? ":" : "") + named.job.remoteStore;
    return options.source.isRoot()
        ? printable(where)
        : tr("%1, %2", "a datastore and a namespace").arg(printable(where), printable(options.source.toString()));
}

QString SyncJobCommand::target(const NamedSyncJob &named) const
{
    const SyncOptions options = named.job.options();
    const OwnSyncJob placed{named.job, named.notes};
    std::string where = placed.target();
    if (where.empty())
        where = named.job.isPush() ? named.job.remote.value_or("") + ":" + named.job.remoteStore : named.job.store;
    return options.target.isRoot()
        ? printable(where)
        : tr("%1, %2", "a datastore and a namespace").arg(printable(where), printable(options.target.toString()));
}

QString SyncJobCommand::state(const NamedSyncJob &named) const
{
    return named.isOwn && named.notes.isDisabled ? tr("disabled", "a sync job") : QString();
}

Json SyncJobCommand::toJson(const NamedSyncJob &named) const
{
    Json json{{"id", named.job.id}};
    for (const auto &[key, value] : named.job.toSection().properties) {
        if (key == "group-filter" || key == "associated-key")
            json[key].push_back(value);
        else if (value == "true" || value == "false")
            json[key] = value == "true";
        else
            json[key] = value;
    }
    for (const char *number : {"max-depth", "transfer-last", "worker-threads"}) {
        if (json.contains(number))
            json[number] = std::stoull(json[number].get<std::string>());
    }
    const JobOverview known = overview(named);
    json["own"] = named.isOwn;
    if (named.isOwn) {
        json["disable"] = named.notes.isDisabled;
        json["remote-place"] = named.notes.remotePlace;
        addOwnJob(json, known);
    }
    json["next"] = known.due.next ? Json(*known.due.next) : Json();
    return json;
}

void SyncJobCommand::tellProblems() const
{
    for (const Error &problem : m_list.problems)
        tell(QStringLiteral("espalierctl: ") + text::oneLine(problem));
}

void SyncJobCommand::printList() const
{
    tellProblems();
    if (m_list.jobs.empty()) {
        m_invocation.output.line(tr("There are no sync jobs."));
        return;
    }
    printTable(m_invocation.output, std::vector<Align>(10, Align::Left), [&](const std::function<void(const TableRow &)> &print) {
        print({tr("Job"), tr("Of", "whose job it is"), tr("Source"), tr("Target"), tr("Schedule"), tr("Next run"), tr("Last run"),
               tr("Result"), tr("State"), tr("Comment")});
        for (const NamedSyncJob &named : m_list.jobs) {
            const JobOverview known = overview(named);
            const JobRun *last = known.history.last();
            print({toQString(named.job.id), named.isOwn ? tr("Espalier", "whose job it is") : tr("server", "whose job it is"),
                   source(named), target(named), printable(named.job.schedule.value_or("")), text::dueWords(known, m_now),
                   last ? localTime(last->begin, known.zone ? known.zone->zone : TimeZone()) : QString(),
                   text::jobResultWords(known.history, known.isRunning), state(named), printable(named.job.comment.value_or(""))});
        }
    });
}

ExitCode SyncJobCommand::list()
{
    read();
    if (m_invocation.isJson()) {
        Json jobs = Json::array();
        for (const NamedSyncJob &named : m_list.jobs)
            jobs.push_back(toJson(named));
        Json problems = Json::array();
        for (const Error &problem : m_list.problems)
            problems.push_back(cli::toJson(problem));
        m_invocation.output.line(toQString(dump({{"jobs", std::move(jobs)}, {"problems", std::move(problems)}})));
    } else {
        printList();
    }
    return m_list.problems.empty() ? ExitCode::Done : exitCodeOf(m_list.problems.front());
}

void SyncJobCommand::printJob(const NamedSyncJob &named) const
{
    const JobOverview known = overview(named);
    const JobRun *last = known.history.last();
    Output &output = m_invocation.output;
    const auto line = [&output](const QString &name, const QString &value) {
        if (!value.isEmpty())
            output.line(name.leftJustified(16) + value);
    };
    line(tr("Job"), toQString(named.job.id));
    line(tr("Of", "whose job it is"), named.isOwn ? tr("Espalier", "whose job it is") : tr("server", "whose job it is"));
    line(tr("Source"), source(named));
    line(tr("Target"), target(named));
    line(tr("State"), named.isOwn ? (named.notes.isDisabled ? tr("disabled", "a sync job") : tr("enabled", "a sync job")) : QString());
    line(tr("Time zone"), known.zone ? toQString(known.zone->name) : tr("unknown", "time zone"));
    line(tr("Approved"), named.isOwn && named.job.removeVanished.value_or(false) ? text::budgetWords(named.notes.approved) : QString());
    line(tr("Next run"), text::dueWords(known, m_now));
    if (last) {
        line(tr("Last run"), localTime(last->begin, known.zone ? known.zone->zone : TimeZone()));
        line(tr("Result"),
             text::jobResultWords(known.history, known.isRunning) + QStringLiteral(" (") + text::jobRunWords(*last, humanSize) + u')');
        if (const auto problem = problemOfLastRun(known))
            line(QStringLiteral(" "), text::oneLine(*problem));
    }
    output.line();
    for (const auto &[key, value] : named.job.toSection().properties)
        output.line(printable(key + " " + value));
}

ExitCode SyncJobCommand::show()
{
    read();
    const auto found = m_list.find(m_invocation.arguments.positionals().front(), MessageId::SyncJobUnknown);
    if (!found) {
        if (!m_invocation.isJson())
            tellProblems();
        return report(m_invocation, found.error());
    }
    if (m_invocation.isJson())
        m_invocation.output.line(toQString(dump(toJson(*found))));
    else
        printJob(*found);
    return ExitCode::Done;
}

ExitCode runListSyncJobs(Invocation &invocation)
{
    return SyncJobCommand(invocation).list();
}

ExitCode runShowSyncJob(Invocation &invocation)
{
    return SyncJobCommand(invocation).show();
}

} // namespace espalier::cli
