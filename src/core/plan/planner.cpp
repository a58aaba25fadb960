// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/planner.h"

#include <algorithm>
#include <ranges>

namespace espalier {

namespace {

/// The namespaces that go along, parents first.
std::vector<NamespacePath> namespacesOf(const MoveNamespace &move, const Overlay &overlay)
{
    std::vector<NamespacePath> all = overlay.withDescendants(move.from);
    if (move.maxDepth) {
        const int deepest = move.from.depth() + *move.maxDepth;
        std::erase_if(all, [&](const NamespacePath &path) { return path.depth() > deepest; });
    }
    return all;
}

void noteRenamed(Overlay &overlay, const MoveNamespace &move, const std::vector<NamespacePath> &namespaces)
{
    for (const NamespacePath &path : namespaces)
        overlay.noteRenamed(path, relocated(path, move.from, move.to).value());
}

} // namespace

void applyStep(Overlay &overlay, const Step &step, std::size_t index)
{
    if (!takesEffect(step.verdict))
        return;
    const auto *move = std::get_if<MoveNamespace>(&step.change);
    const std::vector<NamespacePath> namespaces = move ? namespacesOf(*move, overlay) : std::vector<NamespacePath>();
    for (const Step &part : step.parts)
        applyStep(overlay, part, index);
    if (step.parts.empty())
        overlay.apply(step.change, index);
    if (move)
        noteRenamed(overlay, *move, namespaces);
}

Planner::Planner(const Tree &tree, const PlanContext &context) : m_overlay(tree), m_context(context) {}

Step Planner::plan(const Change &change, std::size_t index)
{
    return std::visit([&](const auto &wanted) { return planOne(wanted, index); }, change);
}

Step Planner::planOne(const CreateNamespace &create, std::size_t index)
{
    const auto rootGroupExists = [this](const GroupId &group) { return m_overlay.group({}, group) != nullptr; };
    const Verdict verdict = checkCreateNamespace(create, m_overlay.hasNamespace(create.path.parent()), m_overlay.hasNamespace(create.path),
                                                 lockRival(create, rootGroupExists));
    if (takesEffect(verdict))
        m_overlay.apply(create, index);
    return {.change = create, .verdict = weightier(verdict, checkAllowed(create, m_context)), .group = nullptr};
}

MoveFacts Planner::factsOf(const MoveGroup &move, const Group *group) const
{
    const auto target = m_overlay.group(move.to, move.group);
    MoveFacts facts;
    facts.group = group;
    facts.targetNamespaceExists = m_overlay.hasNamespace(move.to);
    facts.targetGroupExists = target != nullptr;
    facts.targetGroup = target.get(); // kept alive by the overlay
    facts.lockRival = lockRival(
        move, [this](const NamespacePath &path) { return m_overlay.hasNamespace(path); },
        [this](const GroupId &id) { return m_overlay.group({}, id) != nullptr; });
    if (target && m_context.differences && move.existing == ExistingGroup::Merge)
        facts.differences
            = m_context.differences(m_overlay.originOf({move.from, move.group}), m_overlay.originOf({move.to, move.group}), move.group);
    return facts;
}

Step Planner::planOne(const MoveGroup &move, std::size_t index)
{
    const auto group = m_overlay.group(move.from, move.group);
    const Verdict verdict = checkMove(move, factsOf(move, group.get()));
    if (takesEffect(verdict))
        m_overlay.apply(move, index);
    return {.change = move, .verdict = weightier(verdict, checkAllowed(move, m_context)), .group = group};
}

template<typename T>
Step Planner::planEdit(const T &change, std::size_t index, Verdict (*rule)(const T &, const Group *))
{
    const auto group = m_overlay.group(change.ns, change.group);
    const Verdict verdict = rule(change, group.get());
    if (takesEffect(verdict))
        m_overlay.apply(change, index);
    return {.change = change, .verdict = weightier(verdict, checkAllowed(change, m_context)), .group = group};
}

Step Planner::planOne(const ChangeOwner &change, std::size_t index)
{
    return planEdit(change, index, checkChangeOwner);
}

Step Planner::planOne(const ChangeNotes &change, std::size_t index)
{
    return planEdit(change, index, checkChangeNotes);
}

Step Planner::planOne(const ChangeProtection &change, std::size_t index)
{
    return planEdit(change, index, checkChangeProtection);
}

Step Planner::planOne(const RemoveSnapshots &removal, std::size_t index)
{
    return planEdit(removal, index, checkRemoveSnapshots);
}

Step Planner::planOne(const RemoveGroup &removal, std::size_t index)
{
    return planEdit(removal, index, checkRemoveGroup);
}

NamespaceMoveFacts Planner::factsOf(const NamespacePath &from, const NamespacePath &to, const std::vector<NamespacePath> &selected) const
{
    NamespaceMoveFacts facts;
    facts.exists = m_overlay.hasNamespace(from);
    facts.targetExists = m_overlay.hasNamespace(to);
    facts.targetParentExists = m_overlay.hasNamespace(to.parent());
    for (const NamespacePath &path : selected) {
        const auto target = relocated(path, from, to);
        if (target)
            continue;
        facts.impossible.push_back(to.toString() + path.toString().substr(from.toString().size()));
        if (!facts.why)
            facts.why = target.error();
    }
    return facts;
}

/// Parents first, those that are not there yet.
void Planner::addNamespaces(Step &step, const NamespacePath &from, const NamespacePath &to, const std::vector<NamespacePath> &selected,
                            std::size_t index)
{
    for (const NamespacePath &path : selected) {
        const NamespacePath target = relocated(path, from, to).value();
        if (!m_overlay.hasNamespace(target))
            step.parts.push_back(planOne(CreateNamespace{target}, index));
    }
}

void Planner::addGroups(Step &step, const MoveNamespace &move, const std::vector<NamespacePath> &selected, std::size_t index)
{
    for (const NamespacePath &path : selected) {
        const NamespacePath target = relocated(path, move.from, move.to).value();
        for (const auto &group : m_overlay.groups(path))
            step.parts.push_back(planOne(MoveGroup{path, group->id, target, move.foreignEntries, move.existing}, index));
    }
}

/// Children first, what is empty by then and was not made by this very move.
void Planner::addRemovals(Step &step, const MoveNamespace &move, const std::vector<NamespacePath> &selected, std::size_t index)
{
    if (move.keepSource)
        return;
    const auto isTarget = [&](const NamespacePath &path) {
        return move.to.contains(path)
            && std::ranges::binary_search(selected, relocated(path, move.to, move.from).value_or(NamespacePath()));
    };
    for (const NamespacePath &path : selected | std::views::reverse) {
        if (!isTarget(path) && m_overlay.isEmpty(path))
            step.parts.push_back(planOne(DeleteNamespace{path, true}, index));
    }
}

/// The verdict of the whole: its own, or the weightiest of its parts. What has no effect as a whole leaves no trace.
Step Planner::finished(Step step, Overlay before)
{
    for (const Step &part : step.parts)
        step.verdict = weightier(std::move(step.verdict), part.verdict);
    if (!takesEffect(step.verdict))
        m_overlay = std::move(before);
    return step;
}

Step Planner::planOne(const MoveNamespace &move, std::size_t index)
{
    const std::vector<NamespacePath> namespaces = namespacesOf(move, m_overlay);
    Step step{.change = move, .verdict = checkMoveNamespace(move, factsOf(move.from, move.to, namespaces)), .group = nullptr};
    step.verdict = weightier(std::move(step.verdict), checkAllowed(move, m_context));
    if (step.verdict.level > Verdict::Level::Waits)
        return step;
    Overlay before = m_overlay;
    addNamespaces(step, move.from, move.to, namespaces, index);
    addGroups(step, move, namespaces, index);
    addRemovals(step, move, namespaces, index);
    noteRenamed(m_overlay, move, namespaces);
    return finished(std::move(step), std::move(before));
}

Step Planner::planOne(const CopyNamespaces &copy, std::size_t index)
{
    const std::vector<NamespacePath> namespaces = m_overlay.withDescendants(copy.from);
    Step step{.change = copy, .verdict = checkCopyNamespaces(copy, factsOf(copy.from, copy.to, namespaces)), .group = nullptr};
    step.verdict = weightier(std::move(step.verdict), checkAllowed(copy, m_context));
    if (step.verdict.level > Verdict::Level::Waits)
        return step;
    Overlay before = m_overlay;
    addNamespaces(step, copy.from, copy.to, namespaces, index);
    return finished(std::move(step), std::move(before));
}

std::size_t Planner::groupsBelow(const NamespacePath &ns) const
{
    std::size_t sum = 0;
    for (const NamespacePath &path : m_overlay.withDescendants(ns))
        sum += m_overlay.groups(path).size();
    return sum;
}

Step Planner::planOne(const DeleteNamespace &deletion, std::size_t index)
{
    const bool exists = m_overlay.hasNamespace(deletion.path);
    Step step{
        .change = deletion, .verdict = checkDeleteNamespace(deletion, exists, exists ? groupsBelow(deletion.path) : 0), .group = nullptr};
    step.verdict = weightier(std::move(step.verdict), checkAllowed(deletion, m_context));
    if (step.verdict.level > Verdict::Level::Waits)
        return step;
    const std::vector<NamespacePath> namespaces = m_overlay.withDescendants(deletion.path);
    Overlay before = m_overlay;
    for (const NamespacePath &path : namespaces | std::views::reverse) {
        for (const auto &group : m_overlay.groups(path))
            step.parts.push_back(planOne(RemoveGroup{path, group->id}, index));
        if (namespaces.size() > 1 || !step.parts.empty())
            step.parts.push_back({.change = DeleteNamespace{path, deletion.onlyIfEmpty || deletion.withGroups},
                                  .verdict = checkAllowed(deletion, m_context),
                                  .group = nullptr});
        m_overlay.apply(DeleteNamespace{path}, index);
    }
    return finished(std::move(step), std::move(before));
}

} // namespace espalier
