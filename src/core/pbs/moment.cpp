// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/moment.h"

#include "core/pbs/snapshottime.h"

#include <charconv>
#include <string_view>

namespace espalier {

namespace {

std::optional<std::int64_t> numberOf(std::string_view digits)
{
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return problem == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
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

std::optional<std::int64_t> read(const std::string &text, const TimeZone &zone)
{
    if (text.starts_with('@'))
        return numberOf(std::string_view(text).substr(1));
    if (const auto time = SnapshotTime::fromString(text))
        return time->epoch();
    const auto local = localOf(text);
    return local ? std::optional(zone.momentsOf(*local).first) : std::nullopt;
}

} // namespace

std::optional<std::int64_t> momentFromString(const std::string &text, const TimeZone &zone)
{
    const auto moment = read(text, zone);
    return moment && SnapshotTime::fromEpoch(*moment) ? moment : std::nullopt;
}

} // namespace espalier
