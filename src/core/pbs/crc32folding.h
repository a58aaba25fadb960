// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace espalier {

/// Bytes that have the same checksum as a longer beginning of some data.
struct FoldedStart
{
    std::array<char, 16> bytes{}; ///< To be taken with a register of zero: that of the beginning is in them.
    std::size_t taken = 0;        ///< How much of the data they stand for; 0: nothing, and the register is as it was.
};

/// Folds all whole blocks of @p data, which the checksum's @p registerBefore belongs to, by multiplying without carries: ten times as
/// quick as looking up. Takes nothing where this processor cannot do that, or there is too little.
FoldedStart foldStart(std::string_view data, std::uint32_t registerBefore);

} // namespace espalier
