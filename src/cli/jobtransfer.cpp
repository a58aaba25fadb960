// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/jsonoutput.h"
#include "cli/prunejobs.h"
#include "core/fs/posix.h"
#include "core/plan/planfileio.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

namespace espalier::cli {

/// Takes prune jobs over from a server, and gives them away in its format.
class PruneJobTransfer
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::PruneJobTransfer)

public:
    explicit PruneJobTransfer(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode import();
    ExitCode exportJobs();

private:
    Result<std::vector<std::string>> wantedOfHost(const PruneJobList &list) const;
    Result<std::string> hostText() const;
    Done importOne(const PruneJobList &list, const std::string &text, const std::string &id) const;
    Done write(const std::string &path, const std::string &text) const;

    Invocation &m_invocation;
    std::shared_ptr<fs::FileSystem> m_fileSystem = fs::posixFileSystem();
};

Result<std::string> PruneJobTransfer::hostText() const
{
    const std::string root = absolutePath(m_invocation.arguments.value("--pbs-root").value_or("/"));
    const auto read = readConfigFile(*m_fileSystem, readPbsHost(*m_fileSystem, root).path("/etc/proxmox-backup"), ConfigFile::PruneJobs);
    return read.transform([](const ConfigText &config) { return config.text; });
}

/// Those that are named, else all that are not here yet.
Result<std::vector<std::string>> PruneJobTransfer::wantedOfHost(const PruneJobList &list) const
{
    std::vector<std::string> wanted = m_invocation.arguments.positionals();
    if (!wanted.empty())
        return wanted;
    if (!list.problems.empty())
        return std::unexpected(list.problems.front());
    for (const NamedPruneJob &each : list.jobs) {
        const auto isSame = [&each](const NamedPruneJob &other) { return other.isOwn && other.job.id == each.job.id; };
        if (!each.isOwn && std::ranges::none_of(list.jobs, isSame))
            wanted.push_back(each.job.id);
    }
    return wanted;
}

Done PruneJobTransfer::importOne(const PruneJobList &list, const std::string &text, const std::string &id) const
{
    JobNotes notes;
    for (const NamedPruneJob &each : list.jobs) {
        if (!each.isOwn && each.job.id == id)
            notes.place = placeOfStore(*m_fileSystem, list.host, each.job.store).value_or(std::string());
    }
    return ownJobs(m_invocation).import(JobKind::Prune, text, id, notes).transform([](const auto &) {});
}

ExitCode PruneJobTransfer::import()
{
    const PruneJobList list = readPruneJobList(m_invocation);
    const auto text = hostText();
    const auto wanted = wantedOfHost(list);
    if (!text || !wanted)
        return report(m_invocation, text ? wanted.error() : text.error());
    Json imported = Json::array();
    std::optional<Error> problem;
    for (const std::string &id : *wanted) {
        if (const Done done = importOne(list, *text, id); !done) {
            problem = done.error();
            break;
        }
        imported.push_back(id);
        if (!m_invocation.isJson())
            m_invocation.output.line(tr("The prune job \"%1\" was imported; it is disabled here.").arg(printable(id)));
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

Done PruneJobTransfer::write(const std::string &path, const std::string &text) const
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
ExitCode PruneJobTransfer::exportJobs()
{
    const bool isHosts = m_invocation.arguments.has("--host");
    const auto text = isHosts ? hostText() : ownJobs(m_invocation).text(ConfigFile::PruneJobs);
    const auto jobs
        = text.and_then([&](const std::string &all) { return exportedJobs(JobKind::Prune, all, m_invocation.arguments.positionals()); });
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
    return PruneJobTransfer(invocation).import();
}

ExitCode runExportPruneJobs(Invocation &invocation)
{
    return PruneJobTransfer(invocation).exportJobs();
}

} // namespace espalier::cli
