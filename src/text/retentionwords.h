// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/retention.h"

#include <QString>

namespace espalier::text {

/// What the options do, as one sentence: "Keeps the last 3 snapshots, then one a day for 7 more days that have one."
QString keepSentence(const KeepOptions &options);

/// "keep", "keep, unfinished", "protected", "remove".
QString pruneVerdictWords(PruneVerdict verdict);

/// "last", "hourly", "daily", "weekly", "monthly", "yearly".
QString keepRuleWord(KeepRule rule);

/// Why a snapshot got its mark: "daily 2 of 7: 2026-03-05", "a newer one of 2026-03-05 is kept". Periods are those of @p zone.
QString pruneReason(const PruneCandidate &snapshot, const PruneMark &mark, const KeepOptions &options, const TimeZone &zone);

} // namespace espalier::text
