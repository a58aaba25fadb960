// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/storemoveplan.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace espalier {

namespace {

Error conflict(MessageId id, std::vector<std::string> args)
{
    return {Error::Kind::Conflict, id, std::move(args), 0};
}

const SnapshotDetails *detailsOf(const Group &group, const SnapshotTime &time)
{
    const auto at = std::ranges::find(group.snapshots, time, &Snapshot::time);
    const auto index = static_cast<std::size_t>(at - group.snapshots.begin());
    return at != group.snapshots.end() && at->finished && index < group.details.size() ? &group.details[index] : nullptr;
}

class StoreMovePlanner
{
public:
    StoreMovePlanner(const Tree &source, const Tree &target) : m_source(source), m_target(target) {}

    Result<StoreMovePlan> plan(const StoreMove &what)
    {
        for (const StoreMovePart &part : what) {
            if (const Done added = part.group ? addGroup(part) : addNamespace(part); !added)
                return failWith(added);
        }
        return std::move(m_plan);
    }

private:
    Done addGroup(const StoreMovePart &part)
    {
        const auto group = m_source.find(part.from, *part.group);
        if (!group)
            return fail(Error::Kind::NotFound, MessageId::PlanGroupMissing, part.group->toString(), part.from.toString());
        makeTarget(part.to);
        add(group, part.from, part.to);
        return {};
    }

    Done addNamespace(const StoreMovePart &part)
    {
        const auto ns = m_source.find(part.from);
        if (!ns)
            return fail(Error::Kind::NotFound, MessageId::PlanNamespaceMissing, part.from.toString());
        if (part.to.depth() + ns->levelsBelow > NamespacePath::maxDepth)
            return fail(Error::Kind::InvalidInput, MessageId::SyncTooDeep, part.from.toString(), part.to.toString() + "/…",
                        std::to_string(NamespacePath::maxDepth));
        return descend(*ns, part.to);
    }

    Done descend(const Namespace &ns, const NamespacePath &to)
    {
        makeTarget(to);
        if (!ns.listable)
            m_plan.problems.push_back({Error::Kind::Damaged, MessageId::SyncSourceDamaged, {{}, ns.path.toString()}, 0});
        for (const auto &group : ns.groups)
            add(group, ns.path, to);
        for (const auto &child : ns.children) {
            const auto below = to.child(child->path.name());
            if (!below)
                return failWith(below);
            if (const Done added = descend(*child, *below); !added)
                return added;
        }
        if (!ns.path.isRoot() && !std::ranges::contains(m_plan.emptied, ns.path))
            m_plan.emptied.push_back(ns.path);
        return {};
    }

    void makeTarget(const NamespacePath &to)
    {
        if (to.isRoot() || m_target.find(to) || std::ranges::contains(m_plan.made, to))
            return;
        makeTarget(to.parent());
        m_plan.made.push_back(to);
    }

    /// The same group named twice is one.
    void add(const std::shared_ptr<const Group> &source, const NamespacePath &from, const NamespacePath &to)
    {
        const auto isSame = [&](const StoreMoveGroup &each) { return each.id == source->id && each.from == from; };
        const auto meets = [&](const StoreMoveGroup &each) { return each.id == source->id && each.to == to && each.from != from; };
        const auto named = std::ranges::find_if(m_plan.groups, isSame);
        if (named != m_plan.groups.end() && named->to == to)
            return;
        StoreMoveGroup group{.id = source->id, .from = from, .to = to, .source = source, .target = m_target.find(to, source->id)};
        if (named != m_plan.groups.end() || std::ranges::any_of(m_plan.groups, meets))
            group.refused = conflict(MessageId::StoreMoveMeets, {source->id.toString(), to.toString()});
        else
            group.refused = obstacle(group);
        if (!group.refused) {
            SyncOptions options;
            options.owner = source->owner->toString();
            group.marks = planSyncGroup(source.get(), group.target.get(), options);
            group.refused = obstacleOfSnapshots(group);
        }
        m_plan.groups.push_back(std::move(group));
    }

    static std::optional<Error> obstacle(const StoreMoveGroup &group)
    {
        const std::string id = group.id.toString();
        const Group &source = *group.source;
        const Group *target = group.target.get();
        if (!source.listable)
            return Error{Error::Kind::Damaged, MessageId::SyncSourceDamaged, {id, group.from.toString()}, 0};
        if (!source.owner)
            return Error{Error::Kind::Damaged, MessageId::PlanOwnerUnreadable, {id, group.from.toString()}, 0};
        if (source.hasForeignEntries)
            return conflict(MessageId::RemovalForeignFiles, {id, group.from.toString()});
        if (!target)
            return std::nullopt;
        if (!target->owner || !target->listable)
            return Error{Error::Kind::Damaged, MessageId::PlanOwnerUnreadable, {id, group.to.toString()}, 0};
        if (*target->owner != *source.owner)
            return conflict(MessageId::StoreMoveOwnerDiffers,
                            {id, group.to.toString(), target->owner->toString(), source.owner->toString()});
        if (!source.comment.empty() && !target->comment.empty() && source.comment != target->comment)
            return conflict(MessageId::StoreMoveNotesDiffer, {id, group.from.toString(), group.to.toString()});
        return std::nullopt;
    }

