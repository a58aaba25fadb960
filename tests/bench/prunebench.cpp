// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/pruneforecast.h"
#include "core/plan/pruneplan.h"
#include "parts.h"

#include <algorithm>
#include <cstdint>
#include <format>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace espalier::bench {

namespace {

constexpr std::size_t pruneGroups = 10'000;
constexpr std::size_t pruneSnapshots = 100; ///< Of each group.

/// Groups with a snapshot every six hours, give or take an hour, shuffled.
Tree shuffledTree()
{
    constexpr std::int64_t newest = 1'767'225'600; // 2026-01-01T00:00:00Z
    constexpr std::int64_t distance = 21'600;
    std::mt19937 engine(1);
    std::uniform_int_distribution<std::int64_t> jitter(-3600, 3600);
    auto root = std::make_shared<Namespace>();
    for (std::size_t i = 0; i < pruneGroups; ++i) {
        Group group{.id = GroupId::make(BackupType::Vm, std::to_string(100 + i)).value(),
                    .owner = AuthId::fromString("backup@pbs").value()};
        for (std::size_t each = 0; each < pruneSnapshots; ++each) {
            const std::int64_t time = newest - static_cast<std::int64_t>(each) * distance + jitter(engine);
            group.snapshots.push_back({.time = SnapshotTime::fromEpoch(time).value(), .finished = true});
        }
        std::ranges::shuffle(group.snapshots, engine);
        root->groups.push_back(std::make_shared<Group>(std::move(group)));
    }
    root->updateSums();
    return Tree(root);
}

} // namespace

namespace {

/// The median time of @p work, in seconds; the first round only warms up.
template<typename Work>
double medianOf(Work work)
{
    std::vector<double> walls;
    for (int round = 0; round <= rounds; ++round) {
        const double start = monotonicSeconds();
        work();
        if (round > 0)
            walls.push_back(monotonicSeconds() - start);
    }
    return median(std::move(walls));
}

/// Each group's backups of the last weeks, one a day at an hour of its own.
Tree dailyTree(std::int64_t now)
{
    constexpr std::int64_t day = 86'400;
    constexpr int days = 30;
    auto root = std::make_shared<Namespace>();
    for (std::size_t i = 0; i < pruneGroups; ++i) {
        Group group{.id = GroupId::make(BackupType::Vm, std::to_string(100 + i)).value(),
                    .owner = AuthId::fromString("backup@pbs").value()};
        for (int each = days; each-- > 0;)
            group.snapshots.push_back(
                {.time = SnapshotTime::fromEpoch(now - each * day - static_cast<std::int64_t>(i % day)).value(), .finished = true});
        root->groups.push_back(std::make_shared<Group>(std::move(group)));
    }
    root->updateSums();
    return Tree(root);
}

void measureForecast(const KeepOptions &options, const TimeZone &zone)
{
    constexpr std::int64_t now = 1'767'225'600;
    constexpr std::int64_t halfAYear = std::int64_t{183} * 86'400;
    const PrunePlan plan = planPrune(dailyTree(now), {}, options, zone);
    std::size_t left = 0;
    const double wall = medianOf([&] { left = forecastPrune(plan, zone, now, now + halfAYear).totals.snapshots(); });
    note(std::format("prune: forecast of half a year for {} groups with a backup a day ({} snapshots then)", pruneGroups, left),
         std::format("{:.2f} s", wall), "");
}

void measureZoneDependence(const Tree &tree, const KeepOptions &options)
{
    const std::vector<TimeZone> zones = TimeZone::all();
    std::size_t dependent = 0;
    const double wall = medianOf([&] {
        PrunePlan plan = planPrune(tree, {}, options, TimeZone());
        dependent = findZoneDependence(plan, zones);
    });
    note(std::format("prune: which of {} snapshots depend on the time zone ({} zones; {} do), plan included", pruneGroups * pruneSnapshots,
                     zones.size(), dependent),
         std::format("{:.2f} s", wall), "");
}

} // namespace

void measurePrune()
{
    const Tree tree = shuffledTree();
    const KeepOptions options{.last = 3, .hourly = 24, .daily = 7, .weekly = 4, .monthly = 12, .yearly = 3};
    const TimeZone zone = TimeZone::named("Europe/Vienna").value();
    const double wall = medianOf([&] {
        if (planPrune(tree, {}, options, zone).totals.snapshots() != pruneGroups * pruneSnapshots)
            throw std::runtime_error("the plan of a prune lacks snapshots");
    });
    note(std::format("prune: what becomes of {} snapshots in {} groups, shuffled", pruneGroups * pruneSnapshots, pruneGroups),
         std::format("{:.3f} s", wall), "< 0.5 s");
    measureForecast(options, zone);
    measureZoneDependence(tree, options);
}

} // namespace espalier::bench
