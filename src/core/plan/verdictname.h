// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/verdict.h"

#include <optional>
#include <string_view>

namespace espalier {

/// The stable name of a level, for JSON and plan files: "will-do", "waits", "needs-attention", "refused".
std::string_view verdictName(Verdict::Level level);

/// The level with that name, if there is one.
std::optional<Verdict::Level> verdictNamed(std::string_view name);

} // namespace espalier
