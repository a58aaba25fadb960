// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/invocation.h"
#include "cli/jsonoutput.h"
#include "core/datastore/pbshost.h"
#include "core/jobs/joboverview.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace espalier::cli {

/// A job of Espalier's own or of a server.
template<typename Job>
struct NamedJob
{
    Job job;
    bool isOwn = false;
    JobNotes notes{}; ///< Own ones.
};

/// The jobs of one kind that --own and --host leave, own ones first.
template<typename Job>
struct JobList
{
    PbsHost host{};         ///< That --pbs-root names; nothing is known of it where the jobs are those of a datastore's server.
    std::string hostFile{}; ///< Where the host's jobs are.
    std::vector<NamedJob<Job>> jobs{};
    std::vector<Error> problems{};

    /// Fails with JobAmbiguous where both have a job of that name, with @p unknown, and with the first problem where there is one.
    Result<NamedJob<Job>> find(const std::string &id, MessageId unknown) const
    {
        const auto isMeant = [&id](const NamedJob<Job> &each) { return each.job.id == id; };
        const auto found = std::ranges::find_if(jobs, isMeant);
        if (found == jobs.end() && !problems.empty())
            return std::unexpected(problems.front());
        if (found == jobs.end())
            return fail(Error::Kind::NotFound, unknown, id, hostFile);
        if (std::ranges::count_if(jobs, isMeant) > 1)
            return fail(Error::Kind::Conflict, MessageId::JobAmbiguous, id);
        return *found;
    }

    /// Puts in what the user's own files say.
    template<typename Own>
    void addOwn(OwnJobReading<Own> own)
    {
        std::erase_if(own.problems, [](const Error &problem) { return problem.id == MessageId::JobsHomeMissing; }); // then there are none
        for (Own &each : own.jobs)
            jobs.push_back({std::move(each.job), true, std::move(each.notes)});
        problems.insert(problems.end(), own.problems.begin(), own.problems.end());
    }
};

/// What --own and --host leave.
bool wantsOwnJobs(const Invocation &invocation);
bool wantsHostJobs(const Invocation &invocation);

/// What --pbs-root names, absolute.
std::string pbsRoot(const Invocation &invocation);

/// Where the datastore @p store of @p host lies; nothing where its configuration does not name it.
std::optional<std::string> placeOfStore(fs::FileSystem &fileSystem, const PbsHost &host, const std::string &store);

/// The user's own jobs; nothing is written where --dry-run was given.
OwnJobs ownJobs(const Invocation &invocation);

/// storeMark() of the datastore at @p place. Fails where it cannot be opened: nobody can agree to removals where he cannot look.
Result<std::string> markAt(const Invocation &invocation, const std::string &place);

/// How runs of the user's own jobs went.
JobHistories jobHistories();

/// What is known of an own job now. @p zone: of the server on this computer.
JobOverview overviewOf(OwnJob job, const std::optional<HostZone> &zone);

/// What @p budget approves of, as the options that give it are called; null for nothing.
Json toJson(const std::optional<RemovalBudget> &budget);

Json toJson(const JobRun &run);

/// What --json tells of an own job besides its properties: place, zone, what is approved, its last run.
void addOwnJob(Json &json, const JobOverview &overview);

/// Tells what became, or would become, of the file of jobs; @p remark is said behind it where something changed.
void printJobEdit(const Invocation &invocation, const std::string &id, const ConfigFileEdits &edit, const QString &remark = {});

} // namespace espalier::cli
