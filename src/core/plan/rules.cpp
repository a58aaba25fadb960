// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/rules.h"

#include "core/pbs/lockname.h"

#include <algorithm>

namespace espalier {

namespace {

template<typename... Args>
Verdict refused(Error::Kind kind, MessageId id, Args &&...args)
{
    return {Verdict::Level::Refused, fail(kind, id, std::forward<Args>(args)...).error(), {}};
}

template<typename... Args>
Verdict needsAttention(std::vector<Cure> cures, MessageId id, Args &&...args)
{
    return {Verdict::Level::NeedsAttention, fail(Error::Kind::Conflict, id, std::forward<Args>(args)...).error(), std::move(cures)};
}

/// The group that @p change is about.
std::optional<std::pair<NamespacePath, GroupId>> groupOf(const Change &change)
{
    return std::visit(Overloaded{
                          [](const auto &) { return std::optional<std::pair<NamespacePath, GroupId>>(); },
                          [](const MoveGroup &move) { return std::optional(std::pair(move.from, move.group)); },
                          [](const ChangeOwner &wanted) { return std::optional(std::pair(wanted.ns, wanted.group)); },
                          [](const ChangeNotes &wanted) { return std::optional(std::pair(wanted.ns, wanted.group)); },
                          [](const ChangeProtection &wanted) { return std::optional(std::pair(wanted.ns, wanted.group)); },
                          [](const RemoveSnapshots &wanted) { return std::optional(std::pair(wanted.ns, wanted.group)); },
                          [](const RemoveGroup &wanted) { return std::optional(std::pair(wanted.ns, wanted.group)); },
                      },
                      change);
}

/// PBS, too, prunes while it collects garbage.
bool removesBackups(const Change &change)
{
    return std::holds_alternative<RemoveSnapshots>(change) || std::holds_alternative<RemoveGroup>(change);
}

/// True where the API of PBS would make a namespace of this name.
bool mayBeMade(const NamespacePath &path)
{
    return path.name().size() <= NamespacePath::maxNewComponentLength;
}

std::vector<Cure> curesOfMissing(const NamespacePath &path)
{
    return mayBeMade(path) ? std::vector{Cure::CreateTargetNamespace, Cure::ChooseOtherNamespace} : std::vector{Cure::ChooseOtherNamespace};
}

/// The first name PBS could not lock before or after the move. All times are equally long, so one snapshot speaks for all.
std::optional<Error> lockNameProblem(const MoveGroup &move, const Group &group)
{
    for (const NamespacePath &ns : {move.from, move.to}) {
        if (const auto name = groupLockName(ns, move.group); !name)
            return name.error();
        if (group.snapshots.empty())
            continue;
        if (const auto name = snapshotLockName(ns, move.group, group.snapshots.back().time); !name)
            return name.error();
    }
    return std::nullopt;
}

std::string groupDirectory(const NamespacePath &ns, const GroupId &group)
{
    return ns.isRoot() ? group.toString() : ns.directoryForm() + "/" + group.toString();
}

/// What collides with the directory that the locks of @p ns need.
std::string rivalOfNamespace(const NamespacePath &ns, const std::function<bool(const GroupId &)> &rootGroupExists)
{
    if (isPbsLockFile(ns))
        return ns.toString();
    const std::optional<GroupId> group = rootGroupLockedAs(ns);
    return group && rootGroupExists(*group) ? group->toString() : std::string();
}

std::string rivalOfRootGroup(const GroupId &group, const std::function<bool(const NamespacePath &)> &namespaceExists)
{
    const auto ns = namespaceLockedAs(group);
    return ns && namespaceExists(*ns) ? ns->toString() : std::string();
}

/// Why PBS would not merge them (move-semantics §1), whatever somebody wants.
std::optional<Verdict> mergeObstacle(const MoveGroup &move, const Group &source, const Group &target)
{
    const std::string group = move.group.toString();
    const std::string &to = move.to.toString();
    if (!target.owner || !target.listable)
        return needsAttention({Cure::KeepBoth, Cure::ChooseOtherNamespace}, MessageId::PlanMergeTargetDamaged, group, to);
    if (*target.owner != *source.owner)
        return needsAttention({Cure::ChangeOwner, Cure::KeepBoth, Cure::ChooseOtherNamespace}, MessageId::PlanMergeOwnersDiffer, group, to,
                              target.owner->toString(), source.owner->toString());
    if (source.snapshots.empty() || target.snapshots.empty())
        return std::nullopt;
    const SnapshotTime &oldest = source.snapshots.front().time;
    const SnapshotTime &newest = target.snapshots.back().time;
    if (newest < oldest && !newest.isSameMoment(oldest))
        return std::nullopt;
    return needsAttention({Cure::KeepBoth, Cure::ChooseOtherNamespace}, MessageId::PlanMergeNotNewer, group, to, newest.toString(),
                          oldest.toString());
}

/// What stands against going into a group that is there; no reason: nothing.
Verdict checkMerge(const MoveGroup &move, const MoveFacts &facts)
{
    const std::string group = move.group.toString();
    const std::string &to = move.to.toString();
    if (!facts.targetGroup)
        return needsAttention({Cure::KeepBoth, Cure::ChooseOtherNamespace}, MessageId::PlanGroupExists, group, to);
    if (auto obstacle = mergeObstacle(move, *facts.group, *facts.targetGroup))
        return *obstacle;
    if (move.existing == ExistingGroup::Undecided)
        return needsAttention({Cure::Merge, Cure::KeepBoth, Cure::ChooseOtherNamespace}, MessageId::PlanGroupExists, group, to);
    if (move.existing == ExistingGroup::MergeAnyhow)
        return {};
    if (!facts.differences)
        return needsAttention({Cure::KeepBoth, Cure::ChooseOtherNamespace}, MessageId::PlanMergeUnchecked, group, to);
    if (!facts.differences->empty())
        return needsAttention({Cure::MergeAnyhow, Cure::KeepBoth, Cure::ChooseOtherNamespace}, MessageId::PlanMergeDiffers, group, to,
                              *facts.differences);
    return {};
}

} // namespace

std::string lockRival(const MoveGroup &move, const std::function<bool(const NamespacePath &)> &namespaceExists,
                      const std::function<bool(const GroupId &)> &rootGroupExists)
{
    for (const NamespacePath &ns : {move.from, move.to}) {
        std::string rival = ns.isRoot() ? rivalOfRootGroup(move.group, namespaceExists) : rivalOfNamespace(ns, rootGroupExists);
        if (!rival.empty())
            return rival;
    }
    return {};
}

std::string lockRival(const CreateNamespace &create, const std::function<bool(const GroupId &)> &rootGroupExists)
{
    return rivalOfNamespace(create.path, rootGroupExists);
}

Verdict checkMove(const MoveGroup &move, const MoveFacts &facts)
{
    const std::string group = move.group.toString();
    const std::string &from = move.from.toString();
    const std::string &to = move.to.toString();
    if (move.from == move.to)
        return refused(Error::Kind::Conflict, MessageId::PlanSameNamespace, group, from);
    if (!facts.group)
        return refused(Error::Kind::NotFound, MessageId::PlanGroupMissing, group, from);
    if (!facts.group->owner)
        return refused(Error::Kind::Damaged, MessageId::PlanOwnerUnreadable, group, from);
    if (!facts.group->listable)
        return refused(Error::Kind::Damaged, MessageId::PlanGroupDamaged, group, from, groupDirectory(move.from, move.group));
    if (auto problem = lockNameProblem(move, *facts.group))
        return {Verdict::Level::Refused, std::move(problem), {}};
    if (!facts.lockRival.empty())
        return refused(Error::Kind::Conflict, MessageId::LockNameCollides, group, facts.lockRival);
    if (!facts.targetNamespaceExists)
        return needsAttention(curesOfMissing(move.to), MessageId::PlanNamespaceMissing, to);
    if (facts.targetGroupExists) {
        if (Verdict verdict = checkMerge(move, facts); verdict.reason)
            return verdict;
    }
    if (!facts.nameTakenBy.empty())
        return needsAttention({Cure::ChooseOtherNamespace}, MessageId::PlanNameTaken, group, facts.nameTakenBy);
    if (facts.group->hasForeignEntries && move.foreignEntries != ForeignEntries::TakeAlong)
        return needsAttention({Cure::TakeForeignEntriesAlong}, MessageId::PlanForeignFiles, group, from, facts.foreignEntries);
    return {};
}

Verdict checkCreateNamespace(const CreateNamespace &create, bool parentExists, bool exists, const std::string &rival)
{
    const std::string &path = create.path.toString();
    if (exists || create.path.isRoot())
        return refused(Error::Kind::Conflict, MessageId::PlanNamespaceExists, path);
    if (!mayBeMade(create.path))
        return refused(Error::Kind::InvalidInput, MessageId::NameTooLong, create.path.name(), std::to_string(create.path.name().size()),
                       std::to_string(NamespacePath::maxNewComponentLength));
    if (!rival.empty())
        return refused(Error::Kind::Conflict, MessageId::LockNameCollides, path, rival);
    if (!parentExists)
        return needsAttention(mayBeMade(create.path.parent()) ? std::vector{Cure::CreateTargetNamespace} : std::vector<Cure>(),
                              MessageId::PlanParentMissing, path, create.path.parent().toString());
    return {};
}

Verdict checkAllowed(const Change &change, const PlanContext &context)
{
    if (!context.access.allowed)
        return {Verdict::Level::Refused, context.access.reason, {}};
    if (!context.hasActivity)
        return {};
    const auto waits = [](MessageId id, auto &&...args) {
        return Verdict{Verdict::Level::Waits, fail(Error::Kind::Busy, id, args...).error(), {Cure::Wait}};
    };
    if (context.activity.garbageCollection && !removesBackups(change))
        return waits(MessageId::GarbageCollectionRunning, context.storeName);
    const auto place = groupOf(change);
    const RunningTask *blocker = place ? context.activity.blocker(place->second) : nullptr;
    if (!blocker)
        return {};
    const std::string group = place->second.toString();
    return waits(MessageId::GroupBusy, place->first.isRoot() ? group : place->first.toString() + "/" + group, blocker->description);
}

} // namespace espalier
