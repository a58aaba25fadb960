// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/upid.h"

#include "core/pbs/lockname.h"
#include "core/pbs/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <optional>

namespace espalier {

namespace {

constexpr std::uint64_t pidLimit = 0x8000'0000; // PBS itself crashes on a larger one

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isNode(std::string_view text)
{
    return !text.empty() && isLetterOrDigit(text.front()) && isLetterOrDigit(text.back())
        && std::ranges::all_of(text, [](char c) { return isLetterOrDigit(c) || c == '-'; });
}

std::optional<std::uint64_t> hex(std::string_view text, std::size_t fewest, std::size_t most)
{
    std::uint64_t value = 0;
    if (text.size() < fewest || text.size() > most)
        return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<std::string> unescapeUnit(std::string_view text)
{
    std::string plain;
    while (!text.empty()) {
        if (text.front() != '\\') {
            plain += text.front() == '-' ? '/' : text.front();
            text.remove_prefix(1);
            continue;
        }
        if (text.size() < 4 || text[1] != 'x')
            return std::nullopt;
        const auto byte = hex(text.substr(2, 2), 2, 2);
        if (!byte)
            return std::nullopt;
        plain += static_cast<char>(*byte);
        text.remove_prefix(4);
    }
    if (!isUtf8(plain))
        return std::nullopt;
    return plain;
}

/// The nine fields of "UPID:<node>:…:<auth id>:", without the closing colon.
std::optional<std::array<std::string_view, 9>> split(std::string_view text)
{
    std::array<std::string_view, 9> fields;
    for (std::string_view &field : fields) {
        const std::size_t colon = text.find(':');
        if (colon == std::string_view::npos)
            return std::nullopt;
        field = text.substr(0, colon);
        text.remove_prefix(colon + 1);
    }
    if (!text.empty())
        return std::nullopt;
    return fields;
}

} // namespace

Result<Upid> Upid::fromString(std::string_view text)
{
    const auto refused = [text] { return fail(Error::Kind::InvalidInput, MessageId::UpidMalformed, text); };
    const auto fields = split(text);
    if (!fields)
        return refused();
    const auto &[mark, node, pid, processStart, taskId, startTime, type, id, authId] = *fields;
    const auto pidValue = hex(pid, 8, 8);
    const auto processStartValue = hex(processStart, 8, 9);
    const auto taskIdValue = hex(taskId, 8, 16);
    const auto startTimeValue = hex(startTime, 8, 8);
    const auto plainId = unescapeUnit(id);
    if (mark != "UPID" || !isNode(node) || !isWord(type, {}) || !isWord(authId, {}) || !(id.empty() || isWord(id, {})))
        return refused();
    if (!pidValue || *pidValue >= pidLimit || !processStartValue || !taskIdValue || !startTimeValue || !plainId)
        return refused();
    return Upid{std::string(node),
                static_cast<std::uint32_t>(*pidValue),
                *processStartValue,
                *taskIdValue,
                static_cast<std::int64_t>(*startTimeValue),
                std::string(type),
                *plainId,
                std::string(authId)};
}

std::string Upid::toString() const
{
    return std::format("UPID:{}:{:08X}:{:08X}:{:08X}:{:08X}:{}:{}:{}:", node, pid, processStart, taskId, startTime, workerType,
                       escapeUnit(workerId), authId);
}

} // namespace espalier
