// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>

namespace espalier {

/// Tells whether the process with this id lives that started @p start clock ticks after boot.
using ProcessProbe = std::function<bool(std::int64_t pid, std::uint64_t start)>;

/// The processes of this computer, from `/proc` (always the real one). Zombies do not count; a process that exists but
/// hides when it started does.
bool processLives(std::int64_t pid, std::uint64_t start);

} // namespace espalier
