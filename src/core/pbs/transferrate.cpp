// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/transferrate.h"

#include "core/pbs/humanbyte.h"

#include <algorithm>

namespace espalier {

namespace {

constexpr double most = 1e18; // more bytes in a second than anything copies

std::optional<std::uint64_t> wholeBytes(std::string_view text)
{
    const auto bytes = bytesFromHuman(text);
    if (!bytes || !(*bytes >= 1 && *bytes <= most)) // not a number is neither
        return std::nullopt;
    return static_cast<std::uint64_t>(*bytes);
}

} // namespace

std::optional<TransferRate> TransferRate::fromHuman(std::string_view rate, std::string_view burst)
{
    const auto perSecond = wholeBytes(rate);
    const auto atOnce = wholeBytes(burst);
    if (!perSecond || !atOnce)
        return std::nullopt;
    return TransferRate{*perSecond, std::max(*perSecond, *atOnce)};
}

} // namespace espalier
