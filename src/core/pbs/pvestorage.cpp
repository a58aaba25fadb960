// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/pvestorage.h"

#include "core/pbs/utf8.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <utility>

namespace espalier {

namespace {

constexpr std::string_view whiteSpace = " \t\r\f\v";

class StorageReader
{
public:
    explicit StorageReader(std::string_view file) : m_file(file) {}

    void readLine(std::string_view line)
    {
        ++m_line;
        const std::string_view text = trimmed(line);
        if (text.starts_with('#'))
            return;
        if (text.empty())
            finish();
        else if (whiteSpace.contains(line.front()))
            readProperty(text);
        else
            readHeader(text);
    }

    PveStorageReading reading() &&
    {
        finish();
        return std::move(m_reading);
    }

private:
    enum class Section : unsigned char { None, Pbs, Other };

    void leaveOut(std::string_view expected)
    {
        m_reading.problems.push_back(
            {Error::Kind::Damaged, MessageId::ConfigLineIgnored, {std::string(m_file), std::to_string(m_line), std::string(expected)}, 0});
    }

    void readHeader(std::string_view text)
    {
        finish();
        const std::size_t colon = text.find(':');
        const std::string_view id = colon == std::string_view::npos ? std::string_view() : trimmed(text.substr(colon + 1));
        m_section = Section::Other;
        if (id.empty() || id.find_first_of(whiteSpace) != std::string_view::npos) {
            leaveOut("a section's first line \"type: name\"");
        } else if (text.substr(0, colon) == "pbs") {
            m_section = Section::Pbs;
            m_storage = {.id = std::string(id), .server = {}, .datastore = {}, .ns = {}};
            m_isWhole = true;
        }
    }

    void readProperty(std::string_view text)
    {
        if (m_section == Section::None)
            leaveOut("an indented property, or the first line of a section");
        if (m_section != Section::Pbs)
            return;
        const std::size_t end = std::min(text.find_first_of(whiteSpace), text.size());
        const std::string_view key = text.substr(0, end);
        const std::string_view value = trimmed(text.substr(end));
        if (key == "server") {
            m_storage.server = value;
        } else if (key == "datastore") {
            m_storage.datastore = value;
        } else if (key == "disable") {
            m_storage.isDisabled = value != "0";
        } else if (key == "namespace") {
            const auto ns = NamespacePath::fromString(value);
            m_storage.ns = ns.value_or(NamespacePath());
            m_isWhole = m_isWhole && ns;
            if (!ns)
                leaveOut("a namespace");
        }
    }

    void finish()
    {
        if (m_section == Section::Pbs && m_isWhole) {
            if (m_storage.datastore.empty())
                leaveOut("the name of a datastore");
            else
                m_reading.storages.push_back(std::move(m_storage));
        }
        m_section = Section::None;
    }

    std::string_view m_file;
    std::size_t m_line = 0;
    Section m_section = Section::None;
    PveStorage m_storage;
    bool m_isWhole = true; ///< False where something of the section cannot be used.
    PveStorageReading m_reading;
};

} // namespace

PveStorageReading readPveStorages(std::string_view text, std::string_view file)
{
    StorageReader reader(file);
    for (const auto line : std::views::split(text, '\n'))
        reader.readLine(std::string_view(line.begin(), line.end()));
    return std::move(reader).reading();
}

} // namespace espalier
