// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/transferrate.h"

#include <optional>
#include <string>

namespace espalier {

/// How a sync copies, as people enter it.
struct SyncPace
{
    unsigned workers = 0;               ///< Groups side by side; 0: as many as suit the ends.
    std::optional<std::string> rate{};  ///< In a second, as PBS's files have it: "40 MiB". Nothing: no limit.
    std::optional<std::string> burst{}; ///< In the same way. Nothing: as the rate.

    std::optional<TransferRate> limit() const { return rate ? TransferRate::fromHuman(*rate, burst.value_or(*rate)) : std::nullopt; }

    friend bool operator==(const SyncPace &, const SyncPace &) = default;
};

} // namespace espalier
