// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/demosites.h"

#include "core/demo/demorandom.h"

#include <algorithm>
#include <array>

namespace espalier {

namespace {

using enum DemoFeature;

constexpr std::array siteA{
    DemoGuest{"", "vm/100", "web-1", "backup@pbs", "Web server, the old one", 730, 0, Protected},
    DemoGuest{"", "vm/101", "db-1", "backup@pbs", "", 730, 0, FailedVerify | FirmwareDisk},
    DemoGuest{"", "vm/102", "mail", "backup@pbs", "Mail and groupware\nAsk Anna before touching it.", 400},
    DemoGuest{"", "ct/200", "wiki", "root@pam", "", 300},
    DemoGuest{"", "host/laptop-anna", "", "anna@pbs", "Anna's laptop", 200, 3},
    DemoGuest{"", "host/nas.example.com", "", "root@pam", "", 730, 0, Protected},
    DemoGuest{"cluster-1", "vm/100", "erp", "backup@pbs!cluster-1", "", 500, 0, Protected},
    DemoGuest{"cluster-1", "vm/110", "erp-db", "backup@pbs!cluster-1", "", 500, 0, Interrupted},
    DemoGuest{"cluster-1", "ct/111", "proxy", "backup@pbs!cluster-1", "", 250},
    DemoGuest{"cluster-2", "vm/100", "build", "backup@pbs!cluster-2", "", 350, 0, FirmwareDisk},
    DemoGuest{"cluster-2", "vm/110", "gitlab", "backup@pbs!cluster-2", "", 350},
    DemoGuest{"cluster-2", "ct/111", "runner", "backup@pbs!cluster-2", "", 90},
    DemoGuest{"clients/acme", "ct/200", "shop", "acme@pbs", "Shop of ACME", 450, 0, SplitArchive},
    DemoGuest{"clients/acme", "vm/103", "acme-ad", "acme@pbs", "", 120, 0, Encrypted},
    DemoGuest{"clients/globex/prod", "vm/100", "billing", "globex@pbs!prod", "", 600, 0, Protected},
    DemoGuest{"clients/globex/test", "vm/100", "billing-test", "globex@pbs!test", "", 60},
    DemoGuest{"archive/2024", "vm/90", "old-web", "root@pam", "Switched off, keep", 730, 480, Protected},
};

constexpr std::array<std::string_view, 1> emptyA{"incoming"};

constexpr std::array siteB{
    DemoGuest{"", "vm/100", "gateway", "backup@pbs", "", 400},
    DemoGuest{"", "vm/105", "monitoring", "backup@pbs", "Watches both sites", 700},
    DemoGuest{"", "host/backup-b", "", "root@pam", "", 150},
    DemoGuest{"branch/graz", "vm/100", "till", "backup@pbs!graz", "", 365, 0, Protected},
    DemoGuest{"branch/graz", "ct/201", "cameras", "backup@pbs!graz", "", 100, 0, Interrupted},
    DemoGuest{"branch/linz", "vm/100", "till", "backup@pbs!linz", "", 365},
    DemoGuest{"from-site-a/cluster-1", "vm/100", "erp", "sync@pbs", "Pulled from site-a", 60},
    DemoGuest{"from-site-a/cluster-1", "vm/110", "erp-db", "sync@pbs", "Pulled from site-a", 60},
};

constexpr std::array<std::string_view, 2> emptyB{"branch/wien", "incoming"};

constexpr std::array sites{
    DemoSite{"site-a", siteA, emptyA},
    DemoSite{"site-b", siteB, emptyB},
};

/// Days ago that a prune keeps: a week of daily ones, a month of weekly ones, then one each month.
std::vector<int> keptDays(int first, int last)
{
    std::vector<int> days{0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 28};
    for (int day = 60; day <= first; day += 30)
        days.push_back(day);
    std::erase_if(days, [&](int day) { return day > first || day < last; });
    std::ranges::reverse(days);
    return days;
}

} // namespace

std::span<const DemoSite> demoSites()
{
    return sites;
}

std::vector<SnapshotTime> demoSchedule(const DemoGuest &guest, std::int64_t now)
{
    constexpr std::int64_t secondsPerDay = 86'400;
    constexpr std::int64_t firstHour = 2 * 3600;
    constexpr std::uint64_t window = 3 * 3600; // each guest has its own second of the night
    DemoRandom random = DemoRandom::of(0, std::string(guest.ns).append("/").append(guest.group));
    const std::int64_t midnight = now / secondsPerDay * secondsPerDay;
    const std::int64_t start = midnight + firstHour + static_cast<std::int64_t>(random.below(window));
    std::vector<SnapshotTime> times;
    for (const int day : keptDays(guest.firstDay, guest.lastDay)) {
        const std::int64_t epoch = start - day * secondsPerDay;
        if (const auto time = SnapshotTime::fromEpoch(epoch); time && epoch > 0 && epoch <= now)
            times.push_back(*time);
    }
    return times;
}

} // namespace espalier
