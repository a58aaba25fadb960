// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/overlay.h"

#include "core/plan/rules.h"

#include <algorithm>

namespace espalier {

bool takesEffect(const Verdict &verdict)
{
    return verdict.level <= Verdict::Level::Waits
        || (verdict.level == Verdict::Level::NeedsAttention && verdict.reason && verdict.reason->id == MessageId::PlanForeignFiles);
}

std::shared_ptr<const Group> mergedGroup(const Group &target, const Group &source)
{
    auto merged = std::make_shared<Group>(target);
    merged->snapshots.insert(merged->snapshots.end(), source.snapshots.begin(), source.snapshots.end());
    merged->hasForeignEntries = target.hasForeignEntries || source.hasForeignEntries;
    if (target.hasDetails() && source.hasDetails())
        merged->details.insert(merged->details.end(), source.details.begin(), source.details.end());
    else
        merged->details.clear();
    if (merged->comment.empty())
        merged->comment = source.comment;
    return merged;
}

void removeSnapshots(Group &group, const std::vector<SnapshotTime> &times)
{
    const auto goes = [&times](const Snapshot &snapshot) { return std::ranges::binary_search(times, snapshot.time); };
    if (!group.details.empty()) {
        std::vector<SnapshotDetails> kept;
        for (std::size_t i = 0; i < group.snapshots.size(); ++i) {
            if (!goes(group.snapshots[i]))
                kept.push_back(std::move(group.details[i]));
        }
        group.details = std::move(kept);
    }
    std::erase_if(group.snapshots, goes);
}

const Namespace *Overlay::find(const NamespacePath &path) const
{
    const auto [at, isNew] = m_found.try_emplace(path, nullptr);
    if (isNew)
        at->second = m_tree->find(path).get(); // kept alive by the tree
    return at->second;
}

bool Overlay::hasNamespace(const NamespacePath &path) const
{
    return isInTree(path) || m_created.contains(path);
}

std::shared_ptr<const Group> Overlay::group(const NamespacePath &ns, const GroupId &id) const
{
    const GroupPosition position(ns, id);
    if (const auto at = m_touched.find(position); at != m_touched.end())
        return at->second.group;
    if (m_gone.contains(position))
        return nullptr;
    const Namespace *found = find(ns);
    return found ? found->group(id) : nullptr;
}

std::vector<std::shared_ptr<const Group>> Overlay::groups(const NamespacePath &ns) const
{
    std::vector<std::shared_ptr<const Group>> groups;
    if (const Namespace *found = find(ns)) {
        std::ranges::copy_if(found->groups, std::back_inserter(groups), [&](const auto &group) {
            const GroupPosition position(ns, group->id);
            return !m_gone.contains(position) && !m_touched.contains(position);
        });
    }
    if (const auto touched = m_touchedIn.find(ns); touched != m_touchedIn.end()) {
        for (const GroupId &id : touched->second)
            groups.push_back(m_touched.at({ns, id}).group);
        std::ranges::sort(groups, {}, [](const auto &group) -> const GroupId & { return group->id; });
    }
    return groups;
}

std::vector<NamespacePath> Overlay::children(const NamespacePath &ns) const
{
    std::vector<NamespacePath> children;
    if (const Namespace *found = find(ns)) {
        for (const auto &child : found->children) {
            if (!m_removed.contains(child->path))
                children.push_back(child->path);
        }
    }
    if (const auto created = m_createdIn.find(ns); created != m_createdIn.end()) {
        children.insert(children.end(), created->second.begin(), created->second.end());
        std::ranges::sort(children);
    }
    return children;
}

std::vector<NamespacePath> Overlay::withDescendants(const NamespacePath &ns) const
{
    std::vector<NamespacePath> all{ns};
    for (const NamespacePath &child : children(ns))
        std::ranges::copy(withDescendants(child), std::back_inserter(all));
    return all;
}

bool Overlay::isEmpty(const NamespacePath &ns) const
{
    return children(ns).empty() && groups(ns).empty();
}

const NamespacePath &Overlay::originOf(const GroupPosition &position) const
{
    const auto at = m_touched.find(position);
    return at != m_touched.end() ? at->second.origin : position.first;
}

void Overlay::apply(const Change &change, std::size_t index)
{
    const auto byParts = [](const auto &) {};
    std::visit(
        Overloaded{
            byParts,
            [this](const CreateNamespace &wanted) { create(wanted.path); },
            [this](const DeleteNamespace &wanted) { remove(wanted.path); },
            [&](const MoveGroup &wanted) { move(wanted, index); },
            [&](const ChangeOwner &wanted) { edit({wanted.ns, wanted.group}, index, [&](Group &group) { group.owner = wanted.owner; }); },
            [&](const ChangeNotes &wanted) {
                edit({wanted.ns, wanted.group}, index,
                     [&](Group &group) { group.comment = wanted.notes.substr(0, wanted.notes.find('\n')); });
            },
            [&](const ChangeProtection &wanted) {
                edit({wanted.ns, wanted.group}, index, [&](Group &group) {
                    const auto at = std::ranges::find(group.snapshots, wanted.time, &Snapshot::time);
                    if (at != group.snapshots.end())
                        at->isProtected = wanted.isProtected;
                });
            },
            [&](const RemoveSnapshots &wanted) {
                edit({wanted.ns, wanted.group}, index, [&](Group &group) { removeSnapshots(group, removableSnapshots(wanted, group)); });
            },
            [&](const RemoveGroup &wanted) { erase({wanted.ns, wanted.group}, index); },
        },
        change);
}

void Overlay::create(const NamespacePath &path)
{
    if (m_removed.erase(path) == 0 && m_created.insert(path).second)
        m_createdIn[path.parent()].insert(path);
}

void Overlay::remove(const NamespacePath &path)
{
    if (m_created.erase(path) > 0)
        m_createdIn[path.parent()].erase(path);
    else if (find(path))
        m_removed.insert(path);
    m_renamed.erase(path);
}

void Overlay::noteRenamed(const NamespacePath &from, const NamespacePath &to)
{
    const auto known = m_renamed.extract(from);
    const NamespacePath origin = known ? known.mapped() : from;
    if (origin != to && m_created.contains(to))
        m_renamed.insert_or_assign(to, origin);
}

/// Takes the group out of its place.
Overlay::Touched Overlay::take(const GroupPosition &position)
{
    if (auto known = m_touched.extract(position)) {
        m_touchedIn[position.first].erase(position.second);
        return std::move(known.mapped());
    }
    m_gone.insert(position);
    return {.group = m_tree->find(position.first, position.second), .origin = position.first, .merged = {}};
}

void Overlay::put(const GroupPosition &position, Touched touched)
{
    if (touched.origin == position.first && touched.merged.empty() && !touched.isEdited) {
        m_gone.erase(position); // back where and as it was
        return;
    }
    m_touchedIn[position.first].insert(position.second);
    m_touched.insert_or_assign(position, std::move(touched));
}

void Overlay::move(const MoveGroup &move, std::size_t index)
{
    const GroupPosition target(move.to, move.group);
    Touched source = take({move.from, move.group});
    source.change = index;
    if (!group(move.to, move.group)) {
        put(target, std::move(source));
        return;
    }
    Touched merged = take(target);
    merged.group = mergedGroup(*merged.group, *source.group);
    merged.merged.push_back(source.origin);
    merged.merged.insert(merged.merged.end(), source.merged.begin(), source.merged.end());
    merged.change = index;
    put(target, std::move(merged));
}

void Overlay::erase(const GroupPosition &position, std::size_t index)
{
    const Touched touched = take(position);
    m_deleted.insert_or_assign({touched.origin, position.second}, index);
    for (const NamespacePath &origin : touched.merged)
        m_deleted.insert_or_assign({origin, position.second}, index);
}

void Overlay::edit(const GroupPosition &position, std::size_t index, const std::function<void(Group &)> &change)
{
    Touched touched = take(position);
    auto copy = std::make_shared<Group>(*touched.group);
    change(*copy);
    touched.group = std::move(copy);
    touched.isEdited = true;
    touched.change = index;
    put(position, std::move(touched));
}

} // namespace espalier
