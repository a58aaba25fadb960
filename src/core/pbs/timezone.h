// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/zonerule.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace espalier {

/// When local clocks have which offset, by the compiled time zone files of a system (TZif, RFC 9636): a PBS counts with these.
/// The standard library's zones are not used: those of GCC 14 are wrong where a zone changes its standard time while it has
/// summer time (Pacific/Apia in 2011, Africa/Casablanca in 2018). A value; copies and reading from any thread are fine.
class TimeZone
{
public:
    /// A stretch of one offset: from @c begin to before @c end. Seconds since 1970, UTC; seconds east of UTC.
    struct Span
    {
        std::int64_t begin = 0;
        std::int64_t end = 0; ///< Not after @c begin: an empty span.
        std::int64_t offset = 0;
        bool isSummer = false; ///< ZoneTransition::isSummer
    };

    TimeZone() = default; ///< UTC.

    /// Reads the content of a TZif file. Fails with TimeZoneUnknown where it is none; @p name names it in errors.
    static Result<TimeZone> fromTzif(std::string_view bytes, std::string_view name);

    /// The zone of that name, such as "Europe/Vienna", from this computer's files.
    /// Fails with TimeZoneUnknown, also where this computer has no data on time zones.
    static Result<TimeZone> named(std::string_view name);

    /// The zone that this computer is set to; UTC where it is set to none. Fails with TimeZoneUnknown.
    static Result<TimeZone> local();

    /// The zones that differ since 1970, from this computer's files; those that cannot be read are left out.
    static std::vector<TimeZone> all();

    /// @name What a zone consists of, for telling it to another process
    /// @{
    std::int64_t firstOffset() const { return m_firstOffset; } ///< Before the first transition.
    const std::vector<ZoneTransition> &transitions() const { return m_transitions; }
    const std::optional<ZoneRule> &rule() const { return m_rule; }
    /// Fails with TimeZoneUnknown where they cannot be those of a zone: fit to be read from anybody.
    static Result<TimeZone> fromParts(std::int64_t firstOffset, std::vector<ZoneTransition> transitions, std::optional<ZoneRule> rule);
    /// @}

    Span at(std::int64_t time) const;

    /// When local clocks show @p local, in seconds as of 1970 if they were UTC: the first and the last of these moments, which
    /// differ where clocks are put back. Where they skip it, the moment as the C library takes it: counted with the offset
    /// that makes it summer time, else as if clocks had not been put forward yet.
    std::pair<std::int64_t, std::int64_t> momentsOf(std::int64_t local) const;

private:
    class Reader;

    std::int64_t m_firstOffset = 0;            ///< Before the first transition.
    std::vector<ZoneTransition> m_transitions; ///< Sorted.
    std::optional<ZoneRule> m_rule;            ///< For what comes behind them; without one the last offset stays.
};

} // namespace espalier
