// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace espalier {

/// How fast something may be copied on average, and how much at once. Neither is 0.
struct TransferRate
{
    std::uint64_t bytesPerSecond = 1;
    std::uint64_t burst = 1; ///< Bytes.

    /// As PBS's files have them (bytesFromHuman()). Nothing where one of them is not a number, is infinite, or less than a byte: no limit
    /// can be kept to then.
    static std::optional<TransferRate> fromHuman(std::string_view rate, std::string_view burst);

    friend bool operator==(const TransferRate &, const TransferRate &) = default;
};

} // namespace espalier
