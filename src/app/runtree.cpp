// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runtree.h"

#include "core/plan/overlay.h"

#include <algorithm>
#include <map>
#include <set>

namespace espalier {

namespace {

/// What becomes of the groups of one namespace.
struct GroupDelta
{
    std::set<GroupId> gone;
    std::vector<std::shared_ptr<const Group>> come;
};

bool movesWholeGroup(const RunMoveGroup &move)
{
    return !move.only && move.into != IntoExisting::Beneath;
}

Tree withEmptyNamespace(const Tree &tree, const NamespacePath &path)
{
    if (tree.find(path) || !tree.find(path.parent()))
        return tree;
    auto made = std::make_shared<Namespace>();
    made->path = path;
    return tree.withNamespace(path, std::move(made));
}

/// A group in which nothing is left goes away, as it does on disk.
Tree withoutSnapshots(const Tree &tree, const RunRemoveSnapshots &removal, const std::vector<SnapshotTime> &gone)
{
    const auto group = tree.find(removal.ns, removal.group);
    if (!group)
        return tree;
    auto rest = std::make_shared<Group>(*group);
    removeSnapshots(*rest, gone);
    return rest->snapshots.empty() ? tree.withoutGroup(removal.ns, removal.group) : tree.withGroup(removal.ns, std::move(rest));
}

std::shared_ptr<const Namespace> changed(const Namespace &before, const GroupDelta &delta)
{
    auto after = std::make_shared<Namespace>(before);
    std::erase_if(after->groups, [&](const auto &group) { return delta.gone.contains(group->id); });
    after->groups.insert(after->groups.end(), delta.come.begin(), delta.come.end());
    std::ranges::sort(after->groups, {}, [](const auto &group) -> const GroupId & { return group->id; });
    after->updateSums();
    return after;
}

} // namespace

Tree treeAfter(const Tree &tree, const RunReport &report)
{
    Tree after = tree;
    std::map<NamespacePath, GroupDelta> deltas;
    std::vector<NamespacePath> removed;
    for (const StepOutcome &outcome : report.steps) {
        if (outcome.state != StepState::Completed && outcome.gone.empty())
            continue;
        if (const auto *create = std::get_if<RunCreateNamespace>(&outcome.step))
            after = withEmptyNamespace(after, create->path);
        if (const auto *gone = std::get_if<RunDeleteNamespace>(&outcome.step); gone && !outcome.note)
            removed.push_back(gone->path);
        if (const auto *removal = std::get_if<RunRemoveSnapshots>(&outcome.step))
            after = withoutSnapshots(after, *removal, outcome.gone);
        const auto *move = std::get_if<RunMoveGroup>(&outcome.step);
        const auto group = move && movesWholeGroup(*move) ? tree.find(move->from, move->group) : nullptr;
        if (group && !tree.find(move->to, move->group)) {
            deltas[move->from].gone.insert(move->group);
            deltas[move->to].come.push_back(group);
        }
    }
    for (const auto &[path, delta] : deltas) {
        if (const auto ns = after.find(path))
            after = after.withNamespace(path, changed(*ns, delta));
    }
    for (const NamespacePath &path : removed) {
        if (const auto ns = after.find(path); ns && ns->groups.empty() && ns->children.empty())
            after = after.withNamespace(path, nullptr);
    }
    return after;
}

} // namespace espalier
