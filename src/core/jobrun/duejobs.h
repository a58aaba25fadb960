// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobrun/unattended.h"

#include <functional>
#include <vector>

namespace espalier {

/// What came of one job that was due.
struct DueJobRun
{
    JobName name;
    std::optional<std::int64_t> due{}; ///< For which time it ran, seconds since 1970; nothing: somebody asked for it.
    bool wasMissed = false;            ///< Nobody was there when it was due, see DueTime::isMissed().
    JobRun run{};
};

/// Where the user's own jobs are, and what is known of them.
struct JobFiles
{
    std::shared_ptr<fs::FileSystem> fileSystem;
    std::string jobs;      ///< See OwnJobs.
    std::string histories; ///< See JobHistories.

    OwnJobs ownJobs() const { return {fileSystem, jobs}; }
    JobHistories jobHistories() const { return {fileSystem, histories}; }
};

/// Of this user.
JobFiles userJobFiles();

struct DueOptions
{
    UnattendedOptions run{};
    std::optional<HostZone> zone{}; ///< Of the server on this computer, see overviewsOf().
    std::function<void(const JobOverview &)> begins{};
    std::function<void(const DueJobRun &)> ended{};
};

struct DueReport
{
    std::vector<DueJobRun> runs{};
    std::vector<Error> problems{}; ///< Jobs that could not be read, or of which nobody knows when they are due.
};

/// Runs what is due of the user's own jobs that are enabled, one after the other, longest due first. Looks at each once more when it has
/// its lock: another program may have run it meanwhile. One that runs already is left to whoever runs it.
DueReport runDueJobs(const JobFiles &files, const DueOptions &options);

/// Runs a job now, whether it is due and enabled or not. Fails where it is not there, with JobRunsAlready, and where nothing can be written.
Result<DueJobRun> runJobNow(const JobFiles &files, const JobName &name, const DueOptions &options);

} // namespace espalier
