// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/removals.h"

#include <algorithm>

namespace espalier {

namespace {

void addGroup(Removals &removals, const NamespacePath &ns, const std::shared_ptr<const Group> &group, std::vector<SnapshotTime> times)
{
    if (times.empty())
        return;
    removals.snapshots += times.size();
    removals.remaining += group->snapshots.size() - times.size();
    removals.sizeIsKnown = removals.sizeIsKnown && group->hasDetails();
    for (std::size_t i = 0; i < group->details.size(); ++i)
        removals.bytes += std::ranges::binary_search(times, group->snapshots[i].time) ? group->details[i].size : 0;
    removals.groups.push_back({ns, group, std::move(times)});
}

void addStep(Removals &removals, const Step &step)
{
    if (step.verdict.level > Verdict::Level::Waits)
        return;
    for (const Step &part : step.parts)
        addStep(removals, part);
    if (const auto *some = std::get_if<RemoveSnapshots>(&step.change); some && step.group)
        addGroup(removals, some->ns, step.group, removableSnapshots(*some, *step.group));
    if (const auto *all = std::get_if<RemoveGroup>(&step.change); all && step.group) {
        std::vector<SnapshotTime> times;
        std::ranges::transform(step.group->snapshots, std::back_inserter(times), &Snapshot::time);
        addGroup(removals, all->ns, step.group, std::move(times));
    }
}

} // namespace

std::size_t Removals::emptied() const
{
    return static_cast<std::size_t>(std::ranges::count_if(groups, &OfGroup::isLast));
}

Removals removalsOf(const Plan &plan)
{
    Removals removals;
    for (const Step &step : plan.steps)
        addStep(removals, step);
    return removals;
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

std::vector<Change> removalsOf(const PrunePlan &prune, const TimeZone &zone)
{
    const auto rule = std::make_shared<const PruneRule>(prune.options, zone);
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
