// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobhistory.h"
#include "core/plan/plan.h"
#include "core/plan/syncplan.h"
#include "core/run/executor.h"
#include "core/sync/syncrun.h"

#include <cstddef>
#include <optional>

/// What a history keeps of a run: all but the times.
namespace espalier {

/// Of a run that could not be begun.
JobRun failedJobRun(const Error &error);

/// @p groups: that the prune looked at. What @p plan leaves out counts as a problem: PBS's task would not end OK.
JobRun summaryOf(std::size_t groups, const Plan &plan, const RunReport &report);

/// @p tooMuch: why nothing was removed although the job says so.
JobRun summaryOf(const SyncPlan &plan, const SyncReport &report, const std::optional<Error> &tooMuch);

} // namespace espalier
