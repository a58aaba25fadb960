// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/jobreference.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// One of the user's own jobs.
struct JobName
{
    JobKind kind = JobKind::Sync;
    std::string id;

    friend auto operator<=>(const JobName &, const JobName &) = default;
};

enum class JobResult : unsigned char {
    Ok,
    Partly,      ///< Something failed or was refused, the rest was done.
    Failed,      ///< Nothing was done.
    Stopped,     ///< Somebody asked for it.
    Interrupted, ///< Nobody wrote how it ended: it runs still, or its program is gone.
};

std::string_view toString(JobResult result); ///< "ok", "partly", "failed", "stopped", "interrupted"

/// One run of a job.
struct JobRun
{
    std::int64_t begin = 0;            ///< Seconds since 1970.
    std::optional<std::int64_t> end{}; ///< Nothing: not written yet.
    std::optional<std::int64_t> due{}; ///< For which time of its schedule it ran; nothing: somebody asked for it.
    JobResult result = JobResult::Interrupted;
    std::size_t groups = 0;       ///< That it looked at.
    std::size_t snapshots = 0;    ///< Copied, whole or again.
    std::size_t removed = 0;      ///< Snapshots.
    std::uint64_t bytes = 0;      ///< Of chunks that were copied.
    std::size_t problems = 0;     ///< What kept it from ending OK.
    std::optional<Error> error{}; ///< The first of them.

    std::int64_t seconds() const { return end.value_or(begin) - begin; }
    friend bool operator==(const JobRun &, const JobRun &) = default;
};

/// What is known of the runs of one job: the content of its file.
struct JobHistory
{
    std::int64_t since = 0;     ///< When the job, or its schedule, was first seen; seconds since 1970. 0: it never was.
    std::string schedule{};     ///< As it was then; empty for none, and while the job is disabled.
    std::vector<JobRun> runs{}; ///< Oldest first, at most maxRuns.

    static constexpr std::size_t maxRuns = 100;

    /// Fails with ConfigDamaged, which names @p file. What is not known here is not kept.
    static Result<JobHistory> fromText(std::string_view text, std::string_view file);
    std::string toText() const;

    /// Behind which time the job is due next: when its last run began, or it was first seen as it is.
    std::int64_t base() const;
    const JobRun *last() const { return runs.empty() ? nullptr : &runs.back(); }

    void add(JobRun run); ///< Forgets the oldest where there are too many.
    /// Tells whether that is another schedule than before: then only what comes behind @p now is due.
    bool see(const std::string &schedule, std::int64_t now);

    friend bool operator==(const JobHistory &, const JobHistory &) = default;
};

} // namespace espalier
