// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/place.h"
#include "core/jobs/joboverview.h"
#include "core/service/preparedsync.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

/// Runs of the user's own jobs that nobody watches: nobody is asked, and nothing goes that nobody approved.
namespace espalier {

struct JobProgress
{
    double share = 0;      ///< 0 to 1.
    std::string current{}; ///< "vm/100"
};

struct UnattendedOptions
{
    ServiceOpener service{};
    std::string pbsRoot = "/"; ///< Of this computer: the zone of its PBS is that of jobs on its directories.
    std::stop_token stop{};
    std::function<void(const JobProgress &)> progress{}; ///< From any thread, never from two at once.
    std::function<std::int64_t()> now{};                 ///< Seconds since 1970; nothing: the computer's clock.
};

/// Removes what the job's rules say, in the time zone of the store's server or the chosen one, if all of it is approved of; else nothing.
/// Tells all but the times.
JobRun prune(const OwnPruneJob &own, const UnattendedOptions &options);

/// Copies from one datastore into another, wherever they are. What vanished is removed if all of it is approved of; else it stays, and the run does
/// not end OK. Tells all but the times.
JobRun sync(const OwnSyncJob &own, const UnattendedOptions &options);

/// Runs a job that is held and writes it into its history. @p due: see JobRun. A run whose beginning cannot be written does not happen.
JobRun runHeld(HeldJob &held, const OwnJob &job, std::optional<std::int64_t> due, const UnattendedOptions &options);

} // namespace espalier
