// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/overlay.h"
#include "core/plan/plan.h"

#include <algorithm>
#include <map>

namespace espalier {

namespace {

using GroupPointer = std::shared_ptr<const Group>;
using NamespacePointer = std::shared_ptr<const Namespace>;

/// What becomes different in one namespace itself; also kept for those that only lead to such a one.
struct Edit
{
    std::vector<NamespacePath> createdChildren;
    std::vector<GroupPointer> arriving;
    std::vector<GroupId> leaving;
};

using Edits = std::map<NamespacePath, Edit>;

Edit &editAt(Edits &edits, const NamespacePath &path)
{
    const auto [at, isNew] = edits.try_emplace(path);
    if (isNew && !path.isRoot())
        editAt(edits, path.parent());
    return at->second;
}

const GroupId &idOf(const GroupPointer &group)
{
    return group->id;
}

/// Arriving groups take the place of those of the same name, which go elsewhere.
void addGroups(std::vector<GroupPointer> &groups, std::vector<GroupPointer> arriving)
{
    std::ranges::sort(arriving, {}, idOf);
    std::vector<GroupPointer> merged;
    merged.reserve(groups.size() + arriving.size());
    std::ranges::set_union(arriving, groups, std::back_inserter(merged), {}, idOf, idOf);
    groups = std::move(merged);
}

NamespacePointer edited(const Namespace &ns, const Edits &edits);

/// The child with its edits, the same pointer where it has none.
NamespacePointer editedChild(const NamespacePointer &child, const Edits &edits)
{
    return edits.contains(child->path) ? edited(*child, edits) : child;
}

NamespacePointer edited(const Namespace &ns, const Edits &edits)
{
    const Edit &edit = edits.at(ns.path);
    auto copy = std::make_shared<Namespace>(ns);
    for (NamespacePointer &child : copy->children)
        child = editedChild(child, edits);
    for (const NamespacePath &path : edit.createdChildren) {
        auto created = std::make_shared<Namespace>();
        created->path = path;
        copy->children.push_back(editedChild(created, edits));
    }
    std::ranges::sort(copy->children, {}, [](const NamespacePointer &child) { return child->path.name(); });
    addGroups(copy->groups, edit.arriving);
    copy->leaving = edit.leaving;
    std::ranges::sort(copy->leaving);
    copy->updateSums();
    return copy;
}

const GroupPosition &positionOf(const std::pair<GroupPosition, Projection::GroupMark> &entry)
{
    return entry.first;
}

/// Both ends of each move, sorted; where one group leaves and another of its name arrives, the arrival is what is seen.
std::vector<std::pair<GroupPosition, Projection::GroupMark>> marksOf(const Overlay &overlay)
{
    std::map<GroupPosition, Projection::GroupMark> marks;
    for (const auto &[position, arrival] : overlay.arrived()) {
        marks.insert_or_assign(position, Projection::GroupMark{Mark::Arrives, arrival.origin, arrival.change});
        marks.try_emplace({arrival.origin, position.second}, Projection::GroupMark{Mark::MovesAway, position.first, arrival.change});
    }
    return {marks.begin(), marks.end()};
}

} // namespace

Projection::GroupMark Projection::mark(const NamespacePath &ns, const GroupId &group) const
{
    const GroupPosition wanted(ns, group);
    const auto at = std::ranges::lower_bound(groupMarks, wanted, {}, positionOf);
    return at != groupMarks.end() && at->first == wanted ? at->second : GroupMark();
}

const NamespacePath *Projection::destination(const NamespacePath &ns, const GroupId &group) const
{
    const GroupPosition wanted(ns, group);
    const auto at
        = std::ranges::lower_bound(departures, wanted, {}, [](const auto &entry) -> const GroupPosition & { return entry.first; });
    return at != departures.end() && at->first == wanted ? &at->second : nullptr;
}

Mark Projection::mark(const NamespacePath &ns) const
{
    return std::ranges::binary_search(created, ns) ? Mark::Created : Mark::None;
}

std::size_t Projection::arrivals(const NamespacePath &ns) const
{
    const auto inside = std::ranges::equal_range(groupMarks, ns, {}, [](const auto &entry) { return entry.first.first; });
    return static_cast<std::size_t>(std::ranges::count(inside, Mark::Arrives, [](const auto &entry) { return entry.second.mark; }));
}

Projection project(const Tree &tree, const Plan &plan)
{
    Overlay overlay(tree);
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        if (takesEffect(plan.steps[i].verdict))
            overlay.apply(plan.steps[i].change, i);
    }

    Projection projection{
        .tree = tree, .groupMarks = marksOf(overlay), .departures = {}, .created = {overlay.created().begin(), overlay.created().end()}};
    std::ranges::sort(projection.created);
    for (const auto &[position, arrival] : overlay.arrived())
        projection.departures.emplace_back(GroupPosition(arrival.origin, position.second), position.first);
    std::ranges::sort(projection.departures);
    Edits edits;
    for (const NamespacePath &path : projection.created) {
        editAt(edits, path.parent()).createdChildren.push_back(path);
        editAt(edits, path);
    }
    for (const auto &[position, arrival] : overlay.arrived())
        editAt(edits, position.first).arriving.push_back(arrival.group);
    for (const auto &[position, mark] : projection.groupMarks) {
        if (mark.mark == Mark::MovesAway)
            editAt(edits, position.first).leaving.push_back(position.second);
    }
    if (!edits.empty())
        projection.tree = Tree(edited(tree.root(), edits));
    return projection;
}

} // namespace espalier
