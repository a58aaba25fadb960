// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <cstddef>
#include <span>
#include <stop_token>

namespace espalier::cli {

inline constexpr const char *inputName = "standard input"; ///< In messages.

/// Waits for something on standard input and reads what is there; 0 at its end. Fails with FileOperationFailed or, once a stop is
/// requested, ScanStopped.
Result<std::size_t> readInput(std::span<char> buffer, const std::stop_token &stop);

} // namespace espalier::cli
