// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/keepoptions.h"
#include "cli/moments.h"
#include "cli/prunejobs.h"
#include "cli/table.h"
#include "core/datastore/hostzone.h"
#include "core/fs/native.h"
#include "text/budgetwords.h"
#include "text/jobwords.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/retentionwords.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace espalier::cli {

/// Lists the prune jobs of one's own and of a PBS, or tells everything about one.
class PruneJobCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::PruneJobCommand)

public:
    explicit PruneJobCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode list();
    ExitCode show();

private:
    void read();
    void tellProblems() const;
    void printList() const;
    void printJob(const NamedPruneJob &named) const;
    std::optional<HostZone> zoneOf(const NamedPruneJob &named) const;
    JobOverview overview(const NamedPruneJob &named) const { return cli::overviewOf(OwnPruneJob{named.job, named.notes}, m_zone); }
    QString result(const NamedPruneJob &named) const;
    std::optional<std::int64_t> next(const NamedPruneJob &named, std::int64_t last) const;
    Json toJson(const NamedPruneJob &named) const;
    static QString keepWords(const KeepOptions &options);

    Invocation &m_invocation;
    PruneJobList m_list;
    std::optional<HostZone> m_zone; ///< Of the host. Nothing where it is not known: then there are no next runs to tell.
    std::int64_t m_now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
};

void PruneJobCommand::read()
{
    const auto fileSystem = fs::nativeFileSystem();
    m_list = readPruneJobList(m_invocation);
    m_zone = readHostZone(*fileSystem, m_list.host).value_or(std::nullopt);
}

/// In which a job counts: that of the server, where it is not known the one that was chosen.
std::optional<HostZone> PruneJobCommand::zoneOf(const NamedPruneJob &named) const
{
    if (m_zone || named.notes.zone.empty())
        return m_zone;
    const auto chosen = TimeZone::named(named.notes.zone);
    return chosen ? std::optional(HostZone{.name = named.notes.zone, .zone = *chosen}) : std::nullopt;
}

/// Behind the time @p last; of a schedule that names UTC also where the server's zone is not known.
std::optional<std::int64_t> PruneJobCommand::next(const NamedPruneJob &named, std::int64_t last) const
{
    const auto zone = zoneOf(named);
    if (!named.job.isEnabled() || (!zone && !named.job.schedule.isUtc()))
        return std::nullopt;
    return named.job.schedule.next(last, zone ? zone->zone : TimeZone());
}

/// How the last run of an own job ended; empty where there was none.
QString PruneJobCommand::result(const NamedPruneJob &named) const
{
    if (!named.isOwn)
        return {};
    const JobOverview known = overview(named);
    const QString words = text::jobResultWords(known.history, known.isRunning);
    const JobRun *last = known.history.last();
    return last
        ? tr("%1, %2", "how a run ended, and when it began").arg(words, localTime(last->begin, known.zone ? known.zone->zone : TimeZone()))
        : words;
}

QString PruneJobCommand::keepWords(const KeepOptions &options)
{
    QStringList words;
    for (const KeepRule rule : allKeepRules) {
        if (options[rule])
            words << text::keepRuleWord(rule) + u' ' + QString::number(*options[rule]);
    }
    return words.isEmpty() ? tr("everything", "what a prune job keeps") : words.join(QStringLiteral(", "));
}

Json PruneJobCommand::toJson(const NamedPruneJob &named) const
{
    const PruneJob &job = named.job;
    Json json{{"id", job.id}, {"store", job.store}, {"schedule", job.schedule.text()}, {"disable", !job.isEnabled()}};
    json["ns"] = job.range.top.toString();
    if (job.range.maxDepth)
        json["max-depth"] = *job.range.maxDepth;
    json.update(cli::toJson(job.keep));
    if (!job.comment.empty())
        json["comment"] = job.comment;
    json["own"] = named.isOwn;
    if (named.isOwn)
        addOwnJob(json, overview(named));
    const auto due = next(named, m_now);
    json["next"] = due ? Json(*due) : Json();
    json["sentence"] = toStdString(text::keepSentence(job.keep));
    return json;
}

