// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/moments.h"

#include "core/pbs/snapshottime.h"

#include <charconv>
#include <optional>

namespace espalier::cli {

namespace {

std::optional<std::int64_t> epochOf(std::string_view digits)
{
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (problem != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    const auto time = SnapshotTime::fromEpoch(value);
    return time ? std::optional(value) : std::nullopt;
}

/// A local time, completed to the form of a snapshot's name, whose reader it then goes through.
std::optional<std::int64_t> localOf(std::string text)
{
    if (text.size() > 10 && text[10] == ' ')
        text[10] = 'T';
    if (text.size() == 10)
        text += "T00:00";
    if (text.size() == 16)
        text += ":00";
    const auto time = SnapshotTime::fromString(text + "Z");
    return time && time->isCanonical() ? std::optional(time->epoch()) : std::nullopt;
}

} // namespace

Result<TimeZone> zoneArgument(const Arguments &arguments)
{
    const auto name = arguments.value("--zone");
    return name ? TimeZone::named(*name) : TimeZone::local();
}

Result<std::int64_t> momentArgument(std::string_view option, const std::string &text, const TimeZone &zone)
{
    if (text.starts_with('@')) {
        if (const auto epoch = epochOf(std::string_view(text).substr(1)))
            return *epoch;
    } else if (const auto time = SnapshotTime::fromString(text)) {
        return time->epoch();
    } else if (const auto local = localOf(text)) {
        return zone.momentsOf(*local).first;
    }
    return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, option, text,
                "2026-11-01, 2026-11-01 02:00, 2026-11-01T02:00:00Z, @1700000000");
}

} // namespace espalier::cli
