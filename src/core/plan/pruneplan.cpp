// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/pruneplan.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <utility>

namespace espalier {

namespace {

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

/// What clocks of @p zone do from @p first to @p last: since when they have which offset.
std::vector<std::pair<std::int64_t, std::int64_t>> clocksOf(const TimeZone &zone, std::int64_t first, std::int64_t last)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> offsets;
    for (std::int64_t time = first; time <= last;) {
        const TimeZone::Span span = zone.at(time);
        if (offsets.empty() || offsets.back().second != span.offset)
            offsets.emplace_back(time, span.offset);
        time = span.end;
    }
    return offsets;
}

/// One of those @p zones whose clocks agree at all times of the plan's snapshots.
std::vector<const TimeZone *> distinctZones(const PrunePlan &plan, std::span<const TimeZone> zones)
{
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (const GroupPrune &prune : plan.groups) {
        for (const Snapshot &snapshot : prune.group->snapshots) {
            first = std::min(first, snapshot.time.epoch());
            last = std::max(last, snapshot.time.epoch());
        }
    }
    std::vector<const TimeZone *> distinct;
    std::set<std::vector<std::pair<std::int64_t, std::int64_t>>> seen;
    for (const TimeZone &zone : zones) {
        if (seen.insert(clocksOf(zone, first, last)).second)
            distinct.push_back(&zone);
    }
    return distinct;
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
        GroupPrune prune{.ns = ns.path, .group = group, .marks = planPrune(pruneCandidates(*group), plan.options, zone)};
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

std::vector<PruneCandidate> pruneCandidates(const Group &group)
{
    std::vector<PruneCandidate> candidates;
    candidates.reserve(group.snapshots.size());
    for (const Snapshot &snapshot : group.snapshots)
        candidates.push_back({.time = snapshot.time, .finished = snapshot.finished, .isProtected = snapshot.isProtected});
    return candidates;
}

std::optional<SnapshotTime> newestFinished(const Group &group)
{
    const auto finished = std::ranges::find_last(group.snapshots, true, &Snapshot::finished);
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
    const std::vector<const TimeZone *> distinct = distinctZones(plan, zones);
    std::size_t found = 0;
    for (GroupPrune &prune : plan.groups) {
        prune.dependsOnZone.clear();
        const std::vector<PruneCandidate> candidates = pruneCandidates(*prune.group);
        std::vector<bool> depends(candidates.size());
        std::vector<PruneVerdict> first;
        for (const TimeZone *zone : distinct) {
            const std::vector<PruneMark> marks = planPrune(candidates, plan.options, *zone);
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
