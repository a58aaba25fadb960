// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/rustpattern.h"

#include "core/pbs/patternnode.h"

#include <algorithm>
#include <utility>

namespace espalier {

namespace {

constexpr std::size_t rustSizeLimit = 10485760; // bytes, of Rust's own machine (group-filters)
constexpr std::size_t stateWeight = 24;         // of its states that take nothing
constexpr std::size_t maxStates = 150000;

/// Makes the machine, part by part. What would be too large ends early.
class Builder
{
public:
    using State = RustPattern::State;

    bool add(const PatternNode &node)
    {
        switch (node.kind) {
        case PatternNode::Kind::Empty: return true;
        case PatternNode::Kind::Set: return append({.kind = State::Kind::Take, .set = node.set}, node.weight);
        case PatternNode::Kind::Assertion: return append({.kind = node.assertion}, stateWeight);
        case PatternNode::Kind::All: return std::ranges::all_of(node.parts, [this](const PatternNode &part) { return add(part); });
        case PatternNode::Kind::Any: return addAny(node);
        case PatternNode::Kind::Repeat: break;
        }
        return addRepeat(node);
    }

    std::vector<State> take()
    {
        m_states.push_back({});
        return std::move(m_states);
    }

private:
    /// Each state goes on with the one behind it unless something else is said.
    bool append(State state, std::size_t weight)
    {
        state.next = m_states.size() + 1;
        m_states.push_back(state);
        m_weight += weight;
        return m_states.size() <= maxStates && m_weight <= rustSizeLimit;
    }

    bool addAny(const PatternNode &node)
    {
        std::vector<std::size_t> ends;
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            const bool isLast = i + 1 == node.parts.size();
            const std::size_t fork = m_states.size();
            if (!isLast && !append({.kind = State::Kind::Split}, stateWeight))
                return false;
            if (!add(node.parts[i]))
                return false;
            if (isLast)
                break;
            ends.push_back(m_states.size());
            if (!append({.kind = State::Kind::Split}, 0))
                return false;
            m_states[fork].otherwise = m_states.size();
        }
        for (const std::size_t end : ends)
            m_states[end].next = m_states[end].otherwise = m_states.size();
        return true;
    }

    bool addRepeat(const PatternNode &node)
    {
        const PatternNode &part = node.parts.front();
        for (std::uint32_t i = 0; i < node.least; ++i) {
            if (!addOnce(part))
                return false;
        }
        if (!node.most)
            return addEndless(part);
        std::vector<std::size_t> forks;
        for (std::uint32_t i = node.least; i < *node.most; ++i) {
            forks.push_back(m_states.size());
            if (!append({.kind = State::Kind::Split}, stateWeight) || !addOnce(part))
                return false;
        }
        for (const std::size_t fork : forks)
            m_states[fork].otherwise = m_states.size();
        return true;
    }

    /// Parts that make no state still cost time: {99999} of nothing.
    bool addOnce(const PatternNode &part)
    {
        m_weight += 1;
        return m_weight <= rustSizeLimit && add(part);
    }

    bool addEndless(const PatternNode &part)
    {
        const std::size_t fork = m_states.size();
        if (!append({.kind = State::Kind::Split}, stateWeight) || !addOnce(part))
            return false;
        const std::size_t back = m_states.size();
        if (!append({.kind = State::Kind::Split}, 0))
            return false;
        m_states[back].next = m_states[back].otherwise = fork;
        m_states[fork].otherwise = m_states.size();
        return true;
    }

    std::vector<State> m_states;
    std::size_t m_weight = 0;
};

bool isWord(std::string_view text, std::size_t at)
{
    const auto isIn = [](char c, char first, char last) { return c >= first && c <= last; };
    if (at >= text.size())
        return false;
    const char c = text[at];
    return isIn(c, 'a', 'z') || isIn(c, 'A', 'Z') || isIn(c, '0', '9') || c == '_';
}

bool holds(RustPattern::State::Kind kind, std::string_view text, std::size_t at)
{
    using Kind = RustPattern::State::Kind;
    const bool before = at > 0 && isWord(text, at - 1);
    const bool behind = isWord(text, at);
    switch (kind) {
    case Kind::Start: return at == 0;
    case Kind::End: return at == text.size();
    case Kind::WordEdge: return before != behind;
    case Kind::NoWordEdge: return before == behind;
    case Kind::WordStart: return !before && behind;
    case Kind::WordEnd: return before && !behind;
    case Kind::HalfStart: return !before;
    case Kind::HalfEnd: return !behind;
    default: return false;
    }
}

} // namespace

Result<RustPattern> RustPattern::compile(std::string_view pattern)
{
    const auto node = readPattern(pattern);
    if (!node)
        return failWith(node);
    Builder builder;
    if (!builder.add(*node))
        return fail(Error::Kind::InvalidInput, MessageId::PatternMalformed, pattern, pattern, "a smaller pattern");
    return RustPattern(builder.take());
}

/// Everything that can be reached from @p state without taking a character.
void RustPattern::follow(std::vector<std::size_t> &reached, std::vector<bool> &seen, std::size_t state, std::string_view text,
                         std::size_t at) const
{
    std::vector<std::size_t> open{state};
    while (!open.empty()) {
        const std::size_t index = open.back();
        open.pop_back();
        if (seen[index])
            continue;
        seen[index] = true;
        const State &here = m_states[index];
        if (here.kind == State::Kind::Take || here.kind == State::Kind::Found) {
            reached.push_back(index);
        } else if (here.kind == State::Kind::Split) {
            open.push_back(here.otherwise);
            open.push_back(here.next);
        } else if (holds(here.kind, text, at)) {
            open.push_back(here.next);
        }
    }
}

bool RustPattern::isFoundIn(std::string_view text) const
{
    std::vector<std::size_t> present;
    for (std::size_t at = 0;; ++at) {
        std::vector<std::size_t> reached;
        std::vector<bool> seen(m_states.size());
        for (const std::size_t state : present)
            follow(reached, seen, state, text, at);
        follow(reached, seen, 0, text, at);
        if (std::ranges::any_of(reached, [this](std::size_t state) { return m_states[state].kind == State::Kind::Found; }))
            return true;
        if (at == text.size())
            return false;
        present.clear();
        for (const std::size_t state : reached) {
            const auto c = static_cast<unsigned char>(text[at]);
            if (c < 128 && m_states[state].set[c])
                present.push_back(m_states[state].next);
        }
    }
}

} // namespace espalier
