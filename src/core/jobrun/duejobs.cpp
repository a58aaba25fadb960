// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobrun/duejobs.h"

#include "core/fs/native.h"

#include <algorithm>
#include <chrono>

namespace espalier {

namespace {

std::int64_t clockOf(const DueOptions &options)
{
    return options.run.now ? options.run.now() : std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
}

/// Notes the schedules that are there now. Fails where nothing can be written: whoever cannot note a run must not begin one.
Done see(JobHistories &histories, const JobOverview &overview, std::int64_t now)
{
    const std::string schedule = scheduleToSee(overview.job);
    const bool isSeen = overview.history.since != 0 && overview.history.schedule == schedule;
    if (isSeen || (schedule.empty() && overview.history.since == 0))
        return {};
    const auto held = histories.hold(nameOf(overview.job));
    if (held)
        return (*held)->see(schedule, now);
    return held.error().id == MessageId::JobRunsAlready ? Done() : Done(failWith(held));
}

DueJobRun runTold(HeldJob &held, const JobOverview &overview, std::optional<std::int64_t> due, const DueOptions &options)
{
    DueJobRun done{.name = nameOf(overview.job), .due = due, .wasMissed = due && overview.due.isMissed(clockOf(options))};
    if (options.begins)
        options.begins(overview);
    done.run = runHeld(held, overview.job, due, options.run);
    if (options.ended)
        options.ended(done);
    return done;
}

} // namespace

JobFiles userJobFiles()
{
    return {fs::nativeFileSystem(), ownJobsDirectory(), jobHistoriesDirectory()};
}

DueReport runDueJobs(const JobFiles &files, const DueOptions &options)
{
    const OwnJobs jobs = files.ownJobs();
    JobHistories histories = files.jobHistories();
    JobOverviews all = overviewsOf(jobs, histories, options.zone, clockOf(options));
    DueReport report{.problems = std::move(all.problems)};
    for (const JobOverview &each : all.jobs) {
        if (const Done seen = see(histories, each, clockOf(options)); !seen)
            report.problems.push_back(seen.error());
        if (each.problem)
            report.problems.push_back(*each.problem);
    }
    std::erase_if(all.jobs, [](const JobOverview &each) { return !each.due.isDue; });
    std::ranges::stable_sort(all.jobs, {}, [](const JobOverview &each) { return *each.due.next; });
    for (const JobOverview &each : all.jobs) {
        if (options.run.stop.stop_requested())
            break;
        const auto held = histories.hold(nameOf(each.job));
        if (!held) {
            if (held.error().id != MessageId::JobRunsAlready)
                report.problems.push_back(held.error());
            continue;
        }
        auto job = findOwnJob(jobs, nameOf(each.job)); // runs before it may have taken hours
        if (!job)
            continue;
        const std::int64_t now = clockOf(options);
        const JobOverview present = overviewOf(*std::move(job), histories, options.zone, now);
        if (!present.due.isDue)
            continue;
        report.runs.push_back(runTold(**held, present, present.due.next, options));
    }
    return report;
}

Result<DueJobRun> runJobNow(const JobFiles &files, const JobName &name, const DueOptions &options)
{
    JobHistories histories = files.jobHistories();
    const auto held = histories.hold(name);
    if (!held)
        return failWith(held);
    auto job = findOwnJob(files.ownJobs(), name);
    if (!job)
        return failWith(job);
    return runTold(**held, overviewOf(*std::move(job), histories, options.zone, clockOf(options)), std::nullopt, options);
}

} // namespace espalier
