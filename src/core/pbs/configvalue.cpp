// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/configvalue.h"

#include "core/pbs/safeid.h"
#include "core/pbs/utf8.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace espalier::config {

Text find(const ConfigSection &section, std::string_view key)
{
    const auto found = std::ranges::find(section.properties, key, &std::pair<std::string, std::string>::first);
    return found == section.properties.end() ? Text() : Text(found->second);
}

std::optional<std::uint64_t> wholeNumber(std::string_view text, std::uint64_t least, std::uint64_t most)
{
    std::uint64_t value = 0;
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size() || value < least || value > most)
        return std::nullopt;
    return value;
}

Value<bool> truth(Text text)
{
    const auto value = readTruth(text.value_or("no"));
    if (!value)
        return std::unexpected("yes or no");
    return *value;
}

Value<std::string> storeName(Text text)
{
    if (!text || !isDatastoreName(*text))
        return std::unexpected("the name of a datastore");
    return std::string(*text);
}

Value<NamespacePath> namespacePath(Text text)
{
    const auto ns = NamespacePath::fromString(text.value_or(""));
    if (!ns)
        return std::unexpected("a namespace");
    return *ns;
}

Value<std::optional<int>> depth(Text text)
{
    if (!text)
        return std::nullopt;
    const auto value = wholeNumber(*text, 0, NamespacePath::maxDepth);
    if (!value)
        return std::unexpected("a whole number from 0 to 7");
    return static_cast<int>(*value);
}

Value<std::optional<std::uint64_t>> keepCount(Text text)
{
    if (!text)
        return std::nullopt;
    const auto value = wholeNumber(*text, 1, INT64_MAX);
    if (!value)
        return std::unexpected("a whole number of at least 1");
    return value;
}

Value<std::string> comment(Text text)
{
    constexpr std::size_t maxCharacters = 128;
    std::size_t count = 0;
    const std::string_view line = text.value_or("");
    for (std::size_t at = 0; at < line.size(); ++count) {
        const auto character = characterAt(line, at);
        if (!character || character->value < 0x20 || character->value == 0x7f || count == maxCharacters)
            return std::unexpected("one line of at most 128 characters");
        at += character->length;
    }
    return std::string(line);
}

Value<CalendarEvent> schedule(Text text)
{
    auto event = text ? CalendarEvent::fromString(*text) : CalendarEvent::fromString({});
    if (!event)
        return std::unexpected("a schedule such as \"daily\"");
    return *std::move(event);
}

std::string keepKey(KeepRule rule)
{
    return "keep-" + std::string(toString(rule));
}

} // namespace espalier::config
