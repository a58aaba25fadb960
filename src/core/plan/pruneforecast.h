// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/pruneplan.h"

#include <cstdint>
#include <stop_token>

namespace espalier {

/// What is there at @p until of the groups of @p plan, if the prune runs now and then once a day, and backups go on as they did: each
/// group's at its usual distance from its newest one, but never closer than ten minutes. No more come into groups whose newest backup is
/// old, nor where there are fewer than two. The marks tell by which rule each one stays. Moments are in seconds since 1970.
/// Pure. 10 000 groups for half a year take some ten seconds; @p stop ends it with what is there by then.
PrunePlan forecastPrune(const PrunePlan &plan, const TimeZone &zone, std::int64_t now, std::int64_t until,
                        const std::stop_token &stop = {});

} // namespace espalier
