// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/pruneplan.h"
#include "core/plan/rules.h"

#include <algorithm>

namespace espalier {

namespace {

Verdict refused(Error::Kind kind, MessageId id, std::vector<std::string> args)
{
    return {.level = Verdict::Level::Refused, .reason = Error{kind, id, std::move(args), 0}, .cures = {}};
}

std::string nameOf(const GroupId &group, const SnapshotTime &time)
{
    return group.toString() + "/" + time.toString();
}

/// What PBS can neither list nor lock is no group to remove anything from.
std::optional<Verdict> groupObstacle(const NamespacePath &ns, const GroupId &id, const Group *group)
{
    if (!group)
        return refused(Error::Kind::NotFound, MessageId::PlanGroupMissing, {id.toString(), ns.toString()});
    if (!group->listable)
        return refused(Error::Kind::Damaged, MessageId::RemovalGroupDamaged, {id.toString(), ns.toString()});
    return std::nullopt;
}

/// Why @p snapshot of @p group stays, whatever somebody wants.
std::optional<Verdict> snapshotObstacle(const NamespacePath &ns, const Group &group, const Snapshot &snapshot)
{
    if (snapshot.isProtected)
        return refused(Error::Kind::Conflict, MessageId::RemovalProtected, {nameOf(group.id, snapshot.time), ns.toString()});
    if (!snapshot.finished && &snapshot == &group.snapshots.back())
        return refused(Error::Kind::Conflict, MessageId::RemovalNewestUnfinished, {nameOf(group.id, snapshot.time), ns.toString()});
    return std::nullopt;
}

std::vector<SnapshotTime> removedByRule(const PruneRule &rule, const Group &group)
{
    const std::vector<PruneMark> marks = planPrune(pruneCandidates(group), rule.keep, rule.zone);
    std::vector<SnapshotTime> times;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i].verdict == PruneVerdict::Remove)
            times.push_back(group.snapshots[i].time);
    }
    return times;
}

} // namespace

std::vector<SnapshotTime> removableSnapshots(const RemoveSnapshots &removal, const Group &group)
{
    std::vector<SnapshotTime> times;
    if (!group.listable)
        return times;
    if (removal.rule) {
        times = removedByRule(*removal.rule, group);
        std::erase_if(times, [&](const SnapshotTime &time) { return !std::ranges::binary_search(removal.times, time); });
        return times;
    }
    for (const Snapshot &snapshot : group.snapshots) {
        if (std::ranges::binary_search(removal.times, snapshot.time) && !snapshotObstacle(removal.ns, group, snapshot))
            times.push_back(snapshot.time);
    }
    return times;
}

Verdict checkRemoveSnapshots(const RemoveSnapshots &removal, const Group *group)
{
    if (auto obstacle = groupObstacle(removal.ns, removal.group, group))
        return *obstacle;
    if (removal.rule || removal.times.empty())
        return removableSnapshots(removal, *group).empty()
            ? refused(Error::Kind::NotFound, MessageId::RemovalNothing, {removal.group.toString(), removal.ns.toString()})
            : Verdict();
    for (const SnapshotTime &time : removal.times) {
        const auto at = std::ranges::find(group->snapshots, time, &Snapshot::time);
        if (at == group->snapshots.end())
            return refused(Error::Kind::NotFound, MessageId::PlanSnapshotMissing, {nameOf(removal.group, time), removal.ns.toString()});
        if (auto obstacle = snapshotObstacle(removal.ns, *group, *at))
            return *obstacle;
    }
    return {};
}

Verdict checkRemoveGroup(const RemoveGroup &removal, const Group *group)
{
    if (auto obstacle = groupObstacle(removal.ns, removal.group, group))
        return *obstacle;
    for (const Snapshot &snapshot : group->snapshots) {
        if (auto obstacle = snapshotObstacle(removal.ns, *group, snapshot))
            return *obstacle;
    }
    if (group->hasForeignEntries)
        return refused(Error::Kind::Conflict, MessageId::RemovalForeignFiles, {removal.group.toString(), removal.ns.toString()});
    return {};
}

} // namespace espalier
