// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace espalier {

/// Reads a JSON text (RFC 8259) from front to end without building a tree: made for thousands of small manifests that
/// nobody vouches for. Strict (valid UTF-8, no trailing commas, no control characters in strings); nesting is limited.
///
/// After the first error everything fails and returns nothing; expected() and offset() tell the error then.
class JsonReader
{
public:
    explicit JsonReader(std::string_view text) : m_text(text) {}

    bool failed() const { return !m_expected.empty(); }
    const std::string &expected() const { return m_expected; } ///< What should have stood at offset().
    std::size_t offset() const { return m_at; }                ///< Bytes from the beginning of the text.

    /// Whether the next value is an object, array, string, number, literal: its first character, or 0 at the end.
    char peek();

    /// Enters an object; its keys then come from nextKey() until that returns nothing. Each value must be read or skipped.
    void beginObject();
    std::optional<std::string> nextKey();

    /// Enters an array; nextItem() tells whether a further item follows. Each item must be read or skipped.
    void beginArray();
    bool nextItem();

    std::string string();
    std::int64_t integer(); ///< A number without fraction and exponent, within 64 bits.
    std::uint64_t unsignedInteger();
    bool null(); ///< Reads `null` if that comes next.
    void skip(); ///< Any value, with all that is in it.
    void end();  ///< Nothing but white space may follow.

    /// Makes the reader fail at @p offset: for what is JSON, but not what is wanted.
    void refuse(std::string expected, std::size_t offset);

private:
    static constexpr int maxDepth = 100;

    void skipWhiteSpace();
    bool accept(char c);
    void expect(char c);
    void open(char c);
    bool next(char closing);
    std::optional<char32_t> escapedUnit();
    bool readEscape(std::string &text);
    void skipNumber();
    void skipLiteral();
    bool skipDigits();
    std::string_view number();

    std::string_view m_text;
    std::string m_expected;
    std::size_t m_at = 0;
    int m_depth = 0;
    bool m_isFirst = false; ///< Directly behind an opening bracket: no comma before the next item.
};

} // namespace espalier
