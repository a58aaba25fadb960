// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/hostzone.h"
#include "core/jobs/due.h"
#include "core/jobs/jobhistories.h"
#include "core/jobs/ownjobs.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace espalier {

using OwnJob = std::variant<OwnPruneJob, OwnSyncJob>;

JobName nameOf(const OwnJob &job);
const JobNotes &notesOf(const OwnJob &job);
bool isEnabled(const OwnJob &job);
std::optional<CalendarEvent> scheduleOf(const OwnJob &job); ///< Nothing: it only runs when somebody asks for it.
std::string scheduleToSee(const OwnJob &job);               ///< For JobHistory::see().

/// The job as it is now. Fails with SyncJobUnknown or PruneJobUnknown, and with the first problem where it cannot be read.
Result<OwnJob> findOwnJob(const OwnJobs &jobs, const JobName &name);

/// One of the user's own jobs with what is known of its runs, as tables show it.
struct JobOverview
{
    OwnJob job;
    std::optional<HostZone> zone{}; ///< In which it counts; nothing: not known.
    JobHistory history{};
    bool isRunning = false;         ///< Somebody has its lock.
    DueTime due{};                  ///< Nothing of it for a job that is disabled, or nobody knows the zone of.
    std::optional<Error> problem{}; ///< Why the history cannot be read, or why nobody knows when it is due.
};

/// In which zone a job counts: that of the server of its datastore, else the chosen one. Nobody connects to a host for this question: of a
/// datastore there it is the chosen one. @p zone: of the server on this computer; nothing where there is none, or it is not known.
std::optional<HostZone> zoneOf(const JobNotes &notes, const std::optional<HostZone> &zone);

/// The job with what is known of it at the time @p now.
JobOverview overviewOf(OwnJob job, const JobHistories &histories, const std::optional<HostZone> &zone, std::int64_t now);

/// Why the last run did not end OK: the first of its problems, or JobInterrupted where nobody wrote how it ended. Nothing while it runs.
std::optional<Error> problemOfLastRun(const JobOverview &overview);

struct JobOverviews
{
    std::vector<JobOverview> jobs{}; ///< Prune jobs first, each kind in the order of its file.
    std::vector<Error> problems{};   ///< Why others could not be read.
};

JobOverviews overviewsOf(const OwnJobs &jobs, const JobHistories &histories, const std::optional<HostZone> &zone, std::int64_t now);

} // namespace espalier
