// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/authid.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace espalier {

/// A task's unique id (upid-and-tasks).
struct Upid
{
    std::string node;
    std::uint32_t pid = 0;
    std::uint64_t processStart = 0; ///< Clock ticks since boot.
    std::uint64_t taskId = 0;
    std::int64_t startTime = 0; ///< Epoch seconds.
    std::string workerType;
    std::string workerId; ///< Unescaped: "tank:vm/100".
    std::string authId;

    static Result<Upid> fromString(std::string_view text);
    std::string toString() const;
};

} // namespace espalier