    /// Every snapshot has to have its copy behind it: a group that was moved partly could not follow by a pull any more.
    static std::optional<Error> obstacleOfSnapshots(const StoreMoveGroup &group)
    {
        for (const Snapshot &snapshot : group.source->snapshots) {
            const std::string name = group.id.toString() + "/" + snapshot.time.toString();
            const auto mark = std::ranges::find(group.marks, snapshot.time, &SyncMark::time);
            if (mark == group.marks.end() || mark->reason == SyncReason::InProgress)
                return conflict(MessageId::StoreMoveUnfinished, {name, group.from.toString()});
            const SnapshotDetails *copy = group.target ? detailsOf(*group.target, snapshot.time) : nullptr;
            if (mark->action == SyncAction::Skip && !copy)
                return conflict(MessageId::StoreMoveOlder, {name, group.from.toString(), group.to.toString()});
            if (copy && copy->verifyState == VerifyState::Failed)
                return conflict(MessageId::StoreMoveCopyFailed, {name, group.to.toString()});
        }
        return std::nullopt;
    }

    const Tree &m_source;
    const Tree &m_target;
    StoreMovePlan m_plan;
};

} // namespace

std::size_t StoreMoveGroup::count(SyncAction action) const
{
    return static_cast<std::size_t>(std::ranges::count(marks, action, &SyncMark::action));
}

std::uint64_t StoreMoveGroup::bytesToCopy() const
{
    std::uint64_t bytes = 0;
    for (const SyncMark &mark : marks)
        bytes += mark.action == SyncAction::Copy ? mark.bytes : 0;
    return bytes;
}

std::size_t StoreMoveGroup::protectedSnapshots() const
{
    return static_cast<std::size_t>(std::ranges::count(source->snapshots, true, &Snapshot::isProtected));
}

std::size_t StoreMovePlan::refusals() const
{
    const auto isRefused = [](const StoreMoveGroup &group) { return group.refused.has_value(); };
    return problems.size() + static_cast<std::size_t>(std::ranges::count_if(groups, isRefused));
}

bool StoreMovePlan::isReady() const
{
    return refusals() == 0;
}

bool StoreMovePlan::canStart() const
{
    return isReady() || std::ranges::any_of(groups, [](const StoreMoveGroup &group) { return !group.refused; });
}

std::size_t StoreMovePlan::count(SyncAction action) const
{
    std::size_t count = 0;
    for (const StoreMoveGroup &group : groups)
        count += group.refused ? 0 : group.count(action);
    return count;
}

std::uint64_t StoreMovePlan::bytesToCopy() const
{
    std::uint64_t bytes = 0;
    for (const StoreMoveGroup &group : groups)
        bytes += group.refused ? 0 : group.bytesToCopy();
    return bytes;
}

Removals StoreMovePlan::removals() const
{
    std::vector<Removals::OfGroup> all;
    for (const StoreMoveGroup &group : groups) {
        std::vector<SnapshotTime> times;
        std::ranges::transform(group.source->snapshots, std::back_inserter(times), &Snapshot::time);
        if (!group.refused && !times.empty())
            all.push_back({group.from, group.source, std::move(times)});
    }
    return countedRemovals(std::move(all));
}

std::set<std::string> StoreMovePlan::owners() const
{
    std::set<std::string> owners;
    for (const StoreMoveGroup &group : groups) {
        if (!group.refused)
            owners.insert(group.source->owner->toString());
    }
    return owners;
}

SyncPlan StoreMovePlan::copies(const std::string &owner) const
{
    SyncPlan plan;
    for (const NamespacePath &ns : made)
        plan.namespaces.push_back({.source = {}, .target = ns, .isNew = true});
    for (const StoreMoveGroup &group : groups) {
        if (group.refused || group.source->owner->toString() != owner)
            continue;
        if (plan.namespaces.empty() || plan.namespaces.back().source != group.from || plan.namespaces.back().target != group.to
            || plan.namespaces.back().isNew)
            plan.namespaces.push_back({.source = group.from, .target = group.to});
        SyncNamespace &ns = plan.namespaces.back();
        ++ns.offered;
        ns.groups.push_back({.id = group.id, .source = group.source, .target = group.target, .marks = group.marks});
    }
    return plan;
}

Result<StoreMovePlan> planStoreMove(const Tree &source, const Tree &target, const StoreMove &what)
{
    return StoreMovePlanner(source, target).plan(what);
}

} // namespace espalier
