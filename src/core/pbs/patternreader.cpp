// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/patternclass.h"
#include "core/pbs/utf8.h"

#include <algorithm>
#include <set>

namespace espalier {

namespace {

using Kind = PatternNode::Kind;
using Assertion = RustPattern::State::Kind;

constexpr int maxNesting = 250; // regex-syntax's own limit

/// Reads alternatives, what follows one another, and groups. Flags hold to the end of the group that they stand in.
class PatternReader
{
public:
    explicit PatternReader(std::string_view pattern) : m_scanner(pattern) {}

    Result<PatternNode> read()
    {
        if (!isUtf8(m_scanner.pattern()))
            return m_scanner.wrong("UTF-8 text");
        auto node = alternatives(0);
        if (node && !m_scanner.atEnd())
            return m_scanner.wrong("an opening bracket before");
        return node;
    }

private:
    Result<PatternNode> alternatives(int nesting)
    {
        if (nesting > maxNesting)
            return m_scanner.wrong("fewer levels of nesting");
        PatternNode any{.kind = Kind::Any};
        for (;;) {
            auto all = sequence(nesting);
            if (!all)
                return all;
            any.parts.push_back(*std::move(all));
            if (!m_scanner.skip('|'))
                return any;
        }
    }

    Result<PatternNode> sequence(int nesting)
    {
        PatternNode all{.kind = Kind::All};
        bool mayRepeat = false;
        for (;;) {
            m_scanner.skipBlanks();
            if (m_scanner.atEnd() || m_scanner.isAt('|') || m_scanner.isAt(')'))
                return all;
            if (const auto repeated = repetition(); !repeated) {
                return failWith(repeated);
            } else if (*repeated) {
                if (!mayRepeat)
                    return m_scanner.wrong("something to repeat");
                PatternNode part = std::move(all.parts.back());
                all.parts.back() = **repeated;
                all.parts.back().parts.push_back(std::move(part));
                continue;
            }
            auto part = single(nesting);
            if (!part)
                return failWith(part);
            mayRepeat = part->has_value();
            if (mayRepeat)
                all.parts.push_back(**std::move(part));
        }
    }

    /// Nothing where none stands here.
    Result<std::optional<PatternNode>> repetition()
    {
        PatternNode node{.kind = Kind::Repeat};
        if (m_scanner.skip('?'))
            node.most = 1;
        else if (m_scanner.skip('+'))
            node.least = 1;
        else if (m_scanner.isAt('{')) {
            if (const Done counted = counts(node); !counted)
                return failWith(counted);
        } else if (!m_scanner.skip('*'))
            return std::nullopt;
        m_scanner.skip('?'); // lazy: the same for a search
        return node;
    }

    Done counts(PatternNode &node)
    {
        m_scanner.skip('{');
        const auto least = number();
        if (!least)
            return failWith(least);
        node.least = *least;
        node.most = *least;
        m_scanner.skipBlanks();
        if (m_scanner.skip(',')) {
            m_scanner.skipBlanks();
            node.most.reset();
            if (!m_scanner.isAt('}')) {
                const auto most = number();
                if (!most)
                    return failWith(most);
                node.most = *most;
            }
        }
        m_scanner.skipBlanks();
        if (!m_scanner.skip('}') || (node.most && *node.most < node.least))
            return m_scanner.wrong("a count such as {2} or {2,5}");
        return {};
    }

    Result<std::uint32_t> number()
    {
        m_scanner.skipBlanks();
        std::uint64_t value = 0;
        bool isEmpty = true;
        while (m_scanner.peek() >= U'0' && m_scanner.peek() <= U'9') {
            value = value * 10 + (m_scanner.take() - U'0');
            isEmpty = false;
            if (value > UINT32_MAX)
                return m_scanner.wrong("a smaller number");
        }
        if (isEmpty)
            return m_scanner.wrong("a count such as {2} or {2,5}");
        return static_cast<std::uint32_t>(value);
    }

