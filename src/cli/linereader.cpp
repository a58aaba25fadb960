// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/linereader.h"

#include "cli/input.h"

#include <algorithm>
#include <cstdio>

namespace espalier::cli {

namespace {

constexpr std::size_t chunkSize = std::size_t{64} << 10;
constexpr std::size_t maxLineSize = std::size_t{64} << 20;

} // namespace

Result<std::optional<std::string_view>> LineReader::next()
{
    std::size_t searched = m_begin;
    while (true) {
        const std::size_t end = m_buffer.find('\n', searched);
        if (end != std::string::npos || (m_atEnd && m_begin < m_buffer.size())) {
            std::string_view line = std::string_view(m_buffer).substr(m_begin, std::min(end, m_buffer.size()) - m_begin);
            m_begin += std::min(line.size() + 1, m_buffer.size() - m_begin);
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            return line;
        }
        if (m_atEnd)
            return std::nullopt;
        m_buffer.erase(0, m_begin);
        m_begin = 0;
        searched = m_buffer.size();
        if (searched > maxLineSize)
            return fail(Error::Kind::InvalidInput, MessageId::LineTooLong, inputName, std::to_string(maxLineSize));
        if (const Done read = readMore(); !read)
            return failWith(read);
    }
}

Done LineReader::readMore()
{
    std::fflush(stdout);
    const std::size_t size = m_buffer.size();
    m_buffer.resize(size + chunkSize);
    const auto count = readInput(std::span(m_buffer).subspan(size), m_stop);
    m_buffer.resize(size + count.value_or(0));
    if (!count)
        return failWith(count);
    m_atEnd = *count == 0;
    return {};
}

} // namespace espalier::cli
