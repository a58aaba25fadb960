// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/plan/pruneplan.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace espalier {

/// The median of the times between finished snapshots, in seconds; 0 where there are fewer than two.
std::int64_t usualDistance(const Group &group);

/// Whether the newest finished snapshot is older than two weeks and than three times the usual distance of the group's
/// backups; false where there is none. @p now is in seconds since 1970.
bool hasOnlyOldBackups(const Group &group, std::int64_t now);

/// What a person should know before a prune runs, most important first: groups whose newest backup is old for their rhythm,
/// copies that go as well, jobs that work on the same groups, options that keep everything or only the last. @p jobs are
/// those of the server that has @p store; @p now is in seconds since 1970.
std::vector<Error> pruneWarnings(const PrunePlan &plan, std::span<const JobReference> jobs, std::string_view store, std::int64_t now);

} // namespace espalier
