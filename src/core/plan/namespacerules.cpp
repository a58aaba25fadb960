// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/rules.h"

namespace espalier {

namespace {

Verdict refused(Error::Kind kind, MessageId id, std::vector<std::string> args)
{
    return {Verdict::Level::Refused, Error{kind, id, std::move(args), 0}, {}};
}

Verdict needsAttention(std::vector<Cure> cures, MessageId id, std::vector<std::string> args)
{
    return {Verdict::Level::NeedsAttention, Error{Error::Kind::Conflict, id, std::move(args), 0}, std::move(cures)};
}

/// What moving and copying a namespace have in common.
Verdict checkRelocation(const NamespacePath &from, const NamespacePath &to, const NamespaceMoveFacts &facts)
{
    if (from.isRoot() || to.isRoot())
        return refused(Error::Kind::Conflict, MessageId::PlanRootStays, {});
    if (!facts.exists)
        return refused(Error::Kind::NotFound, MessageId::PlanNamespaceGone, {from.toString()});
    if (from == to)
        return refused(Error::Kind::Conflict, MessageId::PlanSameName, {from.toString()});
    if (from.contains(to))
        return refused(Error::Kind::Conflict, MessageId::PlanIntoItself, {from.toString(), to.toString()});
    if (!facts.impossible.empty()) {
        std::string list;
        for (const std::string &each : facts.impossible)
            list += (list.empty() ? "" : ", ") + each;
        return refused(Error::Kind::InvalidInput, MessageId::PlanNamespaceImpossible, {from.toString(), to.toString(), std::move(list)});
    }
    if (!facts.targetExists && to.name().size() > NamespacePath::maxNewComponentLength)
        return refused(Error::Kind::InvalidInput, MessageId::NameTooLong,
                       {std::string(to.name()), std::to_string(to.name().size()), std::to_string(NamespacePath::maxNewComponentLength)});
    if (!facts.targetParentExists)
        return needsAttention({Cure::CreateTargetNamespace, Cure::ChooseOtherNamespace}, MessageId::PlanParentMissing,
                              {to.toString(), to.parent().toString()});
    return {};
}

Verdict groupMissing(const NamespacePath &ns, const GroupId &group)
{
    return refused(Error::Kind::NotFound, MessageId::PlanGroupMissing, {group.toString(), ns.toString()});
}

} // namespace

Verdict checkMoveNamespace(const MoveNamespace &move, const NamespaceMoveFacts &facts)
{
    Verdict verdict = checkRelocation(move.from, move.to, facts);
    if (verdict.reason || !facts.targetExists || move.intoExisting)
        return verdict;
    return needsAttention({Cure::Merge, Cure::KeepBoth, Cure::ChooseOtherNamespace}, MessageId::PlanNamespaceTaken, {move.to.toString()});
}

Verdict checkCopyNamespaces(const CopyNamespaces &copy, const NamespaceMoveFacts &facts)
{
    Verdict verdict = checkRelocation(copy.from, copy.to, facts);
    if (verdict.reason || !facts.targetExists)
        return verdict;
    return needsAttention({Cure::KeepBoth, Cure::ChooseOtherNamespace}, MessageId::PlanNamespaceTaken, {copy.to.toString()});
}

Verdict checkDeleteNamespace(const DeleteNamespace &deletion, bool exists, std::size_t groupsBelow)
{
    if (deletion.path.isRoot())
        return refused(Error::Kind::Conflict, MessageId::PlanRootStays, {});
    if (!exists)
        return refused(Error::Kind::NotFound, MessageId::PlanNamespaceGone, {deletion.path.toString()});
    if (groupsBelow > 0 && !deletion.withGroups)
        return refused(Error::Kind::Conflict, MessageId::PlanNamespaceNotEmpty, {deletion.path.toString(), std::to_string(groupsBelow)});
    return {};
}

Verdict checkChangeOwner(const ChangeOwner &change, const Group *group)
{
    if (!group)
        return groupMissing(change.ns, change.group);
    if (group->owner == change.owner)
        return refused(Error::Kind::Conflict, MessageId::PlanOwnerSame,
                       {change.group.toString(), change.ns.toString(), change.owner.toString()});
    return {};
}

Verdict checkChangeNotes(const ChangeNotes &change, const Group *group)
{
    if (!group)
        return groupMissing(change.ns, change.group);
    if (change.notes.size() > maxGroupNotes)
        return refused(Error::Kind::InvalidInput, MessageId::PlanNotesTooLong,
                       {change.group.toString(), std::to_string(change.notes.size()), std::to_string(maxGroupNotes)});
    return {};
}

Verdict checkChangeProtection(const ChangeProtection &change, const Group *group)
{
    if (!group)
        return groupMissing(change.ns, change.group);
    const std::string snapshot = change.group.toString() + "/" + change.time.toString();
    for (const Snapshot &each : group->snapshots) {
        if (each.time == change.time && each.isProtected != change.isProtected)
            return {};
        if (each.time == change.time)
            return refused(Error::Kind::Conflict, change.isProtected ? MessageId::PlanAlreadyProtected : MessageId::PlanNotProtected,
                           {snapshot, change.ns.toString()});
    }
    return refused(Error::Kind::NotFound, MessageId::PlanSnapshotMissing, {snapshot, change.ns.toString()});
}

Verdict weightier(Verdict first, Verdict second)
{
    return second.level > first.level ? std::move(second) : std::move(first);
}

Result<NamespacePath> relocated(const NamespacePath &path, const NamespacePath &from, const NamespacePath &to)
{
    if (path == from)
        return to;
    const std::string rest = path.toString().substr(from.isRoot() ? 0 : from.toString().size() + 1);
    return NamespacePath::fromString(to.isRoot() ? rest : to.toString() + "/" + rest);
}

} // namespace espalier
