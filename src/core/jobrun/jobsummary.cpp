// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobrun/jobsummary.h"

namespace espalier {

namespace {

/// How a run ended that could be begun.
JobResult resultOf(const JobRun &run, bool isStopped)
{
    if (isStopped)
        return JobResult::Stopped;
    if (run.problems == 0)
        return JobResult::Ok;
    return run.snapshots + run.removed > 0 ? JobResult::Partly : JobResult::Failed;
}

} // namespace

JobRun failedJobRun(const Error &error)
{
    const bool isStopped = error.kind == Error::Kind::Stopped;
    return {.result = isStopped ? JobResult::Stopped : JobResult::Failed, .problems = 1, .error = error};
}

JobRun summaryOf(std::size_t groups, const Plan &plan, const RunReport &report)
{
    JobRun run{.groups = groups, .problems = report.failure ? 1U : 0U, .error = report.failure};
    for (const StepOutcome &step : report.steps) {
        run.removed += step.gone.size();
        run.problems += step.state == StepState::Failed ? 1 : 0;
        run.error = run.error ? run.error : step.error;
    }
    for (const Step &step : plan.steps) {
        run.problems += step.verdict.level == Verdict::Level::WillDo ? 0 : 1;
        run.error = run.error ? run.error : step.verdict.reason;
    }
    run.result = resultOf(run, report.stopped);
    return run;
}

JobRun summaryOf(const SyncPlan &plan, const SyncReport &report, const std::optional<Error> &tooMuch)
{
    JobRun run{.snapshots = report.copied + report.updated,
               .removed = report.removedSnapshots,
               .bytes = report.chunks.bytes,
               .problems = report.problems.size() + (report.failure ? 1 : 0) + (tooMuch ? 1 : 0),
               .error = report.failure ? report.failure : tooMuch};
    for (const SyncNamespace &ns : plan.namespaces)
        run.groups += ns.groups.size();
    if (!run.error && !report.problems.empty())
        run.error = report.problems.front();
    run.result = resultOf(run, report.stopped);
    if (run.result == JobResult::Failed && !report.failure)
        run.result = JobResult::Partly; // there was nothing else to do
    return run;
}

} // namespace espalier
