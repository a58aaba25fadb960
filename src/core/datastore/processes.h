// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace espalier {

/// Tells whether the process with this id lives that started @p start clock ticks after boot.
using ProcessProbe = std::function<bool(std::int64_t pid, std::uint64_t start)>;

/// The processes of this computer, from `/proc` (always the real one). Zombies do not count; a process that exists but
/// hides when it started does.
bool processLives(std::int64_t pid, std::uint64_t start);

/// This process, as another one can ask for it later.
struct ProcessMark
{
    std::int64_t pid = 0;
    std::uint64_t start = 0;
    std::string boot{}; ///< Since which start of the computer; empty where that cannot be told.

    friend bool operator==(const ProcessMark &, const ProcessMark &) = default;
};
ProcessMark thisProcess();

} // namespace espalier
