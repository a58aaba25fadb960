// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace espalier {

/// A length of time as PBS writes it: "1h 30m", "2weeks 1day" (calendar-events §4).
struct TimeSpan
{
    std::uint64_t seconds = 0;
    std::uint32_t nanoseconds = 0; ///< Less than a second.

    /// Reads what PBS 4 reads. Numbers without a unit are seconds, a month has 30.44 days. Fails with TimeSpanMalformed.
    static Result<TimeSpan> fromString(std::string_view text);

    /// PBS's short form: the parts that are not zero, tenths of a second where there are some; its rounding does not carry.
    std::string toString() const;

    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

} // namespace espalier
