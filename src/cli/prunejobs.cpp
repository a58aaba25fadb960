// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/prunejobs.h"

#include "core/datastore/configwriter.h"
#include "core/datastore/prunejobs.h"
#include "core/fs/native.h"
#include "core/jobs/jobends.h"

#include <algorithm>
#include <iterator>

namespace espalier::cli {

PruneJobList readPruneJobList(const Invocation &invocation, const HostPruneJobs &host)
{
    PruneJobList list{.hostFile = host.path};
    if (wantsOwnJobs(invocation))
        list.addOwn(ownJobs(invocation).pruneJobs());
    if (wantsHostJobs(invocation)) {
        for (const PruneJob &job : host.reading.jobs)
            list.jobs.push_back({.job = job});
        list.problems.insert(list.problems.end(), host.reading.problems.begin(), host.reading.problems.end());
    }
    return list;
}

PruneJobList readPruneJobList(const Invocation &invocation)
{
    const auto fileSystem = fs::nativeFileSystem();
    PbsHost host = readPbsHost(*fileSystem, pbsRoot(invocation));
    const PruneJobReading reading = wantsHostJobs(invocation) ? readPruneJobs(*fileSystem, host) : PruneJobReading();
    PruneJobList list = readPruneJobList(invocation, {reading, pruneJobsPath(host)});
    list.host = std::move(host);
    return list;
}

std::vector<JobReference> ownJobReferences(const Invocation &invocation, const Session &session)
{
    const OwnJobs own = ownJobs(invocation);
    auto references = referencesAt(own.pruneJobs().jobs, session.place().toString(), session.name());
    std::ranges::move(copiesFrom(own.syncJobs().jobs, session.place().toString(), session.name()), std::back_inserter(references));
    return references;
}

Result<ConfigFileEdits> editHostJob(const Invocation &invocation, const JobState &wanted)
{
    const ConfigWriter writer(fs::nativeFileSystem(), pbsRoot(invocation));
    const ConfigFile file = fileOf(wanted.kind);
    const auto present = readConfigFile(*fs::nativeFileSystem(), writer.directory(), file);
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

} // namespace espalier::cli
