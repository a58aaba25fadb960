// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/rustpattern.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// A part of a RustPattern, as it was written.
struct PatternNode
{
    enum class Kind : unsigned char { Empty, Set, Assertion, All, Any, Repeat };

    Kind kind = Kind::Empty;
    RustPattern::CharacterSet set{}; ///< Set.
    std::size_t weight = 0;          ///< Set: how large Rust makes it, about, in bytes.
    RustPattern::State::Kind assertion = RustPattern::State::Kind::Start;
    std::vector<PatternNode> parts{}; ///< All: one behind the other; Any: one of them; Repeat: one.
    std::uint32_t least = 0;          ///< Repeat.
    std::optional<std::uint32_t> most{};
};

/// How one character class came to be known.
struct PatternSet
{
    RustPattern::CharacterSet set;
    std::size_t weight = 0;
};

/// Flags of a pattern that change what it means here: (?i), (?x), (?u).
struct PatternFlags
{
    bool ignoresCase = false;
    bool ignoresBlanks = false;
    bool isUnicode = true;
};

/// @name Character sets of Rust's dialect
/// @{
PatternSet setOfCharacter(char32_t value, const PatternFlags &flags);
PatternSet setOfRange(char32_t first, char32_t last);
/// What `\d`, `\s` or `\w` means.
PatternSet setOfLetter(char letter, const PatternFlags &flags);
/// A Unicode property such as "L" or "Alphabetic"; nothing where it is not known here.
std::optional<PatternSet> setOfProperty(std::string_view name);
/// "alpha" of "[:alpha:]"; nothing where there is no such class.
std::optional<PatternSet> setOfAsciiClass(std::string_view name);
PatternSet inverted(PatternSet set);
/// With every character that differs in case only.
PatternSet folded(PatternSet set);
/// @}

/// Reads a pattern. Errors as of RustPattern::compile().
Result<PatternNode> readPattern(std::string_view pattern);

} // namespace espalier
