// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/moments.h"

#include "core/pbs/moment.h"

namespace espalier::cli {

Result<TimeZone> zoneArgument(const Arguments &arguments)
{
    const auto name = arguments.value("--zone");
    return name ? TimeZone::named(*name) : TimeZone::local();
}

Result<std::int64_t> momentArgument(std::string_view option, const std::string &text, const TimeZone &zone)
{
    if (const auto moment = momentFromString(text, zone))
        return *moment;
    return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, option, text,
                "2026-11-01, 2026-11-01 02:00, 2026-11-01T02:00:00Z, @1700000000");
}

} // namespace espalier::cli
