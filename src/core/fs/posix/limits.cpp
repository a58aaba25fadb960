// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/limits.h"

#include <algorithm>
#include <mutex>

#include <sys/resource.h>

namespace espalier::fs {

namespace {

constexpr rlim_t mostDescriptors = 65536; // more locks than this at once help nobody
constexpr rlim_t reserve = 256;           // threads that scan, sockets of the window, the journal

rlim_t raisedLimit()
{
    static std::once_flag once;
    std::call_once(once, [] {
        rlimit limit{};
        if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
            return;
        limit.rlim_cur = std::max(limit.rlim_cur, std::min(limit.rlim_max, mostDescriptors));
        (void)setrlimit(RLIMIT_NOFILE, &limit); // without it there are just fewer
    });
    rlimit limit{};
    return getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : reserve;
}

} // namespace

std::size_t descriptorBudget()
{
    const rlim_t limit = raisedLimit();
    return static_cast<std::size_t>(limit > 2 * reserve ? limit - reserve : std::max<rlim_t>(limit / 4, 4));
}

} // namespace espalier::fs
