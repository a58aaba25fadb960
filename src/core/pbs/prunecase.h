// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/retention.h"
#include "core/pbs/timezone.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace espalier {

/// PBS's word for a verdict: "keep", "keep-partial", "protected", "remove".
std::string_view toString(PruneVerdict verdict);

/// Gives cases their marks, one JSON object after the other:
///
///     {"tz":"Europe/Vienna","keep":{"last":3},"snapshots":[{"time":1700000000},{"time":1700003600,"protected":true}]}
///
/// `tz` names the zone of the server, `keep` holds the options that are set, `snapshots` is one group in any order, with
/// `time` in seconds since 1970, `protected` (false where it is missing) and `finished` (true where it is missing).
/// Time zones are remembered from case to case.
class PruneCases
{
public:
    /// @p line with `marks`, a list of PBS's words parallel to `snapshots`: in the place of the one that is there, else at
    /// the end. All else stays as it is, byte for byte. Fails with InvalidInput: PruneCaseMalformed, which counts the lines.
    Result<std::string> mark(std::string_view line);

private:
    class Reader;

    const TimeZone *zone(const std::string &name); ///< Null where there is none of that name.

    std::map<std::string, TimeZone> m_zones;
    std::size_t m_line = 0;
};

} // namespace espalier
