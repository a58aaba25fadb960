// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/output.h"
#include "core/pbs/retention.h"

#include <span>

namespace espalier::cli {

/// Prints a line for each month that has a snapshot and a character for each of its days: what stays of it, and by which
/// rule. @p marks are parallel to @p snapshots; days are those of @p zone.
void printPruneCalendar(Output &output, std::span<const PruneCandidate> snapshots, std::span<const PruneMark> marks, const TimeZone &zone);

} // namespace espalier::cli
