// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/sectionconfig.h"

#include "core/pbs/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace espalier {

namespace {

/// The properties that may repeat their key (config-formats §1); any other repeated key makes a file unreadable.
constexpr std::array<std::string_view, 2> listKeys{"group-filter", "associated-key"};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool beginsWithWhiteSpace(std::string_view line)
{
    const auto character = characterAt(line, 0);
    return character && isWhiteSpace(character->value);
}

/// Where the first white space of @p text begins.
std::optional<std::size_t> findWhiteSpace(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto character = characterAt(text, at);
        if (character && isWhiteSpace(character->value))
            return at;
        at += character ? character->length : 1;
    }
    return std::nullopt;
}

/// Reads line by line; what a line may be depends on whether a section is open.
class SectionReader
{
public:
    explicit SectionReader(std::string_view file) : m_file(file) {}

    Done readLine(std::string_view line)
    {
        ++m_line;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (!isUtf8(line))
            return refused("UTF-8 text");
        if (trimmed(line).empty()) {
            m_inSection = false;
            return {};
        }
        return m_inSection ? readProperty(line) : readHeader(line);
    }

    std::vector<ConfigSection> sections() && { return std::move(m_sections); }

private:
    std::unexpected<Error> refused(std::string_view expected) const
    {
        return fail(Error::Kind::Damaged, MessageId::ConfigDamaged, m_file, std::to_string(m_line), expected);
    }

    Done readHeader(std::string_view line)
    {
        const std::size_t colon = line.find(':');
        if (!isLetter(line.front()) || colon == std::string_view::npos)
            return refused("a section's first line \"type: name\"");
        const std::string_view id = trimmed(line.substr(colon + 1));
        if (id.empty())
            return refused("a name behind the section's type");
        m_sections.push_back({std::string(trimmed(line.substr(0, colon))), std::string(id), {}});
        m_inSection = true;
        return {};
    }

    Done readProperty(std::string_view line)
    {
        if (!beginsWithWhiteSpace(line))
            return refused("an indented property, or an empty line before the next section");
        const std::string_view text = trimmedStart(line);
        const auto end = findWhiteSpace(text);
        if (!end)
            return refused("white space behind the property's name");
        const std::string_view key = text.substr(0, *end);
        auto &properties = m_sections.back().properties;
        const bool repeated = std::ranges::any_of(properties, [key](const auto &property) { return property.first == key; });
        if (repeated && !std::ranges::contains(listKeys, key))
            return refused("each key once");
        properties.emplace_back(key, trimmed(text.substr(*end)));
        return {};
    }

    std::string_view m_file;
    std::size_t m_line = 0;
    bool m_inSection = false;
    std::vector<ConfigSection> m_sections;
};

/// Cuts the parts of a property string off its front.
class PropertyReader
{
public:
    PropertyReader(std::string_view text, std::string_view defaultKey) : m_text(text), m_rest(text), m_defaultKey(defaultKey) {}

    bool atEnd() const { return m_rest.empty(); }

    Result<std::pair<std::string, std::string>> next()
    {
        const auto key = cutKey();
        if (!key)
            return failWith(key);
        auto value = m_rest.starts_with('"') ? cutQuoted() : Result<std::string>(cutPlain());
        if (!value)
            return failWith(value);
        if (!m_rest.empty() && !m_rest.starts_with(','))
            return refused("a comma behind the closing quote");
        m_rest.remove_prefix(m_rest.empty() ? 0 : 1);
        return std::pair(*key, *std::move(value));
    }

    std::unexpected<Error> refused(std::string_view expected) const
    {
        return fail(Error::Kind::Damaged, MessageId::ConfigDamaged, m_text, "1", expected);
    }

private:
    Result<std::string> cutKey()
    {
        const std::size_t end = m_rest.starts_with('"') ? std::string_view::npos : m_rest.find_first_of(",=");
        if (end == std::string_view::npos || m_rest[end] == ',') {
            if (m_defaultKey.empty())
                return refused("key=value");
            return std::string(m_defaultKey);
        }
        std::string key(m_rest.substr(0, end));
        m_rest.remove_prefix(end + 1);
        if (key.empty())
            return refused("a key before the equals sign");
        return key;
    }

    std::string cutPlain()
    {
        std::string value(m_rest.substr(0, m_rest.find(',')));
        m_rest.remove_prefix(value.size());
        return value;
    }

    Result<std::string> cutQuoted()
    {
        std::string value;
        for (std::size_t at = 1; at < m_rest.size(); ++at) {
            if (m_rest[at] == '"') {
                m_rest.remove_prefix(at + 1);
                return value;
            }
            if (m_rest[at] != '\\') {
                value += m_rest[at];
                continue;
            }
            const char escaped = ++at < m_rest.size() ? m_rest[at] : '\0';
            if (escaped != '"' && escaped != '\\' && escaped != 'n')
                return refused("a quote, a backslash or n behind a backslash");
            value += escaped == 'n' ? '\n' : escaped;
        }
        return refused("a closing quote");
    }

    std::string_view m_text;
    std::string_view m_rest;
    std::string_view m_defaultKey;
};

} // namespace

std::string ConfigSection::value(std::string_view key) const
{
    const auto found = std::ranges::find_if(properties, [key](const auto &property) { return property.first == key; });
    return found == properties.end() ? std::string() : found->second;
}

Result<std::vector<ConfigSection>> readSectionConfig(std::string_view text, std::string_view file)
{
    SectionReader reader(file);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (const Done read = reader.readLine(text.substr(0, end)); !read)
            return failWith(read);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::move(reader).sections();
}

Result<std::map<std::string, std::string>> readPropertyString(std::string_view text, std::string_view defaultKey)
{
    std::map<std::string, std::string> properties;
    PropertyReader reader(text, defaultKey);
    while (!reader.atEnd()) {
        auto property = reader.next();
        if (!property)
            return failWith(property);
        if (!properties.insert(*std::move(property)).second)
            return reader.refused("each key once");
    }
    return properties;
}

bool isWritableConfigText(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto character = characterAt(text, at);
        const bool isControl = character && (character->value < 0x20 || (character->value >= 0x7f && character->value < 0xa0));
        if (!character || isControl)
            return false;
        at += character->length;
    }
    return true;
}

std::optional<bool> readTruth(std::string_view text)
{
    static constexpr std::array<std::string_view, 4> yes = {"1", "on", "yes", "true"};
    static constexpr std::array<std::string_view, 4> no = {"0", "off", "no", "false"};
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (std::ranges::contains(yes, lower))
        return true;
    return std::ranges::contains(no, lower) ? std::optional(false) : std::nullopt;
}

} // namespace espalier
