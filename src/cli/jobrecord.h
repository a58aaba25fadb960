// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/invocation.h"
#include "core/jobs/jobhistory.h"

#include <functional>
#include <utility>

namespace espalier::cli {

/// Does @p run, the work of an own job, while nobody else runs that, and writes into its history what @p run tells. Reports JobRunsAlready,
/// and whatever keeps the history from being written: then nothing is run.
ExitCode runRecorded(Invocation &invocation, const JobName &name, const std::function<std::pair<ExitCode, JobRun>()> &run);

} // namespace espalier::cli
