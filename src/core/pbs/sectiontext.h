// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/sectionconfig.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace espalier {

/// The text of a section-config file that is to be changed. What is not touched stays byte for byte as it was, whether it is known here
/// or not; what is written looks as PBS's own writer would write it: a tab, key, space, value; keys ascending; one empty line between
/// sections (config-formats §1). After each change the text is read again: what would then say anything else than was asked for fails
/// with ConfigEditRefused and changes nothing.
class SectionText
{
public:
    /// @p file names it in errors. Fails with ConfigDamaged where PBS could not read it.
    static Result<SectionText> read(std::string text, std::string_view file);

    const std::string &text() const { return m_text; }
    const std::vector<ConfigSection> &sections() const { return m_sections; }

    /// The section that counts: of several with one id the last. Null where that is none, or of another type.
    const ConfigSection *find(std::string_view type, std::string_view id) const;

    /// Gives a property its value, or takes it away. Fails with ConfigEntryMissing where there is no such section.
    Done set(std::string_view type, std::string_view id, std::string_view key, const std::optional<std::string> &value);

    /// The same for properties that are lists; none takes the property away.
    Done setList(std::string_view type, std::string_view id, std::string_view key, std::span<const std::string> values);

    /// Turns a prune job off or on, as PBS writes it: `disable true`, or nothing.
    Done setDisabled(std::string_view type, std::string_view id, bool isDisabled);

    /// Appends a section; its properties are sorted by their keys. Fails with ConfigEditRefused where the id is taken.
    Done add(const ConfigSection &section);

    /// Takes the section away, and with it others of its id, which would count then.
    Done remove(std::string_view type, std::string_view id);

private:
    /// A run of bytes with what it belongs to.
    struct Line
    {
        std::size_t begin = 0;
        std::size_t end = 0;                  ///< Behind the line end.
        std::optional<std::size_t> section{}; ///< Nothing: an empty line.
    };

    SectionText(std::string text, std::string file, std::vector<ConfigSection> sections);

    std::vector<Line> lines() const;
    std::vector<Line> linesOf(std::size_t section) const;
    std::optional<std::size_t> indexOf(std::string_view type, std::string_view id) const;
    Done accept(std::string text, const std::vector<ConfigSection> &expected, const std::string &entry);

    std::string m_text;
    std::string m_file;
    std::vector<ConfigSection> m_sections;
};

} // namespace espalier
