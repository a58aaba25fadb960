// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobrun/unattended.h"

#include <chrono>

namespace espalier {

namespace {

std::int64_t clockOf(const UnattendedOptions &options)
{
    return options.now ? options.now() : std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
}

JobRun runOf(const OwnJob &job, const UnattendedOptions &options)
{
    const auto *own = std::get_if<OwnPruneJob>(&job);
    return own ? prune(*own, options) : sync(std::get<OwnSyncJob>(job), options);
}

} // namespace

JobRun runHeld(HeldJob &held, const OwnJob &job, std::optional<std::int64_t> due, const UnattendedOptions &options)
{
    JobRun begun{.begin = clockOf(options), .due = due};
    if (const Done written = held.begin(begun); !written) {
        begun.end = begun.begin;
        begun.result = JobResult::Failed;
        begun.problems = 1;
        begun.error = written.error();
        return begun;
    }
    JobRun run = runOf(job, options);
    run.begin = begun.begin;
    run.due = due;
    run.end = std::max(begun.begin, clockOf(options));
    if (const Done written = held.end(run); !written) {
        ++run.problems;
        run.error = run.error.value_or(written.error());
    }
    return run;
}

} // namespace espalier
