// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/jsonreader.h"

#include "core/pbs/utf8.h"

#include <array>
#include <charconv>
#include <format>
#include <utility>

namespace espalier {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A character that stands in a string for itself, in one byte.
bool isPlain(char c)
{
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

/// The plain meaning of the character behind a backslash; 0 where there is none.
char simpleEscape(char c)
{
    switch (c) {
    case '"':
    case '\\':
    case '/': return c;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return '\0';
    }
}

} // namespace

void JsonReader::refuse(std::string expected, std::size_t offset)
{
    if (failed())
        return;
    m_expected = std::move(expected);
    m_at = offset;
}

void JsonReader::skipWhiteSpace()
{
    while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\t' || m_text[m_at] == '\r'))
        ++m_at;
}

char JsonReader::peek()
{
    if (failed())
        return '\0';
    skipWhiteSpace();
    return m_at < m_text.size() ? m_text[m_at] : '\0';
}

bool JsonReader::accept(char c)
{
    if (peek() != c || failed() || m_at == m_text.size())
        return false;
    ++m_at;
    return true;
}

void JsonReader::expect(char c)
{
    if (!accept(c))
        refuse(std::format("'{}'", c), m_at);
}

void JsonReader::open(char c)
{
    expect(c);
    if (++m_depth > maxDepth)
        refuse("fewer levels of nesting", m_at);
    m_isFirst = true;
}

/// True where a further item follows; else the closing bracket has been read.
bool JsonReader::next(char closing)
{
    const bool isFirst = std::exchange(m_isFirst, false);
    if (accept(closing)) {
        --m_depth;
        return false;
    }
    if (!isFirst && !accept(','))
        refuse("a comma or a closing bracket", m_at);
    return !failed();
}

void JsonReader::beginObject()
{
    open('{');
}

std::optional<std::string> JsonReader::nextKey()
{
    if (!next('}'))
        return std::nullopt;
    std::string key = string();
    expect(':');
    return failed() ? std::nullopt : std::optional(std::move(key));
}

void JsonReader::beginArray()
{
    open('[');
}

bool JsonReader::nextItem()
{
    return next(']');
}

std::string JsonReader::string()
{
    if (!accept('"')) {
        refuse("a text in quotes", m_at);
        return {};
    }
    std::string text;
    while (m_at < m_text.size()) {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isPlain(m_text[m_at]))
            ++m_at;
        text.append(m_text, begin, m_at - begin);
        if (m_at == m_text.size())
            break;
        const char c = m_text[m_at];
        if (c == '"') {
            ++m_at;
            return text;
        }
        if (c == '\\') {
            if (!readEscape(text))
                return {};
            continue;
        }
        const auto character = characterAt(m_text, m_at);
        if (!character || character->value < 0x20) {
            refuse(character ? "a character that may stand in a text" : "UTF-8 text", m_at);
            return {};
        }
        text.append(m_text, m_at, character->length);
        m_at += character->length;
    }
    refuse("a closing quote", m_at);
    return {};
}

/// The four hex digits behind "\u".
std::optional<char32_t> JsonReader::escapedUnit()
{
    std::uint32_t unit = 0;
    const std::string_view digits = m_text.substr(m_at, 4);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    if (digits.size() != 4 || error != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    m_at += 4;
    return unit;
}

bool JsonReader::readEscape(std::string &text)
{
    const std::size_t begin = m_at++;
    const char c = m_at < m_text.size() ? m_text[m_at++] : '\0';
    if (const char plain = simpleEscape(c)) {
        text += plain;
        return true;
    }
    auto value = c == 'u' ? escapedUnit() : std::nullopt;
    if (value && *value >= 0xd800 && *value < 0xdc00 && m_text.substr(m_at, 2) == "\\u") { // first half of a pair
        m_at += 2;
        const auto second = escapedUnit();
        const bool isPair = second && *second >= 0xdc00 && *second < 0xe000;
        value = isPair ? std::optional(0x10000 + ((*value - 0xd800) << 10) + (*second - 0xdc00)) : std::nullopt;
    }
    if (!value || (*value >= 0xd800 && *value < 0xe000)) {
        refuse("an escape sequence of JSON", begin);
        return false;
    }
    appendUtf8(text, *value);
    return true;
}

bool JsonReader::skipDigits()
{
    const std::size_t begin = m_at;
    while (m_at < m_text.size() && isDigit(m_text[m_at]))
        ++m_at;
    return m_at > begin;
}

void JsonReader::skipNumber()
{
    const std::size_t begin = m_at;
    if (m_text[m_at] == '-')
        ++m_at;
    const bool leadingZero = m_at < m_text.size() && m_text[m_at] == '0';
    const std::size_t digits = m_at;
    bool good = skipDigits() && !(leadingZero && m_at > digits + 1);
    if (good && m_at < m_text.size() && m_text[m_at] == '.') {
        ++m_at;
        good = skipDigits();
    }
    if (good && m_at < m_text.size() && (m_text[m_at] == 'e' || m_text[m_at] == 'E')) {
        ++m_at;
        if (m_at < m_text.size() && (m_text[m_at] == '+' || m_text[m_at] == '-'))
            ++m_at;
        good = skipDigits();
    }
    if (!good)
        refuse("a number", begin);
}

/// The text of a number; empty and failed where none comes next.
std::string_view JsonReader::number()
{
    const char c = peek();
    const std::size_t begin = m_at;
    if (c != '-' && !isDigit(c))
        refuse("a number", begin);
    else
        skipNumber();
    return failed() ? std::string_view() : m_text.substr(begin, m_at - begin);
}

std::int64_t JsonReader::integer()
{
    const std::string_view text = number();
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        refuse("a whole number of 64 bits", m_at - text.size());
    return failed() ? 0 : value;
}

std::uint64_t JsonReader::unsignedInteger()
{
    const std::string_view text = number();
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        refuse("a whole number of 64 bits, not below zero", m_at - text.size());
    return failed() ? 0 : value;
}

bool JsonReader::null()
{
    if (peek() != 'n')
        return false;
    skipLiteral();
    return !failed();
}

void JsonReader::skipLiteral()
{
    constexpr std::array<std::string_view, 3> literals{"true", "false", "null"};
    for (const std::string_view literal : literals) {
        if (m_text.substr(m_at).starts_with(literal)) {
            m_at += literal.size();
            return;
        }
    }
    refuse("a JSON value", m_at);
}

void JsonReader::skip()
{
    // Without recursion: the kinds of the open brackets say what may come next.
    std::string open;
    do {
        const char c = peek();
        if (c == '{' || c == '[') {
            c == '{' ? beginObject() : beginArray();
            open += c;
        } else if (c == '"') {
            string();
        } else if (c == '-' || isDigit(c)) {
            skipNumber();
        } else {
            skipLiteral();
        }
        while (!failed() && !open.empty()) {
            if (open.back() == '{' ? nextKey().has_value() : nextItem())
                break;
            open.pop_back();
        }
    } while (!failed() && !open.empty());
}

void JsonReader::end()
{
    if (!failed()) {
        skipWhiteSpace();
        if (m_at != m_text.size())
            refuse("the end of the text", m_at);
    }
}

} // namespace espalier
