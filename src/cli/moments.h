// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/invocation.h"
#include "core/pbs/timezone.h"
#include "text/localtime.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace espalier::cli {

/// The zone that --zone names, else that of this computer. Fails with TimeZoneUnknown.
Result<TimeZone> zoneArgument(const Arguments &arguments);

/// A moment, in seconds since 1970, written as "2026-11-01T02:00:00Z", as clocks in @p zone show it ("2026-11-01",
/// "2026-11-01 02:00", "2026-11-01 02:00:00", also with a T between), or as "@1700000000". UsageBadValue for @p option otherwise.
Result<std::int64_t> momentArgument(std::string_view option, const std::string &text, const TimeZone &zone);

using text::localTime;

} // namespace espalier::cli
