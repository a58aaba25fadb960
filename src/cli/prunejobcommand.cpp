// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/keepoptions.h"
#include "cli/moments.h"
#include "cli/table.h"
#include "core/datastore/hostzone.h"
#include "core/datastore/prunejobs.h"
#include "core/fs/posix.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/retentionwords.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace espalier::cli {

/// Lists the prune jobs of a PBS, or tells everything about one.
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
    void printJob(const PruneJob &job) const;
    std::optional<std::int64_t> next(const PruneJob &job, std::int64_t last) const;
    Json toJson(const PruneJob &job) const;
    static QString keepWords(const KeepOptions &options);

    Invocation &m_invocation;
    PbsHost m_host;
    PruneJobReading m_reading;
    std::optional<HostZone> m_zone; ///< Nothing where it is not known: then there are no next runs to tell.
    std::int64_t m_now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
};

void PruneJobCommand::read()
{
    const auto fileSystem = fs::posixFileSystem();
    m_host = readPbsHost(*fileSystem, absolutePath(m_invocation.arguments.value("--pbs-root").value_or("/")));
    m_reading = readPruneJobs(*fileSystem, m_host);
    m_zone = readHostZone(*fileSystem, m_host).value_or(std::nullopt);
}

/// Behind the time @p last; of a schedule that names UTC also where the server's zone is not known.
std::optional<std::int64_t> PruneJobCommand::next(const PruneJob &job, std::int64_t last) const
{
    if (!job.isEnabled() || (!m_zone && !job.schedule.isUtc()))
        return std::nullopt;
    return job.schedule.next(last, m_zone ? m_zone->zone : TimeZone());
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

Json PruneJobCommand::toJson(const PruneJob &job) const
{
    Json json{{"id", job.id}, {"store", job.store}, {"schedule", job.schedule.text()}, {"disable", !job.isEnabled()}};
    json["ns"] = job.range.top.toString();
    if (job.range.maxDepth)
        json["max-depth"] = *job.range.maxDepth;
    json.update(cli::toJson(job.keep));
    if (!job.comment.empty())
        json["comment"] = job.comment;
    const auto due = next(job, m_now);
    json["next"] = due ? Json(*due) : Json();
    json["sentence"] = toStdString(text::keepSentence(job.keep));
    return json;
}

void PruneJobCommand::tellProblems() const
{
    for (const Error &problem : m_reading.problems)
        tell(QStringLiteral("espalierctl: ") + text::oneLine(problem));
}

void PruneJobCommand::printList() const
{
    tellProblems();
    if (m_reading.jobs.empty()) {
        m_invocation.output.line(tr("There are no prune jobs."));
        return;
    }
    const std::vector<Align> columns(9, Align::Left);
    printTable(m_invocation.output, columns, [&](const std::function<void(const TableRow &)> &print) {
        print({tr("Job"), tr("Datastore"), tr("Namespace"), tr("Depth"), tr("Keeps"), tr("Schedule"), tr("Next run"), tr("State"),
               tr("Comment")});
        for (const PruneJob &job : m_reading.jobs) {
            const auto due = next(job, m_now);
            print({toQString(job.id), toQString(job.store), text::namespaceName(job.range.top.toString()),
                   job.range.maxDepth ? QString::number(*job.range.maxDepth) : QString(), keepWords(job.keep),
                   printable(job.schedule.text()), due ? localTime(*due, m_zone ? m_zone->zone : TimeZone()) : QString(),
                   job.isEnabled() ? QString() : tr("disabled", "a prune job"), printable(job.comment)});
        }
    });
}

ExitCode PruneJobCommand::list()
{
    read();
    if (m_invocation.isJson()) {
        Json jobs = Json::array();
        for (const PruneJob &job : m_reading.jobs)
            jobs.push_back(toJson(job));
        Json problems = Json::array();
        for (const Error &problem : m_reading.problems)
            problems.push_back(cli::toJson(problem));
        m_invocation.output.line(toQString(dump({{"jobs", std::move(jobs)}, {"problems", std::move(problems)}})));
    } else {
        printList();
    }
    return m_reading.problems.empty() ? ExitCode::Done : exitCodeOf(m_reading.problems.front());
}

void PruneJobCommand::printJob(const PruneJob &job) const
{
    constexpr int runs = 3;
    Output &output = m_invocation.output;
    const auto line = [&output](const QString &name, const QString &value) {
        if (!value.isEmpty())
            output.line(name.leftJustified(16) + value);
    };
    line(tr("Job"), toQString(job.id));
    line(tr("Datastore"), toQString(job.store));
    line(tr("Namespace"), text::namespaceName(job.range.top.toString()));
    line(tr("Depth"), job.range.maxDepth ? QString::number(*job.range.maxDepth) : tr("all namespaces below", "depth of a prune job"));
    line(tr("Schedule"), printable(job.schedule.text()));
    line(tr("State"), job.isEnabled() ? tr("enabled", "a prune job") : tr("disabled", "a prune job"));
    line(tr("Keeps"), keepWords(job.keep));
    line(tr("Comment"), printable(job.comment));
    line(tr("Time zone"), m_zone ? toQString(m_zone->name) : tr("unknown", "time zone"));
    auto due = next(job, m_now);
    for (int i = 0; i < runs && due; ++i) {
        line(i == 0 ? tr("Next runs") : QString(), localTime(*due, m_zone ? m_zone->zone : TimeZone()));
        due = next(job, *due);
    }
    output.line();
    output.line(text::keepSentence(job.keep));
}

ExitCode PruneJobCommand::show()
{
    read();
    const std::string &id = m_invocation.arguments.positionals().front();
    const auto job = std::ranges::find(m_reading.jobs, id, &PruneJob::id);
    if (job == m_reading.jobs.end()) {
        tellProblems();
        return report(m_invocation, fail(Error::Kind::NotFound, MessageId::PruneJobUnknown, id, pruneJobsPath(m_host)).error());
    }
    if (m_invocation.isJson())
        m_invocation.output.line(toQString(dump(toJson(*job))));
    else
        printJob(*job);
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
