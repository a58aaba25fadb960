// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace espalier {

/// The little-endian integer at @p at, as all of PBS's file formats store them. @p raw must hold it.
template<std::unsigned_integral T>
T readLittleEndian(std::string_view raw, std::size_t at)
{
    T value;
    std::memcpy(&value, raw.data() + at, sizeof value);
    if constexpr (std::endian::native == std::endian::big)
        value = std::byteswap(value);
    return value;
}

/// Appends @p value as little-endian bytes.
template<std::unsigned_integral T>
void appendLittleEndian(std::string &raw, T value)
{
    if constexpr (std::endian::native == std::endian::big)
        value = std::byteswap(value);
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    raw.append(bytes, sizeof value);
}

} // namespace espalier
