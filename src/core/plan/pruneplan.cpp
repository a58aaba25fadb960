// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/pruneplan.h"

#include <algorithm>
#include <iterator>

namespace espalier {

namespace {

std::vector<PruneCandidate> candidatesOf(const Group &group)
{
    std::vector<PruneCandidate> candidates;
    candidates.reserve(group.snapshots.size());
    for (const Snapshot &snapshot : group.snapshots)
        candidates.push_back({.time = snapshot.time, .finished = snapshot.finished, .isProtected = snapshot.isProtected});
    return candidates;
}

PruneCounts countsOf(const Group &group, const std::vector<PruneMark> &marks)
{
    PruneCounts counts{.groups = 1};
    counts.sizeIsKnown = group.hasDetails();
    for (std::size_t i = 0; i < marks.size(); ++i) {
        switch (marks[i].verdict) {
        case PruneVerdict::Keep: ++counts.kept; break;
        case PruneVerdict::KeepPartial: ++counts.partial; break;
        case PruneVerdict::Protected: ++counts.protectedOnes; break;
        case PruneVerdict::Remove:
            ++counts.removed;
            counts.removedBytes += i < group.details.size() ? group.details[i].size : 0;
            break;
        }
    }
    return counts;
}

/// PBS sees no group without a readable owner, and fails to list one with an impossible time.
bool isVisible(const Group &group)
{
    return group.listable && group.owner;
}

void planNamespace(const Namespace &ns, const TimeZone &zone, PrunePlan &plan)
{
    NamespacePrune all{.ns = ns.path};
    for (const auto &group : ns.groups) {
        if (ns.isLeaving(group->id) || !plan.scope.covers(ns.path, group->id))
            continue;
        if (!isVisible(*group)) {
            plan.left.push_back({ns.path, group->id});
            continue;
        }
        GroupPrune prune{.ns = ns.path, .group = group, .marks = planPrune(candidatesOf(*group), plan.options, zone)};
        prune.counts = countsOf(*group, prune.marks);
        all.counts += prune.counts;
        plan.groups.push_back(std::move(prune));
    }
    if (all.counts.groups == 0)
        return;
    plan.totals += all.counts;
    plan.namespaces.push_back(std::move(all));
}

} // namespace

bool PruneScope::covers(const NamespacePath &ns, const GroupId &id) const
{
    return range.covers(ns) && (!type || *type == id.type()) && (selected.empty() || std::ranges::binary_search(selected, GroupAt{ns, id}));
}

PruneCounts &PruneCounts::operator+=(const PruneCounts &other)
{
    groups += other.groups;
    kept += other.kept;
    partial += other.partial;
    protectedOnes += other.protectedOnes;
    removed += other.removed;
    removedBytes += other.removedBytes;
    sizeIsKnown = sizeIsKnown && other.sizeIsKnown;
    return *this;
}

std::optional<SnapshotTime> GroupPrune::newest() const
{
    const auto finished = std::ranges::find_last(group->snapshots, true, &Snapshot::finished);
    return finished.empty() ? std::nullopt : std::optional(finished.front().time);
}

PrunePlan planPrune(const Tree &tree, const PruneScope &scope, const KeepOptions &options, const TimeZone &zone)
{
    PrunePlan plan{.options = options, .scope = scope};
    std::ranges::sort(plan.scope.selected);
    tree.forEachNamespace([&](const Namespace &ns) {
        if (!ns.goesAway && scope.range.covers(ns.path))
            planNamespace(ns, zone, plan);
    });
    return plan;
}

std::size_t findZoneDependence(PrunePlan &plan, std::span<const TimeZone> zones)
{
    std::size_t found = 0;
    for (GroupPrune &prune : plan.groups) {
        prune.dependsOnZone.clear();
        const std::vector<PruneCandidate> candidates = candidatesOf(*prune.group);
        std::vector<bool> depends(candidates.size());
        std::vector<PruneVerdict> first;
        for (const TimeZone &zone : zones) {
            const std::vector<PruneMark> marks = planPrune(candidates, plan.options, zone);
            if (first.empty())
                std::ranges::transform(marks, std::back_inserter(first), &PruneMark::verdict);
            for (std::size_t i = 0; i < marks.size(); ++i)
                depends[i] = depends[i] || marks[i].verdict != first[i];
        }
        const auto count = static_cast<std::size_t>(std::ranges::count(depends, true));
        found += count;
        if (count > 0)
            prune.dependsOnZone = std::move(depends);
    }
    return found;
}

} // namespace espalier