    /// Nothing where it only sets flags.
    Result<std::optional<PatternNode>> single(int nesting)
    {
        if (m_scanner.skip('('))
            return group(nesting);
        if (m_scanner.skip('^'))
            return PatternNode{.kind = Kind::Assertion, .assertion = Assertion::Start};
        if (m_scanner.skip('$'))
            return PatternNode{.kind = Kind::Assertion, .assertion = Assertion::End};
        if (m_scanner.isAt('\\')) {
            const auto assertion = readAssertion(m_scanner);
            if (!assertion)
                return failWith(assertion);
            if (*assertion)
                return PatternNode{.kind = Kind::Assertion, .assertion = **assertion};
        }
        const auto set = readSet(m_scanner);
        if (!set)
            return failWith(set);
        return PatternNode{.kind = Kind::Set, .set = set->set, .weight = set->weight};
    }

    Result<std::optional<PatternNode>> group(int nesting)
    {
        const PatternFlags outer = m_scanner.flags;
        m_scanner.skipBlanks();
        if (m_scanner.skip('?')) {
            const auto isGroup = groupStart();
            if (!isGroup)
                return failWith(isGroup);
            if (!*isGroup)
                return std::nullopt; // flags from here on
        }
        auto inner = alternatives(nesting + 1);
        if (!inner)
            return failWith(inner);
        if (!m_scanner.skip(')'))
            return m_scanner.wrong("a closing bracket");
        m_scanner.flags = outer;
        return *std::move(inner);
    }

    /// Behind "(?". No where it was "(?i)".
    Result<bool> groupStart()
    {
        if (m_scanner.skip(':'))
            return true;
        const bool isOldName = m_scanner.isAt('P') && m_scanner.isNextAt('<');
        if (isOldName)
            m_scanner.take();
        if (m_scanner.isAt('<') && !m_scanner.isNextAt('=') && !m_scanner.isNextAt('!'))
            return groupName();
        return groupFlags();
    }

    Result<bool> groupName()
    {
        m_scanner.take();
        std::string name;
        while (!m_scanner.atEnd() && !m_scanner.isAt('>')) {
            const char32_t c = m_scanner.take();
            const bool isLetter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_';
            const bool isRest = (c >= U'0' && c <= U'9') || c == U'.' || c == U'[' || c == U']';
            if (c >= 0x80)
                return m_scanner.unknown("(?<…>)");
            if (!isLetter && (name.empty() || !isRest))
                return m_scanner.wrong("the name of a group");
            name += static_cast<char>(c);
        }
        if (name.empty() || !m_scanner.skip('>') || !m_names.insert(name).second)
            return m_scanner.wrong("the name of a group");
        return true;
    }

    Result<bool> groupFlags()
    {
        std::set<char32_t> seen;
        bool isOff = false;
        bool isDangling = false;
        PatternFlags flags = m_scanner.flags;
        while (!m_scanner.atEnd() && !m_scanner.isAt(')') && !m_scanner.isAt(':')) {
            const char32_t c = m_scanner.take();
            isDangling = c == U'-';
            if (!seen.insert(c).second)
                return m_scanner.wrong("each flag once");
            if (c == U'-')
                isOff = true;
            else if (c == U'i')
                flags.ignoresCase = !isOff;
            else if (c == U'x')
                flags.ignoresBlanks = !isOff;
            else if (c == U'u')
                flags.isUnicode = !isOff;
            else if (c != U'm' && c != U's' && c != U'U' && c != U'R')
                return m_scanner.wrong("a flag that Rust's patterns have");
        }
        if (m_scanner.atEnd() || isDangling || (seen.empty() && m_scanner.isAt(')')))
            return m_scanner.wrong("a flag that Rust's patterns have");
        m_scanner.flags = flags;
        return m_scanner.take() == U':';
    }

    PatternScanner m_scanner;
    std::set<std::string> m_names;
};

} // namespace

Result<PatternNode> readPattern(std::string_view pattern)
{
    return PatternReader(pattern).read();
}

} // namespace espalier
