// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <array>
#include <compare>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace espalier {

/// A SHA-256 value.
class Digest
{
public:
    static constexpr std::size_t size = 32;

    Digest() = default; ///< All zero.
    explicit Digest(std::span<const std::byte, size> bytes);
    static Result<Digest> fromHex(std::string_view text); ///< 64 hex digits of either case.
    static Digest of(std::span<const std::byte> data);    ///< SHA-256 of @p data (libcrypto).
    static Digest of(std::string_view data);

    std::string toHex() const; ///< 64 lower-case hex digits, as chunk files are called.
    const std::array<std::byte, size> &bytes() const { return m_bytes; }

    friend auto operator<=>(const Digest &, const Digest &) = default;

private:
    std::array<std::byte, size> m_bytes{};
};

} // namespace espalier
