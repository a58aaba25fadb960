// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <stop_token>

namespace espalier {

/// Sleeps for @p time, or until somebody asks to stop.
void sleepFor(std::chrono::milliseconds time, const std::stop_token &stop);

} // namespace espalier
