// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plan.h"
#include "core/plan/planner.h"

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
    bool goesAway = false; ///< The namespace itself.
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
    copy->goesAway = edit.goesAway;
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
    for (const auto &[position, touched] : overlay.touched()) {
        const auto away = [&](const NamespacePath &origin) {
            marks.try_emplace({origin, position.second}, Projection::GroupMark{Mark::MovesAway, position.first, touched.change});
        };
        std::ranges::for_each(touched.merged, away);
        if (touched.origin != position.first) {
            marks.insert_or_assign(position, Projection::GroupMark{Mark::Arrives, touched.origin, touched.change});
            away(touched.origin);
        } else if (!touched.merged.empty()) {
            marks.insert_or_assign(position, Projection::GroupMark{Mark::Merges, touched.merged.front(), touched.change});
        } else {
            marks.insert_or_assign(position, Projection::GroupMark{Mark::Edited, touched.origin, touched.change});
        }
    }
    for (const auto &[position, change] : overlay.deleted())
        marks.try_emplace(position, Projection::GroupMark{Mark::Deleted, position.first, change});
    return {marks.begin(), marks.end()};
}

std::map<NamespacePath, Projection::NamespaceMark> namespaceMarksOf(const Overlay &overlay)
{
    std::map<NamespacePath, Projection::NamespaceMark> marks;
    for (const NamespacePath &path : overlay.removed())
        marks[path] = {Mark::Deleted, std::nullopt};
    for (const NamespacePath &path : overlay.created())
        marks[path] = {Mark::Created, std::nullopt};
    for (const auto &[now, then] : overlay.renamed()) {
        marks[now] = {Mark::Arrives, then};
        if (overlay.removed().contains(then))
            marks[then] = {Mark::MovesAway, now};
    }
    return marks;
}

Edits editsOf(const Overlay &overlay, const Projection &projection)
{
    Edits edits;
    for (const auto &[path, mark] : projection.namespaceMarks) {
        if (overlay.created().contains(path)) {
            editAt(edits, path.parent()).createdChildren.push_back(path);
            editAt(edits, path);
        } else if (overlay.removed().contains(path)) {
            editAt(edits, path).goesAway = true;
        }
    }
    for (const auto &[position, touched] : overlay.touched())
        editAt(edits, position.first).arriving.push_back(touched.group);
    for (const auto &[position, mark] : projection.groupMarks) {
        if (mark.mark == Mark::MovesAway || mark.mark == Mark::Deleted)
            editAt(edits, position.first).leaving.push_back(position.second);
    }
    return edits;
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
    const auto at = namespaceMarks.find(ns);
    return at != namespaceMarks.end() ? at->second.mark : Mark::None;
}

bool Projection::hasNamespace(const NamespacePath &ns) const
{
    const auto found = tree.find(ns);
    return found && !found->goesAway;
}

const NamespacePath *Projection::otherEnd(const NamespacePath &ns) const
{
    const auto at = namespaceMarks.find(ns);
    return at != namespaceMarks.end() && at->second.other ? &*at->second.other : nullptr;
}

std::size_t Projection::arrivals(const NamespacePath &ns) const
{
    const auto inside = std::ranges::equal_range(groupMarks, ns, {}, [](const auto &entry) { return entry.first.first; });
    return static_cast<std::size_t>(std::ranges::count(inside, Mark::Arrives, [](const auto &entry) { return entry.second.mark; }));
}

Projection project(const Tree &tree, const Plan &plan)
{
    Overlay overlay(tree);
    for (std::size_t i = 0; i < plan.steps.size(); ++i)
        applyStep(overlay, plan.steps[i], i);

    Projection projection{.tree = tree, .groupMarks = marksOf(overlay), .departures = {}, .namespaceMarks = namespaceMarksOf(overlay)};
    for (const auto &[position, touched] : overlay.touched()) {
        if (touched.origin != position.first)
            projection.departures.emplace_back(GroupPosition(touched.origin, position.second), position.first);
        for (const NamespacePath &origin : touched.merged)
            projection.departures.emplace_back(GroupPosition(origin, position.second), position.first);
    }
    std::ranges::sort(projection.departures);
    const Edits edits = editsOf(overlay, projection);
    if (!edits.empty())
        projection.tree = Tree(edited(tree.root(), edits));
    return projection;
}

} // namespace espalier
