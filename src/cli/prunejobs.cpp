// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/prunejobs.h"

#include "cli/jsonoutput.h"
#include "core/datastore/configwriter.h"
#include "core/datastore/prunejobs.h"
#include "core/fs/posix.h"
#include "text/difftext.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace espalier::cli {

namespace {

/// Only the context of the translations.
class PruneJobEdit
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::PruneJobEdit)
};

std::string pbsRoot(const Invocation &invocation)
{
    return absolutePath(invocation.arguments.value("--pbs-root").value_or("/"));
}

} // namespace

bool wantsOwnJobs(const Invocation &invocation)
{
    return !invocation.arguments.has("--host") || invocation.arguments.has("--own");
}

bool wantsHostJobs(const Invocation &invocation)
{
    return !invocation.arguments.has("--own") || invocation.arguments.has("--host");
}

Result<NamedPruneJob> PruneJobList::find(const std::string &id) const
{
    const auto isMeant = [&id](const NamedPruneJob &each) { return each.job.id == id; };
    const auto found = std::ranges::find_if(jobs, isMeant);
    if (found == jobs.end() && !problems.empty())
        return std::unexpected(problems.front());
    if (found == jobs.end())
        return fail(Error::Kind::NotFound, MessageId::PruneJobUnknown, id, hostFile);
    if (std::ranges::count_if(jobs, isMeant) > 1)
        return fail(Error::Kind::Conflict, MessageId::JobAmbiguous, id);
    return *found;
}

PruneJobList readPruneJobList(const Invocation &invocation, const HostPruneJobs &host)
{
    PruneJobList list{.hostFile = host.path};
    if (wantsOwnJobs(invocation)) {
        OwnPruneJobReading own = ownJobs(invocation).pruneJobs();
        std::erase_if(own.problems, [](const Error &problem) { return problem.id == MessageId::JobsHomeMissing; }); // then there are none
        for (OwnPruneJob &each : own.jobs)
            list.jobs.push_back({std::move(each.job), true, std::move(each.notes)});
        list.problems = std::move(own.problems);
    }
    if (wantsHostJobs(invocation)) {
        for (const PruneJob &job : host.reading.jobs)
            list.jobs.push_back({.job = job});
        list.problems.insert(list.problems.end(), host.reading.problems.begin(), host.reading.problems.end());
    }
    return list;
}

PruneJobList readPruneJobList(const Invocation &invocation)
{
    const auto fileSystem = fs::posixFileSystem();
    PbsHost host = readPbsHost(*fileSystem, pbsRoot(invocation));
    const PruneJobReading reading = wantsHostJobs(invocation) ? readPruneJobs(*fileSystem, host) : PruneJobReading();
    PruneJobList list = readPruneJobList(invocation, {reading, pruneJobsPath(host)});
    list.host = std::move(host);
    return list;
}

std::optional<std::string> placeOfStore(fs::FileSystem &fileSystem, const PbsHost &host, const std::string &store)
{
    const auto found = std::ranges::find(host.stores, store, &ConfiguredStore::name);
    if (found == host.stores.end())
        return std::nullopt;
    std::string below = host.path(found->path); // as in a container or a rescue system
    return fileSystem.open(below) ? std::move(below) : found->path;
}

std::vector<JobReference> ownJobReferences(const Invocation &invocation, const Session &session)
{
    return referencesAt(ownJobs(invocation).pruneJobs().jobs, session.place().toString(), session.name());
}

OwnJobs ownJobs(const Invocation &invocation)
{
    return {fs::posixFileSystem(), ownJobsDirectory(), invocation.isDryRun() ? OwnJobs::Writing::OnlyPlanned : OwnJobs::Writing::ToDisk};
}

Result<ConfigFileEdits> editHostJob(const Invocation &invocation, const JobState &wanted)
{
    const ConfigWriter writer(fs::posixFileSystem(), pbsRoot(invocation));
    const ConfigFile file = fileOf(wanted.kind);
    const auto present = readConfigFile(*fs::posixFileSystem(), writer.directory(), file);
    if (!present)
        return failWith(present);
    const auto text = edited(present->text, wanted);
    if (!text)
        return failWith(text);
    const bool isDone = saysTheSame(file, *text, present->text);
    ConfigFileEdits edit{file, present->digest, present->text, isDone ? present->text : *text};
    const Done written = isDone || invocation.isDryRun() ? Done() : writer.write({.wanted = wanted, .before = present->digest});
    return written.transform([&] { return std::move(edit); });
}

void printJobEdit(const Invocation &invocation, const std::string &id, const ConfigFileEdits &edit, const QString &remark)
{
    const bool isChanged = edit.text != edit.formerText;
    if (invocation.isJson()) {
        invocation.output.line(toQString(dump({{"job", id},
                                               {"file", fileName(edit.file)},
                                               {"dry-run", invocation.isDryRun()},
                                               {"changed", isChanged},
                                               {"diff", edit.diff()}})));
        return;
    }
    for (const QString &line : text::diffLines(edit))
        invocation.output.line(line);
    if (!isChanged)
        invocation.output.line(PruneJobEdit::tr("The prune job \"%1\" is like that already.").arg(printable(id)));
    else if (!remark.isEmpty())
        invocation.output.line(remark);
}

} // namespace espalier::cli
