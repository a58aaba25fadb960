// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/removals.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace espalier {

namespace {

void addStep(std::vector<Removals::OfGroup> &groups, const Step &step)
{
    for (const Step &part : step.partsToDo())
        addStep(groups, part);
    if (step.verdict.level > Verdict::Level::Waits)
        return;
    std::vector<SnapshotTime> times;
    const auto *some = std::get_if<RemoveSnapshots>(&step.change);
    const auto *all = std::get_if<RemoveGroup>(&step.change);
    if (some && step.group)
        times = removableSnapshots(*some, *step.group);
    if (all && step.group)
        std::ranges::transform(step.group->snapshots, std::back_inserter(times), &Snapshot::time);
    if (!times.empty())
        groups.push_back({some ? some->ns : all->ns, step.group, std::move(times)});
}

/// What the last change leaves of each group.
std::size_t remainingIn(const std::vector<Removals::OfGroup> &groups)
{
    std::map<std::pair<NamespacePath, GroupId>, std::size_t> left;
    for (const Removals::OfGroup &each : groups)
        left.insert_or_assign({each.ns, each.group->id}, each.group->snapshots.size() - each.times.size());
    return std::accumulate(left.begin(), left.end(), std::size_t{0}, [](std::size_t sum, const auto &each) { return sum + each.second; });
}

} // namespace

std::size_t Removals::emptied() const
{
    return static_cast<std::size_t>(std::ranges::count_if(groups, &OfGroup::isLast));
}

Removals countedRemovals(std::vector<Removals::OfGroup> groups)
{
    Removals removals{.groups = std::move(groups)};
    for (const auto &[ns, group, times] : removals.groups) {
        removals.snapshots += times.size();
        removals.sizeIsKnown = removals.sizeIsKnown && group->hasDetails();
        for (std::size_t i = 0; i < group->details.size(); ++i)
            removals.bytes += std::ranges::binary_search(times, group->snapshots[i].time) ? group->details[i].size : 0;
    }
    removals.remaining = remainingIn(removals.groups);
    return removals;
}

Removals removalsOf(const Plan &plan)
{
    std::vector<Removals::OfGroup> groups;
    for (const Step &step : plan.steps)
        addStep(groups, step);
    return countedRemovals(std::move(groups));
}

bool isWithin(const Removals &removals, const Removals &agreed)
{
    using Key = std::tuple<NamespacePath, GroupId, std::uint64_t, SnapshotTime>;
    const auto keysOf = [](const Removals &of) {
        std::set<Key> keys;
        for (const Removals::OfGroup &each : of.groups) {
            for (const SnapshotTime &time : each.times)
                keys.emplace(each.ns, each.group->id, each.group->inode, time);
        }
        return keys;
    };
    return std::ranges::includes(keysOf(agreed), keysOf(removals));
}

Done checkBudget(const Removals &removals, const RemovalBudget &budget)
{
    const std::size_t all = removals.snapshots + removals.remaining;
    const std::size_t share = budget.percent ? all / 100 * *budget.percent + all % 100 * *budget.percent / 100 : all;
    const std::size_t most = std::min(budget.snapshots, share);
    if (removals.snapshots > most)
        return fail(Error::Kind::Denied, MessageId::RemovalOverBudget, std::to_string(removals.snapshots), std::to_string(most));
    const auto emptied = std::ranges::find_if(removals.groups, &Removals::OfGroup::isLast);
    if (emptied != removals.groups.end() && !budget.mayEmptyGroups)
        return fail(Error::Kind::Denied, MessageId::RemovalEmptiesGroup, emptied->group->id.toString(), emptied->ns.toString());
    return {};
}

std::vector<Change> removalsOf(const PrunePlan &prune, const HostZone &zone)
{
    const auto rule = std::make_shared<const PruneRule>(prune.options, zone.zone, zone.name);
    std::vector<Change> changes;
    for (const GroupPrune &group : prune.groups) {
        RemoveSnapshots removal{.ns = group.ns, .group = group.group->id, .times = {}, .rule = rule};
        for (std::size_t i = 0; i < group.marks.size(); ++i) {
            if (group.marks[i].verdict == PruneVerdict::Remove)
                removal.times.push_back(group.group->snapshots[i].time);
        }
        if (!removal.times.empty())
            changes.emplace_back(std::move(removal));
    }
    return changes;
}

} // namespace espalier
