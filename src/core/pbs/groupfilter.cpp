// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/groupfilter.h"

#include "core/pbs/safeid.h"

#include <algorithm>
#include <utility>

namespace espalier {

namespace {

/// Cuts "word:" off the front of @p text; false where it does not begin so.
bool skipWord(std::string_view &text, std::string_view word)
{
    if (!text.starts_with(word) || !text.substr(word.size()).starts_with(':'))
        return false;
    text.remove_prefix(word.size() + 1);
    return true;
}

/// Also for an id that is too long for a directory: PBS judges only its characters here.
bool isGroup(std::string_view text)
{
    const std::size_t slash = text.find('/');
    return slash != std::string_view::npos && backupTypeFromString(text.substr(0, slash)) && isSafeId(text.substr(slash + 1));
}

FilterAnswer matches(const GroupFilter &filter, const GroupId &group)
{
    const auto certain = [](bool isMatch) { return isMatch ? FilterAnswer::Yes : FilterAnswer::No; };
    switch (filter.kind) {
    case GroupFilter::Kind::Type: return certain(toString(group.type()) == filter.value);
    case GroupFilter::Kind::Group: return certain(group.toString() == filter.value);
    case GroupFilter::Kind::Regex: break;
    }
    return filter.pattern ? certain(filter.pattern->isFoundIn(group.toString())) : FilterAnswer::Maybe;
}

FilterAnswer opposite(FilterAnswer answer)
{
    return static_cast<FilterAnswer>(std::to_underlying(FilterAnswer::Yes) - std::to_underlying(answer));
}

} // namespace

Result<GroupFilter> GroupFilter::fromString(std::string_view text)
{
    GroupFilter filter;
    std::string_view rest = text;
    filter.isExclude = skipWord(rest, "exclude");
    if (!filter.isExclude)
        skipWord(rest, "include");
    bool isKnown = true;
    if (skipWord(rest, "type")) {
        isKnown = backupTypeFromString(rest).has_value();
    } else if (skipWord(rest, "group")) {
        filter.kind = Kind::Group;
        isKnown = isGroup(rest);
    } else {
        filter.kind = Kind::Regex;
        isKnown = skipWord(rest, "regex");
    }
    if (!isKnown)
        return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "group-filter", text, "a filter such as \"type:vm\"");
    filter.value = rest;
    if (filter.kind != Kind::Regex)
        return filter;
    auto pattern = RustPattern::compile(rest);
    if (pattern)
        filter.pattern = std::make_shared<const RustPattern>(*std::move(pattern));
    else if (pattern.error().id != MessageId::PatternNotJudged)
        return failWith(pattern);
    return filter;
}

std::string GroupFilter::toString() const
{
    constexpr std::string_view kinds[] = {"type:", "group:", "regex:"};
    return (isExclude ? "exclude:" : "") + std::string(kinds[std::to_underlying(kind)]) + value;
}

Done GroupFilter::whyNotJudged() const
{
    if (kind != Kind::Regex || pattern)
        return {};
    const auto compiled = RustPattern::compile(value);
    return compiled ? Done() : failWith(compiled);
}

FilterAnswer applyFilters(std::span<const GroupFilter> filters, const GroupId &group)
{
    bool hasIncludes = false;
    FilterAnswer included = FilterAnswer::No;
    FilterAnswer excluded = FilterAnswer::No;
    for (const GroupFilter &filter : filters) {
        FilterAnswer &answer = filter.isExclude ? excluded : included;
        answer = std::max(answer, matches(filter, group));
        hasIncludes = hasIncludes || !filter.isExclude;
    }
    return std::min(hasIncludes ? included : FilterAnswer::Yes, opposite(excluded));
}

} // namespace espalier
