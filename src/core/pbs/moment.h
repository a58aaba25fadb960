// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/timezone.h"

#include <cstdint>
#include <optional>
#include <string>

namespace espalier {

/// A moment as people write it, in seconds since 1970: as "2026-11-01T02:00:00Z", as clocks in @p zone show it ("2026-11-01",
/// "2026-11-01 02:00", "2026-11-01 02:00:00", also with a T between), or as "@1700000000". Where clocks are put back, the first of two.
/// Nothing where it is none of these, or no snapshot could have that time.
std::optional<std::int64_t> momentFromString(const std::string &text, const TimeZone &zone);

} // namespace espalier
