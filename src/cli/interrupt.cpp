// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/interrupt.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace espalier::cli {

bool pause(const std::stop_token &stop)
{
    constexpr auto interval = std::chrono::seconds(1);
    std::mutex mutex;
    std::condition_variable_any condition;
    std::unique_lock lock(mutex);
    condition.wait_for(lock, stop, interval, [] { return false; });
    return !stop.stop_requested();
}

} // namespace espalier::cli
