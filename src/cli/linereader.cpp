// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/linereader.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace espalier::cli {

namespace {

constexpr std::size_t chunkSize = std::size_t{64} << 10;
constexpr std::size_t maxLineSize = std::size_t{64} << 20;
constexpr const char *inputName = "standard input";

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
    constexpr int milliseconds = 100;
    std::fflush(stdout);
    while (!m_stop.stop_requested()) {
        pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
        if (poll(&input, 1, milliseconds) <= 0)
            continue;
        const std::size_t size = m_buffer.size();
        m_buffer.resize(size + chunkSize);
        const ssize_t count = read(STDIN_FILENO, m_buffer.data() + size, chunkSize);
        const int problem = errno;
        m_buffer.resize(size + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        if (count < 0)
            return std::unexpected(Error{Error::Kind::Failed,
                                         MessageId::FileOperationFailed,
                                         {"read", inputName, std::system_category().message(problem)},
                                         problem});
        m_atEnd = count == 0;
        return {};
    }
    return fail(Error::Kind::Stopped, MessageId::ScanStopped, inputName);
}

} // namespace espalier::cli
