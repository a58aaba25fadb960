// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <bitset>
#include <cstddef>
#include <string_view>
#include <vector>

namespace espalier {

/// A pattern in the dialect of Rust's regex crate, as PBS's group filters use it (group-filters). Only whether it is found in a text
/// is asked, so captures and greed do not matter; and only in "type/id", which is ASCII, so of Unicode just that part is known, and the
/// two other characters that fold to ASCII letters. What is no pattern there is none here, and what cannot be judged for certain is
/// refused, never matched differently.
class RustPattern
{
public:
    /// InvalidInput with PatternMalformed where PBS would refuse it, with PatternNotJudged where this program cannot tell.
    static Result<RustPattern> compile(std::string_view pattern);

    /// Whether it is found anywhere in @p text, which must be ASCII. O(length of the text × size of the pattern).
    bool isFoundIn(std::string_view text) const;

    /// Every character of ASCII, then U+017F and U+212A, which fold to s and k.
    using CharacterSet = std::bitset<130>;
    static constexpr std::size_t longS = 128;
    static constexpr std::size_t kelvin = 129;

    /// One step of the machine that searches.
    struct State
    {
        enum class Kind : unsigned char { Take, Split, Start, End, WordEdge, NoWordEdge, WordStart, WordEnd, HalfStart, HalfEnd, Found };

        Kind kind = Kind::Found;
        CharacterSet set{};       ///< Take: the characters that are let through.
        std::size_t next = 0;     ///< All but Found.
        std::size_t otherwise{0}; ///< Split only.
    };

private:
    explicit RustPattern(std::vector<State> states) : m_states(std::move(states)) {}

    void follow(std::vector<std::size_t> &reached, std::vector<bool> &seen, std::size_t state, std::string_view text, std::size_t at) const;

    std::vector<State> m_states; ///< The first one begins.
};

} // namespace espalier
