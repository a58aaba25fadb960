// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dropcheck.h"

#include <optional>
#include <unordered_set>

namespace espalier {

namespace {

/// True where a group of that name would be in @p target after what is pending.
bool willBeThere(const Projection &projection, const NamespacePath &target, const GroupId &group)
{
    const Mark mark = projection.mark(target, group).mark;
    return projection.tree.find(target, group) && mark != Mark::MovesAway && mark != Mark::Deleted;
}

const Verdict &worse(const Verdict &left, const Verdict &right)
{
    return right.level > left.level ? right : left;
}

} // namespace

Verdict checkDrop(const Tree &tree, const Projection &projection, const PlanContext &context,
                  std::span<const std::pair<NamespacePath, GroupId>> groups, const NamespacePath &target)
{
    const auto namespaceExists = [&](const NamespacePath &path) { return projection.hasNamespace(path); };
    const bool targetExists = namespaceExists(target);
    const auto rootGroupExists = [&](const GroupId &group) { return willBeThere(projection, NamespacePath(), group); };
    std::optional<Verdict> worst;
    std::optional<Verdict> same;
    std::unordered_set<GroupId> arriving;
    for (const auto &[from, id] : groups) {
        const bool isPending = projection.destination(from, id) != nullptr;
        if (from == target && isPending && !willBeThere(projection, target, id)) { // goes back to where it still is
            worst = worst.value_or(Verdict());
            continue;
        }
        const auto group = tree.find(from, id);
        const bool taken = !arriving.insert(id).second || (from != target && willBeThere(projection, target, id));
        const MoveGroup move{from, id, target, ForeignEntries::Undecided, ExistingGroup::Undecided};
        MoveFacts facts;
        facts.group = group.get();
        facts.targetNamespaceExists = targetExists;
        facts.targetGroupExists = taken;
        const auto present = taken ? projection.tree.find(target, id) : nullptr;
        facts.targetGroup = present.get();
        facts.lockRival = lockRival(move, namespaceExists, rootGroupExists);
        Verdict verdict = checkMove(move, facts);
        if (from == target) {
            same = verdict;
            continue;
        }
        verdict = worse(verdict, checkAllowed(move, context));
        worst = worst ? worse(*worst, verdict) : verdict;
        if (worst->level == Verdict::Level::Refused)
            break;
    }
    return worst.value_or(same.value_or(Verdict()));
}

Verdict checkNamespaceDrop(const Tree &tree, std::span<const Change> pending, const PlanContext &context,
                           std::span<const NamespacePath> namespaces, const NamespacePath &target)
{
    Verdict worst;
    for (const NamespacePath &ns : namespaces) {
        const auto wanted = target.child(ns.name());
        if (!wanted)
            return {Verdict::Level::Refused, wanted.error(), {}};
        std::vector<Change> changes(pending.begin(), pending.end());
        changes.emplace_back(MoveNamespace{.from = ns, .to = *wanted, .maxDepth = std::nullopt});
        worst = weightier(std::move(worst), makePlan(tree, changes, context).steps.back().verdict);
    }
    return worst;
}

} // namespace espalier