void PruneJobCommand::tellProblems() const
{
    for (const Error &problem : m_list.problems)
        tell(QStringLiteral("espalierctl: ") + text::oneLine(problem));
}

void PruneJobCommand::printList() const
{
    tellProblems();
    if (m_list.jobs.empty()) {
        m_invocation.output.line(tr("There are no prune jobs."));
        return;
    }
    const std::vector<Align> columns(11, Align::Left);
    printTable(m_invocation.output, columns, [&](const std::function<void(const TableRow &)> &print) {
        print({tr("Job"), tr("Of", "whose job it is"), tr("Datastore"), tr("Namespace"), tr("Depth"), tr("Keeps"), tr("Schedule"),
               tr("Next run"), tr("Last run"), tr("State"), tr("Comment")});
        for (const NamedPruneJob &named : m_list.jobs) {
            const PruneJob &job = named.job;
            const auto due = next(named, m_now);
            const auto zone = zoneOf(named);
            print({toQString(job.id), named.isOwn ? tr("Espalier", "whose job it is") : tr("server", "whose job it is"),
                   named.notes.place.empty() ? toQString(job.store) : printable(named.notes.place),
                   text::namespaceName(job.range.top.toString()), job.range.maxDepth ? QString::number(*job.range.maxDepth) : QString(),
                   keepWords(job.keep), printable(job.schedule.text()), due ? localTime(*due, zone ? zone->zone : TimeZone()) : QString(),
                   result(named), job.isEnabled() ? QString() : tr("disabled", "a prune job"), printable(job.comment)});
        }
    });
}

ExitCode PruneJobCommand::list()
{
    read();
    if (m_invocation.isJson()) {
        Json jobs = Json::array();
        for (const NamedPruneJob &named : m_list.jobs)
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

void PruneJobCommand::printJob(const NamedPruneJob &named) const
{
    constexpr int runs = 3;
    const PruneJob &job = named.job;
    const auto zone = zoneOf(named);
    Output &output = m_invocation.output;
    const auto line = [&output](const QString &name, const QString &value) {
        if (!value.isEmpty())
            output.line(name.leftJustified(16) + value);
    };
    line(tr("Job"), toQString(job.id));
    line(tr("Of", "whose job it is"), named.isOwn ? tr("Espalier", "whose job it is") : tr("server", "whose job it is"));
    line(tr("Datastore"), toQString(job.store));
    line(tr("Place"), printable(named.notes.place));
    line(tr("Namespace"), text::namespaceName(job.range.top.toString()));
    line(tr("Depth"), job.range.maxDepth ? QString::number(*job.range.maxDepth) : tr("all namespaces below", "depth of a prune job"));
    line(tr("Schedule"), printable(job.schedule.text()));
    line(tr("State"), job.isEnabled() ? tr("enabled", "a prune job") : tr("disabled", "a prune job"));
    line(tr("Keeps"), keepWords(job.keep));
    line(tr("Comment"), printable(job.comment));
    line(tr("Time zone"), zone ? toQString(zone->name) : tr("unknown", "time zone"));
    line(tr("Approved"), named.isOwn ? text::budgetWords(named.notes.approved) : QString());
    auto due = next(named, m_now);
    for (int i = 0; i < runs && due; ++i) {
        line(i == 0 ? tr("Next runs") : QString(), localTime(*due, zone ? zone->zone : TimeZone()));
        due = next(named, *due);
    }
    line(tr("Last run"), result(named));
    if (const auto problem = named.isOwn ? problemOfLastRun(overview(named)) : std::nullopt)
        line(QStringLiteral(" "), text::oneLine(*problem));
    output.line();
    output.line(text::keepSentence(job.keep));
}

ExitCode PruneJobCommand::show()
{
    read();
    const std::string &id = m_invocation.arguments.positionals().front();
    const auto found = m_list.find(id, MessageId::PruneJobUnknown);
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

ExitCode runListPruneJobs(Invocation &invocation)
{
    return PruneJobCommand(invocation).list();
}

ExitCode runShowPruneJob(Invocation &invocation)
{
    return PruneJobCommand(invocation).show();
}

} // namespace espalier::cli
