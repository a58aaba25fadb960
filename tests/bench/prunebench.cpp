// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

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

void measurePrune()
{
    const Tree tree = shuffledTree();
    const KeepOptions options{.last = 3, .hourly = 24, .daily = 7, .weekly = 4, .monthly = 12, .yearly = 3};
    const TimeZone zone = TimeZone::named("Europe/Vienna").value();
    std::vector<double> walls;
    for (int round = 0; round <= rounds; ++round) {
        const double start = monotonicSeconds();
        if (planPrune(tree, {}, options, zone).totals.snapshots() != pruneGroups * pruneSnapshots)
            throw std::runtime_error("the plan of a prune lacks snapshots");
        if (round > 0)
            walls.push_back(monotonicSeconds() - start);
    }
    note(std::format("prune: what becomes of {} snapshots in {} groups, shuffled", pruneGroups * pruneSnapshots, pruneGroups),
         std::format("{:.3f} s", median(std::move(walls))), "< 0.5 s");
}

} // namespace espalier::bench
