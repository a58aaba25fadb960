// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/stoppablesleep.h"

#include <condition_variable>
#include <mutex>

namespace espalier {

void sleepFor(std::chrono::milliseconds time, const std::stop_token &stop)
{
    if (time.count() <= 0)
        return;
    std::mutex alone;
    std::unique_lock guard(alone);
    std::condition_variable_any().wait_for(guard, stop, time, [] { return false; });
}

} // namespace espalier
