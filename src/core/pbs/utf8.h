// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace espalier {

/// One Unicode character of a UTF-8 text and the bytes it takes.
struct Character
{
    char32_t value = 0;
    std::size_t length = 0;
};

/// The character that begins at @p at. Nothing where the bytes there are no well-formed UTF-8 (overlong forms,
/// surrogates and values above 10FFFF are none). @p at must lie inside @p text.
std::optional<Character> characterAt(std::string_view text, std::size_t at);

bool isUtf8(std::string_view text);

/// Appends @p value, which must be a Unicode scalar value, as UTF-8.
void appendUtf8(std::string &text, char32_t value);

/// Unicode's White_Space property, which PBS's `\s` and trimming mean.
bool isWhiteSpace(char32_t value);

/// @p text without white space at its ends; broken UTF-8 counts as no white space.
std::string_view trimmed(std::string_view text);
std::string_view trimmedStart(std::string_view text);
std::string_view trimmedEnd(std::string_view text);

/// True where @p text is not empty, valid UTF-8, and holds neither white space nor any of @p excluded (ASCII).
bool isWord(std::string_view text, std::string_view excluded);

} // namespace espalier
