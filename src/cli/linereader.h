// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace espalier::cli {

/// Standard input, line by line, in as much memory as the longest line needs. What was printed so far is flushed before it
/// waits, so that another program can talk with this one.
class LineReader
{
public:
    explicit LineReader(std::stop_token stop) : m_stop(std::move(stop)) {}

    /// The next line without its end, valid until the next call; nothing at the end of the input. A carriage return before
    /// the end belongs to it. Fails with LineTooLong, FileOperationFailed or, once a stop is requested, ScanStopped.
    Result<std::optional<std::string_view>> next();

private:
    Done readMore();

    std::stop_token m_stop;
    std::string m_buffer;
    std::size_t m_begin = 0; ///< Of what is not handed out yet.
    bool m_atEnd = false;
};

} // namespace espalier::cli
