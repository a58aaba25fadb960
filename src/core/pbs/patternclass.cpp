// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/patternclass.h"

#include "core/pbs/utf8.h"

#include <algorithm>
#include <array>

namespace espalier {

namespace {

using Assertion = RustPattern::State::Kind;

bool isAsciiLetter(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool isAsciiDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

std::optional<std::uint32_t> hexDigit(char32_t c)
{
    if (isAsciiDigit(c))
        return c - U'0';
    const char32_t lower = c | 0x20;
    return lower >= U'a' && lower <= U'f' ? std::optional<std::uint32_t>(lower - U'a' + 10) : std::nullopt;
}

/// A single character, or a class such as \d.
struct Item
{
    std::optional<char32_t> character{};
    PatternSet set{};
};

Result<char32_t> hexCharacter(PatternScanner &scanner, int digits)
{
    std::uint64_t value = 0;
    const bool isBraced = scanner.skip('{');
    int count = 0;
    while (!scanner.atEnd() && (isBraced ? !scanner.isAt('}') : count < digits)) {
        const auto digit = hexDigit(scanner.take());
        if (!digit || value > 0x10ffff)
            return scanner.wrong("hex digits");
        value = value * 16 + *digit;
        ++count;
    }
    if (count == 0 || (isBraced ? !scanner.skip('}') : count < digits) || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return scanner.wrong("hex digits");
    return static_cast<char32_t>(value);
}

Result<Item> property(PatternScanner &scanner, bool isInverted)
{
    std::string name;
    if (scanner.skip('{')) {
        if (scanner.skip('^'))
            isInverted = !isInverted;
        name = scanner.takeUntil('}');
    } else if (!scanner.atEnd()) {
        appendUtf8(name, scanner.take());
    }
    if (name.empty())
        return scanner.wrong("the name of a Unicode class");
    if (!scanner.flags.isUnicode)
        return scanner.wrong("a pattern of Unicode characters");
    const auto set = setOfProperty(name);
    if (!set)
        return scanner.unknown("\\p{" + name + "}");
    const PatternSet whole = scanner.flags.ignoresCase ? folded(*set) : *set;
    return Item{{}, isInverted ? inverted(whole) : whole};
}

Result<Item> classLetter(PatternScanner &scanner, char32_t letter)
{
    const bool isInverted = letter < U'a';
    if (isInverted && !scanner.flags.isUnicode)
        return scanner.wrong("a pattern of Unicode characters");
    const PatternSet set = setOfLetter(static_cast<char>(letter | 0x20), scanner.flags);
    return Item{{}, isInverted ? inverted(set) : set};
}

/// Behind a backslash.
Result<Item> escape(PatternScanner &scanner)
{
    if (scanner.atEnd())
        return scanner.wrong("something behind the backslash");
    const char32_t c = scanner.take();
    constexpr std::array<std::pair<char32_t, char32_t>, 6> controls{{{U'a', 7}, {U'f', 12}, {U't', 9}, {U'n', 10}, {U'r', 13}, {U'v', 11}}};
    if (const auto found = std::ranges::find(controls, c, &std::pair<char32_t, char32_t>::first); found != controls.end())
        return Item{.character = found->second};
    if (c == U'x' || c == U'u' || c == U'U') {
        const auto value = hexCharacter(scanner, c == U'x' ? 2 : c == U'u' ? 4 : 8);
        if (!value)
            return failWith(value);
        if (*value >= 0x80 && !scanner.flags.isUnicode)
            return scanner.wrong("a pattern of Unicode characters");
        return Item{.character = *value};
    }
    if (c == U'p' || c == U'P')
        return property(scanner, c == U'P');
    if (std::u32string_view(U"dDsSwW").contains(c))
        return classLetter(scanner, c);
    if (isAsciiLetter(c) || isAsciiDigit(c) || c >= 0x80 || c == U'<' || c == U'>')
        return scanner.wrong("an escape that Rust's patterns have");
    return Item{.character = c};
}

PatternSet asSet(const PatternScanner &scanner, const Item &item)
{
    return item.character ? setOfCharacter(*item.character, scanner.flags) : item.set;
}

PatternSet united(const PatternSet &one, const PatternSet &other)
{
    return {one.set | other.set, std::max(one.weight, other.weight)};
}

/// A class in brackets, with those inside it.
class ClassReader
{
public:
    explicit ClassReader(PatternScanner &scanner) : m_scanner(scanner) {}

    /// Behind the opening bracket.
    Result<PatternSet> read(int nesting)
    {
        if (nesting > 200)
            return m_scanner.wrong("fewer levels of nesting");
        m_scanner.skipBlanks();
        const bool isInverted = m_scanner.skip('^');
        m_scanner.skipBlanks();
        PatternSet set{{}, 0};
        bool isFirst = true;
        while (m_scanner.skip('-')) {
            set = united(set, setOfCharacter(U'-', m_scanner.flags));
            isFirst = false;
            m_scanner.skipBlanks();
        }
        if (isFirst && m_scanner.skip(']'))
            set = united(set, setOfCharacter(U']', m_scanner.flags));
        auto whole = operations(std::move(set), nesting);
        if (!whole)
            return whole;
        if (isInverted && !m_scanner.flags.isUnicode)
            return m_scanner.wrong("a pattern of Unicode characters");
        return isInverted ? inverted(*whole) : *whole;
    }

private:
    /// Unions, with operators between them from left to right, to the closing bracket.
    Result<PatternSet> operations(PatternSet first, int nesting)
    {
        std::optional<PatternSet> left;
        char pending = 0;
        for (;;) {
            const Done joined = unite(first, nesting);
            if (!joined)
                return failWith(joined);
            left = left ? combined(*left, pending, first) : first;
            if (m_scanner.skip(']'))
                return *left;
            pending = static_cast<char>(m_scanner.take());
            m_scanner.take();
            first = {{}, 0};
        }
    }

    static PatternSet combined(const PatternSet &left, char operation, const PatternSet &right)
    {
        const std::size_t weight = std::max(left.weight, right.weight);
        switch (operation) {
        case '&': return {left.set & right.set, weight};
        case '-': return {left.set & ~right.set, weight};
        default: return {left.set ^ right.set, weight};
        }
    }

    bool isAtOperator() const
    {
        return std::ranges::any_of(std::string_view("&-~"), [this](char c) { return m_scanner.isAt(c) && m_scanner.isNextAt(c); });
    }

    Done unite(PatternSet &set, int nesting)
    {
        for (;;) {
            m_scanner.skipBlanks();
            if (m_scanner.atEnd())
                return m_scanner.wrong("a bracket that closes the class");
            if (m_scanner.isAt(']') || isAtOperator())
                return {};
            const auto part = m_scanner.isAt('[') ? inner(nesting) : range();
            if (!part)
                return failWith(part);
            set = united(set, *part);
        }
    }

    Result<PatternSet> inner(int nesting)
    {
        const std::size_t mark = m_scanner.mark();
        m_scanner.skip('[');
        if (m_scanner.skip(':')) {
            const bool isInverted = m_scanner.skip('^');
            const std::string_view name = m_scanner.takeUntil(':');
            const auto set = setOfAsciiClass(name);
            if (set && m_scanner.skip(']')) {
                const PatternSet whole = m_scanner.flags.ignoresCase ? folded(*set) : *set;
                return isInverted ? inverted(whole) : whole;
            }
        }
        m_scanner.back(mark + 1);
        return read(nesting + 1);
    }

    Result<PatternSet> range()
    {
        const auto first = item();
        if (!first)
            return failWith(first);
        m_scanner.skipBlanks();
        if (!m_scanner.isAt('-') || m_scanner.isNextAt('-'))
            return asSet(m_scanner, *first);
        const std::size_t mark = m_scanner.mark();
        m_scanner.take();
        m_scanner.skipBlanks();
        if (m_scanner.isAt(']')) {
            m_scanner.back(mark);
            return asSet(m_scanner, *first);
        }
        if (m_scanner.atEnd())
            return m_scanner.wrong("a bracket that closes the class");
        const auto last = item();
        if (!last)
            return failWith(last);
        if (!first->character || !last->character || *first->character > *last->character)
            return m_scanner.wrong("a range of characters, the lower one first");
        const PatternSet set = setOfRange(*first->character, *last->character);
        return m_scanner.flags.ignoresCase ? folded(set) : set;
    }

    Result<Item> item()
    {
        if (m_scanner.skip('\\'))
            return escape(m_scanner);
        const char32_t c = m_scanner.take();
        if (c >= 0x80 && !m_scanner.flags.isUnicode)
            return m_scanner.wrong("a pattern of Unicode characters");
        return Item{.character = c};
    }

    PatternScanner &m_scanner;
};

} // namespace

char32_t PatternScanner::peek() const
{
    const auto character = atEnd() ? std::nullopt : characterAt(m_pattern, m_at);
    return character ? character->value : 0;
}

char32_t PatternScanner::take()
{
    const auto character = characterAt(m_pattern, m_at);
    m_at += character ? character->length : 1;
    return character ? character->value : 0;
}

bool PatternScanner::skip(char c)
{
    const bool stood = isAt(c);
    m_at += stood ? 1 : 0;
    return stood;
}

bool PatternScanner::skipWord(std::string_view word)
{
    const bool stood = m_pattern.substr(m_at).starts_with(word);
    m_at += stood ? word.size() : 0;
    return stood;
}

std::string_view PatternScanner::takeUntil(char end)
{
    const std::size_t found = m_pattern.find(end, m_at);
    if (found == std::string_view::npos)
        return {};
    const std::string_view text = m_pattern.substr(m_at, found - m_at);
    m_at = found + 1;
    return text;
}

void PatternScanner::skipBlanks()
{
    while (flags.ignoresBlanks && !atEnd()) {
        if (isWhiteSpace(peek())) {
            take();
        } else if (isAt('#')) {
            while (!atEnd() && take() != U'\n') {}
        } else {
            return;
        }
    }
}

std::unexpected<Error> PatternScanner::wrong(std::string_view expected) const
{
    return fail(Error::Kind::InvalidInput, MessageId::PatternMalformed, m_pattern, m_pattern.substr(0, m_at), expected);
}

std::unexpected<Error> PatternScanner::unknown(std::string_view construct) const
{
    return fail(Error::Kind::InvalidInput, MessageId::PatternNotJudged, m_pattern, construct);
}

Result<std::optional<Assertion>> readAssertion(PatternScanner &scanner)
{
    constexpr std::array<std::pair<std::string_view, Assertion>, 10> assertions{{
        {"\\b{start-half}", Assertion::HalfStart},
        {"\\b{end-half}", Assertion::HalfEnd},
        {"\\b{start}", Assertion::WordStart},
        {"\\b{end}", Assertion::WordEnd},
        {"\\A", Assertion::Start},
        {"\\z", Assertion::End},
        {"\\B", Assertion::NoWordEdge},
        {"\\<", Assertion::WordStart},
        {"\\>", Assertion::WordEnd},
        {"\\b", Assertion::WordEdge},
    }};
    for (const auto &[word, assertion] : assertions) {
        if (!scanner.skipWord(word))
            continue;
        // Behind \b a bracket with a letter names another edge; a number repeats.
        const std::size_t mark = scanner.mark();
        if (word == "\\b" && scanner.skip('{') && (isAsciiLetter(scanner.peek()) || scanner.peek() == U'-'))
            return scanner.wrong("start, end, start-half or end-half");
        scanner.back(mark);
        return assertion;
    }
    return std::nullopt;
}

Result<PatternSet> readSet(PatternScanner &scanner)
{
    if (scanner.skip('['))
        return ClassReader(scanner).read(0);
    if (scanner.skip('.')) {
        if (!scanner.flags.isUnicode)
            return scanner.wrong("a pattern of Unicode characters");
        return setOfRange(0, 0x10ffff); // a line break, which it may leave out, is in no group's name
    }
    const std::size_t mark = scanner.mark();
    if (scanner.skip('\\')) {
        const auto item = escape(scanner);
        if (!item)
            return failWith(item);
        return asSet(scanner, *item);
    }
    if (scanner.isAt('{') || scanner.isAt('*') || scanner.isAt('+') || scanner.isAt('?'))
        return scanner.wrong("something to repeat");
    const char32_t c = scanner.take();
    if (c >= 0x80 && !scanner.flags.isUnicode) {
        scanner.back(mark);
        return scanner.wrong("a pattern of Unicode characters");
    }
    return setOfCharacter(c, scanner.flags);
}

} // namespace espalier
