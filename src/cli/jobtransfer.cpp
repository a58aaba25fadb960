// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/jsonoutput.h"
#include "cli/prunejobs.h"
#include "cli/syncjobs.h"
#include "core/fs/native.h"
#include "core/plan/planfileio.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <map>
#include <set>

namespace espalier::cli {

/// Takes jobs over from a server, and gives them away in its format.
class JobTransfer
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::JobTransfer)

public:
    JobTransfer(Invocation &invocation, JobKind kind) : m_invocation(invocation), m_kind(kind) {}

    ExitCode import();
    ExitCode exportJobs();

private:
    struct Jobs
    {
        std::set<std::string> own{};
        std::map<std::string, JobNotes> host{}; ///< With the places that their datastores have.
        std::vector<Error> problems{};
    };

    Jobs readJobs() const;
    Result<std::vector<std::string>> wantedOfHost(const Jobs &jobs) const;
    Result<std::string> hostText() const;
    Done importOne(const Jobs &jobs, const std::string &text, const std::string &id) const;
    QString imported(const std::string &id) const;
    Done write(const std::string &path, const std::string &text) const;

    Invocation &m_invocation;
    JobKind m_kind;
    std::shared_ptr<fs::FileSystem> m_fileSystem = fs::nativeFileSystem();
};

Result<std::string> JobTransfer::hostText() const
{
    const auto read
        = readConfigFile(*m_fileSystem, readPbsHost(*m_fileSystem, pbsRoot(m_invocation)).path("/etc/proxmox-backup"), fileOf(m_kind));
    return read.transform([](const ConfigText &config) { return config.text; });
}

JobTransfer::Jobs JobTransfer::readJobs() const
{
    Jobs jobs;
    const auto sort = [&jobs](const auto &list, const auto &notesOfHost) {
        for (const auto &each : list.jobs) {
            if (each.isOwn)
                jobs.own.insert(each.job.id);
            else
                jobs.host.emplace(each.job.id, notesOfHost(each));
        }
        jobs.problems = list.problems;
    };
    if (m_kind == JobKind::Sync) {
        const SyncJobList list = readSyncJobList(m_invocation);
        sort(list, [&list](const NamedSyncJob &each) { return placedJob(list, each).notes; });
    } else {
        const PruneJobList list = readPruneJobList(m_invocation);
        sort(list, [this, &list](const NamedPruneJob &each) {
            return JobNotes{.place = placeOfStore(*m_fileSystem, list.host, each.job.store).value_or(std::string())};
        });
    }
    return jobs;
}

/// Those that are named, else all that are not here yet.
Result<std::vector<std::string>> JobTransfer::wantedOfHost(const Jobs &jobs) const
{
    std::vector<std::string> wanted = m_invocation.arguments.positionals();
    if (!wanted.empty())
        return wanted;
    if (!jobs.problems.empty())
        return std::unexpected(jobs.problems.front());
    for (const auto &[id, notes] : jobs.host) {
        if (!jobs.own.contains(id))
            wanted.push_back(id);
    }
    return wanted;
}

Done JobTransfer::importOne(const Jobs &jobs, const std::string &text, const std::string &id) const
{
    const auto host = jobs.host.find(id);
    const JobNotes notes = host == jobs.host.end() ? JobNotes() : host->second;
    return ownJobs(m_invocation).import(m_kind, text, id, notes).transform([](const auto &) {});
}

QString JobTransfer::imported(const std::string &id) const
{
    return m_kind == JobKind::Sync ? tr("The sync job \"%1\" was imported; it is disabled here.").arg(printable(id))
                                   : tr("The prune job \"%1\" was imported; it is disabled here.").arg(printable(id));
}

ExitCode JobTransfer::import()
{
    const Jobs jobs = readJobs();
    const auto text = hostText();
    const auto wanted = wantedOfHost(jobs);
    if (!text || !wanted)
        return report(m_invocation, text ? wanted.error() : text.error());
    Json imported = Json::array();
    std::optional<Error> problem;
    for (const std::string &id : *wanted) {
        if (const Done done = importOne(jobs, *text, id); !done) {
            problem = done.error();
            break;
        }
        imported.push_back(id);
        if (!m_invocation.isJson())
            m_invocation.output.line(this->imported(id));
    }
    if (wanted->empty() && !m_invocation.isJson())
        m_invocation.output.line(tr("There is nothing to import."));
    const ExitCode code = !problem ? ExitCode::Done : imported.empty() ? exitCodeOf(*problem) : ExitCode::Partly;
    if (m_invocation.isJson())
        m_invocation.output.line(toQString(dump({{"imported", imported},
                                                 {"dry-run", m_invocation.isDryRun()},
                                                 {"error", toJson(problem)},
                                                 {"exit-code", std::to_underlying(code)}})));
    else if (problem)
        tell(QStringLiteral("espalierctl: ") + text::oneLine(*problem));
    return code;
}

Done JobTransfer::write(const std::string &path, const std::string &text) const
{
    if (m_invocation.isDryRun())
        return {};
    const auto ifExists = m_invocation.arguments.has("--yes") ? IfExists::Replace : IfExists::Fail;
    const Done written = writeTextFile(*m_fileSystem, path, text, ifExists);
    if (!written && written.error().id == MessageId::FileExists)
        return fail(Error::Kind::Denied, MessageId::NotConfirmed, toStdString(tr("May \"%1\" be replaced?").arg(printable(path))));
    return written;
}

/// Own ones, unless --host is given.
ExitCode JobTransfer::exportJobs()
{
    const bool isHosts = m_invocation.arguments.has("--host");
    const auto text = isHosts ? hostText() : ownJobs(m_invocation).text(fileOf(m_kind));
    const auto jobs
        = text.and_then([&](const std::string &all) { return exportedJobs(m_kind, all, m_invocation.arguments.positionals()); });
    if (!jobs)
        return report(m_invocation, jobs.error());
    const auto path = m_invocation.arguments.value("--output");
    if (const Done written = path ? write(absolutePath(*path), *jobs) : Done(); !written)
        return report(m_invocation, written.error());
    if (m_invocation.isJson())
        m_invocation.output.line(toQString(dump({{"text", *jobs}, {"output", path ? Json(*path) : Json()}})));
    else if (!path)
        m_invocation.output.text(*jobs);
    return ExitCode::Done;
}

ExitCode runImportPruneJobs(Invocation &invocation)
{
    return JobTransfer(invocation, JobKind::Prune).import();
}

ExitCode runExportPruneJobs(Invocation &invocation)
{
    return JobTransfer(invocation, JobKind::Prune).exportJobs();
}

ExitCode runImportSyncJobs(Invocation &invocation)
{
    return JobTransfer(invocation, JobKind::Sync).import();
}

ExitCode runExportSyncJobs(Invocation &invocation)
{
    return JobTransfer(invocation, JobKind::Sync).exportJobs();
}

} // namespace espalier::cli
