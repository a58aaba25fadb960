// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobrun/jobsummary.h"
#include "core/jobrun/unattended.h"
#include "core/jobs/jobends.h"
#include "core/service/preparedsync.h"

namespace espalier {

namespace {

SyncRunOptions runOptions(const SyncJob &job, const UnattendedOptions &options)
{
    SyncRunOptions run;
    run.job = job.options();
    run.stop = options.stop;
    run.workers = static_cast<unsigned>(job.workerThreads.value_or(0));
    run.rate = job.rate();
    if (options.progress)
        run.progress = [&options](const SyncProgress &progress) { options.progress({progress.share(), progress.current}); };
    return run;
}

/// Another disk may have other backups to lose than the one that was looked at, and another source lacks others.
Done checkApproval(const JobNotes &notes, const SyncJobEnds &ends, const PreparedSync &prepared)
{
    const Removals removals = prepared.plan.removals();
    if (removals.isEmpty())
        return {};
    return checkApproved(notes.approvedStores, {prepared.targetIdentity, ends.target.toString()},
                         {prepared.sourceIdentity, ends.source.toString()})
        .and_then([&] { return checkBudget(removals, notes.approved.value_or(RemovalBudget())); });
}

/// What goes beyond the budget stays, and all else is done.
Result<JobRun> run(const OwnSyncJob &own, const UnattendedOptions &options)
{
    const auto ends = endsOf(own);
    if (!ends)
        return failWith(ends);
    const auto prepared = prepareSync(ends->source, ends->target, own.job.options(), options.service, {.stop = options.stop});
    if (!prepared)
        return failWith(prepared);
    const Done within = checkApproval(own.notes, *ends, *prepared);
    SyncRunOptions copying = runOptions(own.job, options);
    copying.removes = within.has_value();
    return summaryOf(prepared->plan, prepared->run(copying), within ? std::nullopt : std::optional(within.error()));
}

} // namespace

JobRun sync(const OwnSyncJob &own, const UnattendedOptions &options)
{
    const auto result = run(own, options);
    return result ? *result : failedJobRun(result.error());
}

} // namespace espalier
