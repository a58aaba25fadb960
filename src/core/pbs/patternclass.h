// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/patternnode.h"

namespace espalier {

/// Where in a pattern a reader is. A pattern is UTF-8.
class PatternScanner
{
public:
    explicit PatternScanner(std::string_view pattern) : m_pattern(pattern) {}

    std::string_view pattern() const { return m_pattern; }
    bool atEnd() const { return m_at >= m_pattern.size(); }
    char32_t peek() const; ///< 0 at the end.
    char32_t take();       ///< The same, and goes on; it must not be at the end.
    bool isAt(char c) const { return !atEnd() && m_pattern[m_at] == c; }
    bool isNextAt(char c) const { return m_at + 1 < m_pattern.size() && m_pattern[m_at + 1] == c; }
    bool skip(char c); ///< Whether it stood here.
    bool skipWord(std::string_view word);
    std::string_view takeUntil(char end); ///< What stands before the next @p end, which is skipped; empty where there is none.
    void skipBlanks();                    ///< Where the flags say so, comments too.

    /// Where it was when mark() was asked.
    std::size_t mark() const { return m_at; }
    void back(std::size_t mark) { m_at = mark; }

    std::unexpected<Error> wrong(std::string_view expected) const;
    std::unexpected<Error> unknown(std::string_view construct) const;

    PatternFlags flags{};

private:
    std::string_view m_pattern;
    std::size_t m_at = 0;
};

/// Reads `\b` and the like; nothing, and stays, where another escape stands here.
Result<std::optional<RustPattern::State::Kind>> readAssertion(PatternScanner &scanner);

/// Reads what stands for one character: a letter, a point, an escape, a class.
Result<PatternSet> readSet(PatternScanner &scanner);

} // namespace espalier
