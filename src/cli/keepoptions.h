// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/arguments.h"
#include "cli/jsonoutput.h"
#include "core/pbs/retention.h"

namespace espalier::cli {

/// What --keep-last to --keep-yearly say. UsageBadValue where one of them is no whole number of at least 1.
Result<KeepOptions> keepOptions(const Arguments &arguments);

/// Only the options that are set, called as in PBS's configuration: {"keep-last": 3}.
Json toJson(const KeepOptions &options);

/// What a prune does with a snapshot: "backup-time", "mark", "keep", "protected", and, where there is one, the "rule" with
/// its "period", "position" and "of", or the "period" and the rule ("surplus-of") of which a newer one is kept.
Json toJson(const PruneCandidate &snapshot, const PruneMark &mark, const KeepOptions &options, const TimeZone &zone);

} // namespace espalier::cli
