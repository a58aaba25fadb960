// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/joboverview.h"

#include <QString>

#include <cstdint>

namespace espalier::text {

/// "sync job \"nightly\""
QString jobName(const JobName &name);

/// "OK", "2 problems", "failed", "runs"; empty where it never ran.
QString jobResultWords(const JobHistory &history, bool isRunning);

/// What came of it, in a line: "3 snapshots copied, 1 removed, 2.1 GiB, 14 s"; @p size turns bytes into words.
QString jobRunWords(const JobRun &run, QString (*size)(std::uint64_t));

/// When a job is due, in its zone: a time, "due since …", or why nobody knows. Empty where it is disabled or never comes due.
QString dueWords(const JobOverview &overview, std::int64_t now);

} // namespace espalier::text
