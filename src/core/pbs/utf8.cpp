// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/utf8.h"

namespace espalier {

namespace {

struct LeadByte
{
    std::size_t length;
    char32_t bits;
    char32_t smallest; ///< Of the values that need so many bytes.
};

LeadByte leadByte(unsigned char byte)
{
    if (byte < 0x80)
        return {1, byte, 0};
    if (byte >= 0xc2 && byte <= 0xdf)
        return {2, byte & 0x1fU, 0x80};
    if (byte >= 0xe0 && byte <= 0xef)
        return {3, byte & 0x0fU, 0x800};
    if (byte >= 0xf0 && byte <= 0xf4)
        return {4, byte & 0x07U, 0x10000};
    return {0, 0, 0};
}

bool isScalarValue(char32_t value)
{
    return value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
}

/// Where the last character of @p text begins, as far as its bytes tell.
std::size_t lastCharacter(std::string_view text)
{
    std::size_t at = text.size() - 1;
    while (at > 0 && text.size() - at < 4 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80)
        --at;
    return at;
}

} // namespace

std::optional<Character> characterAt(std::string_view text, std::size_t at)
{
    const auto [length, bits, smallest] = leadByte(static_cast<unsigned char>(text[at]));
    if (length == 0 || text.size() - at < length)
        return std::nullopt;
    char32_t value = bits;
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if ((byte & 0xc0) != 0x80)
            return std::nullopt;
        value = value << 6 | (byte & 0x3fU);
    }
    if (value < smallest || !isScalarValue(value))
        return std::nullopt;
    return Character{value, length};
}

bool isUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto character = characterAt(text, at);
        if (!character)
            return false;
        at += character->length;
    }
    return true;
}

void appendUtf8(std::string &text, char32_t value)
{
    const auto add = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (value < 0x80) {
        add(value);
    } else if (value < 0x800) {
        add(0xc0 | value >> 6);
        add(0x80 | (value & 0x3f));
    } else if (value < 0x10000) {
        add(0xe0 | value >> 12);
        add(0x80 | (value >> 6 & 0x3f));
        add(0x80 | (value & 0x3f));
    } else {
        add(0xf0 | value >> 18);
        add(0x80 | (value >> 12 & 0x3f));
        add(0x80 | (value >> 6 & 0x3f));
        add(0x80 | (value & 0x3f));
    }
}

bool isWhiteSpace(char32_t value)
{
    return (value >= 0x09 && value <= 0x0d) || value == 0x20 || value == 0x85 || value == 0xa0 || value == 0x1680
        || (value >= 0x2000 && value <= 0x200a) || value == 0x2028 || value == 0x2029 || value == 0x202f || value == 0x205f
        || value == 0x3000;
}

std::string_view trimmedStart(std::string_view text)
{
    while (!text.empty()) {
        const auto character = characterAt(text, 0);
        if (!character || !isWhiteSpace(character->value))
            break;
        text.remove_prefix(character->length);
    }
    return text;
}

std::string_view trimmedEnd(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t at = lastCharacter(text);
        const auto character = characterAt(text, at);
        if (!character || at + character->length != text.size() || !isWhiteSpace(character->value))
            break;
        text.remove_suffix(character->length);
    }
    return text;
}

std::string_view trimmed(std::string_view text)
{
    return trimmedEnd(trimmedStart(text));
}

bool isWord(std::string_view text, std::string_view excluded)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto character = characterAt(text, at);
        if (!character || isWhiteSpace(character->value))
            return false;
        if (character->length == 1 && excluded.contains(text[at]))
            return false;
        at += character->length;
    }
    return !text.empty();
}

} // namespace espalier
