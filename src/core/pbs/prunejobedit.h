// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/configedit.h"
#include "core/pbs/jobvalues.h"
#include "core/pbs/prunejob.h"

/// Prune jobs as they are written, and the rules that PBS's API has for what is new (config-formats §2, §4).
namespace espalier {

/// The section that says what @p job says, keys ascending, without what is as it is by itself.
ConfigSection sectionOf(const PruneJob &job);

/// What has to be set and taken away so that the section of @p before says what @p after says; values are empty where nothing does.
/// The id stays.
JobState differences(const PruneJob &before, const PruneJob &after);

/// The present values of what @p differences names, by @p job.
JobState valuesOf(const PruneJob &job, const JobState &differences);

/// Whether PBS's API would take @p job; fails with the first problem.
Done checkPruneJob(const PruneJob &job);

} // namespace espalier
