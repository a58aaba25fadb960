// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string_view>

namespace espalier {

/// A number of bytes as people write it in PBS's files: "20 MiB", "1.5 GB", "1024" (config-formats §1, HumanByte). Nothing where PBS
/// would not take it. Infinite or not a number where it says so, which PBS takes.
std::optional<double> bytesFromHuman(std::string_view text);

} // namespace espalier
