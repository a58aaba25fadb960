// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/limits.h"

#include "core/fs/actingas.h"

#include <algorithm>
#include <array>
#include <format>
#include <mutex>

#include <pwd.h>
#include <sys/resource.h>
#include <unistd.h>

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

std::string userName(uid_t user)
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return found->pw_name;
    return std::to_string(user);
}

} // namespace

std::size_t descriptorBudget()
{
    const rlim_t limit = raisedLimit();
    return static_cast<std::size_t>(limit > 2 * reserve ? limit - reserve : std::max<rlim_t>(limit / 4, 4));
}

std::string processDescription()
{
    std::array<char, 256> host{};
    if (gethostname(host.data(), host.size() - 1) != 0)
        host[0] = '?';
    return std::format("{} on {} (uid {})", userName(processUser()), host.data(), processUser());
}

} // namespace espalier::fs
