// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>

namespace espalier {

/// CRC-32 with the IEEE polynomial, as zlib computes it.
std::uint32_t crc32(std::string_view data);

} // namespace espalier
