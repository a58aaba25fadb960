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

/// As momentFromString(). UsageBadValue for @p option where it is none.
Result<std::int64_t> momentArgument(std::string_view option, const std::string &text, const TimeZone &zone);

using text::localTime;

} // namespace espalier::cli
