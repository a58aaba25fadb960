// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/sectiontext.h"

#include "core/pbs/utf8.h"

#include <algorithm>

namespace espalier {

namespace {

using Property = std::pair<std::string, std::string>;

std::string nameOf(std::string_view type, std::string_view id)
{
    return std::string(type) + ": " + std::string(id);
}

std::string propertyLines(const std::vector<Property> &properties)
{
    std::string lines;
    for (const auto &[key, value] : properties)
        lines.append("\t").append(key).append(" ").append(value).append("\n");
    return lines;
}

/// Where a property of that key stands, or would stand among others in ascending order.
std::vector<Property>::const_iterator placeOf(const std::vector<Property> &properties, std::string_view key)
{
    const auto present = std::ranges::find(properties, key, &Property::first);
    return present != properties.end() ? present : std::ranges::find_if(properties, [key](const auto &each) { return each.first > key; });
}

/// @p text with a line end behind its last line.
std::string withLastLineEnded(std::string text)
{
    if (!text.empty() && !text.ends_with('\n'))
        text += '\n';
    return text;
}

bool endsWithEmptyLine(std::string_view text)
{
    if (!text.ends_with('\n'))
        return text.empty();
    text.remove_suffix(1);
    const std::size_t start = text.rfind('\n');
    return trimmed(start == std::string_view::npos ? text : text.substr(start + 1)).empty();
}

bool isWritable(const ConfigSection &section)
{
    return isWritableConfigText(section.type) && isWritableConfigText(section.id)
        && std::ranges::all_of(section.properties, [](const Property &property) {
               return isWritableConfigText(property.first) && isWritableConfigText(property.second);
           });
}

} // namespace

SectionText::SectionText(std::string text, std::string file, std::vector<ConfigSection> sections)
    : m_text(std::move(text))
    , m_file(std::move(file))
    , m_sections(std::move(sections))
{
}

Result<SectionText> SectionText::read(std::string text, std::string_view file)
{
    auto sections = readSectionConfig(text, file);
    if (!sections)
        return failWith(sections);
    return SectionText(std::move(text), std::string(file), *std::move(sections));
}

/// The file can be read, so empty lines are all that is needed to tell what is what.
std::vector<SectionText::Line> SectionText::lines() const
{
    std::vector<Line> lines;
    std::size_t sections = 0;
    bool inSection = false;
    for (std::size_t begin = 0; begin < m_text.size();) {
        const std::size_t end = std::min(m_text.find('\n', begin), m_text.size() - 1) + 1;
        const bool isEmpty = trimmed(std::string_view(m_text).substr(begin, end - begin)).empty();
        if (!isEmpty && !inSection)
            ++sections;
        inSection = !isEmpty;
        lines.push_back({begin, end, isEmpty ? std::nullopt : std::optional(sections - 1)});
        begin = end;
    }
    return lines;
}

/// The first line of the section, then one for each of its properties.
std::vector<SectionText::Line> SectionText::linesOf(std::size_t section) const
{
    std::vector<Line> own = lines();
    std::erase_if(own, [section](const Line &line) { return line.section != section; });
    return own;
}

std::optional<std::size_t> SectionText::indexOf(std::string_view type, std::string_view id) const
{
    for (std::size_t i = m_sections.size(); i-- > 0;) {
        if (m_sections[i].id == id)
            return m_sections[i].type == type ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

const ConfigSection *SectionText::find(std::string_view type, std::string_view id) const
{
    const auto index = indexOf(type, id);
    return index ? &m_sections[*index] : nullptr;
}

Done SectionText::accept(std::string text, const std::vector<ConfigSection> &expected, const std::string &entry)
{
    auto sections = readSectionConfig(text, m_file);
    if (!sections || *sections != expected)
        return fail(Error::Kind::InvalidInput, MessageId::ConfigEditRefused, m_file, entry);
    m_text = std::move(text);
    m_sections = *std::move(sections);
    return {};
}

Done SectionText::set(std::string_view type, std::string_view id, std::string_view key, const std::optional<std::string> &value)
{
    return setList(type, id, key, value ? std::span(&*value, 1) : std::span<const std::string>());
}

Done SectionText::setList(std::string_view type, std::string_view id, std::string_view key, std::span<const std::string> values)
{
    const auto index = indexOf(type, id);
    if (!index)
        return fail(Error::Kind::NotFound, MessageId::ConfigEntryMissing, m_file, nameOf(type, id));
    const std::vector<Property> &former = m_sections[*index].properties;
    std::vector<Property> written;
    for (const std::string &value : values)
        written.emplace_back(key, value);
    std::vector<ConfigSection> expected = m_sections;
    std::vector<Property> &wanted = expected[*index].properties;
    std::erase_if(wanted, [key](const Property &property) { return property.first == key; });
    const auto place = static_cast<std::size_t>(placeOf(former, key) - former.begin());
    wanted.insert(wanted.begin() + static_cast<std::ptrdiff_t>(place), written.begin(), written.end());
    if (wanted == former)
        return {};
    if (!isWritable({std::string(type), std::string(id), written}))
        return fail(Error::Kind::InvalidInput, MessageId::ConfigEditRefused, m_file, nameOf(type, id));

    const std::vector<Line> own = linesOf(*index);
    std::string text = m_text.substr(0, own.front().end);
    for (std::size_t i = 0; i <= former.size(); ++i) {
        if (i == place && !written.empty())
            text = withLastLineEnded(std::move(text)) + propertyLines(written);
        if (i < former.size() && former[i].first != key)
            text.append(m_text, own[i + 1].begin, own[i + 1].end - own[i + 1].begin);
    }
    text.append(m_text, own.back().end);
    return accept(std::move(text), expected, nameOf(type, id));
}

Done SectionText::setDisabled(std::string_view type, std::string_view id, bool isDisabled)
{
    return set(type, id, "disable", isDisabled ? std::optional<std::string>("true") : std::nullopt);
}

Done SectionText::add(const ConfigSection &section)
{
    const std::string name = nameOf(section.type, section.id);
    const bool isTaken = std::ranges::contains(m_sections, section.id, &ConfigSection::id);
    if (isTaken || !isWritable(section))
        return fail(Error::Kind::InvalidInput, MessageId::ConfigEditRefused, m_file, name);
    std::vector<ConfigSection> expected = m_sections;
    expected.push_back(section);
    std::ranges::stable_sort(expected.back().properties, {}, &Property::first);
    std::string text = withLastLineEnded(m_text);
    if (!endsWithEmptyLine(text))
        text += '\n';
    text += name + "\n" + propertyLines(expected.back().properties);
    return accept(std::move(text), expected, name);
}

Done SectionText::remove(std::string_view type, std::string_view id)
{
    if (!indexOf(type, id))
        return fail(Error::Kind::NotFound, MessageId::ConfigEntryMissing, m_file, nameOf(type, id));
    const std::vector<Line> all = lines();
    std::string text;
    bool skipsEmptyLine = false;
    for (const Line &line : all) {
        const bool goes = line.section && m_sections[*line.section].id == id;
        if (goes || (skipsEmptyLine && !line.section)) {
            skipsEmptyLine = goes;
            continue;
        }
        skipsEmptyLine = false;
        text.append(m_text, line.begin, line.end - line.begin);
    }
    const bool wasLast = !all.empty() && all.back().section && m_sections[*all.back().section].id == id;
    if (wasLast && text.ends_with("\n\n"))
        text.pop_back(); // the line that kept it from the section above
    std::vector<ConfigSection> expected = m_sections;
    std::erase_if(expected, [id](const ConfigSection &section) { return section.id == id; });
    return accept(std::move(text), expected, nameOf(type, id));
}

} // namespace espalier
