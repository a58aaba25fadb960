// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/tree.h"

#include <algorithm>
#include <numeric>
#include <ranges>

namespace espalier {

namespace {

using NamespacePointer = std::shared_ptr<const Namespace>;
using GroupPointer = std::shared_ptr<const Group>;

auto childPosition(const Namespace &parent, std::string_view name)
{
    return std::ranges::lower_bound(parent.children, name, {}, [](const NamespacePointer &child) { return child->path.name(); });
}

auto groupPosition(const Namespace &ns, const GroupId &id)
{
    return std::ranges::lower_bound(ns.groups, id, {}, [](const GroupPointer &group) -> const GroupId & { return group->id; });
}

/// A copy of @p parent with its child @p name replaced, added or, with null, removed.
NamespacePointer withChild(const Namespace &parent, std::string_view name, NamespacePointer replacement)
{
    auto copy = std::make_shared<Namespace>(parent);
    const auto at = copy->children.begin() + (childPosition(parent, name) - parent.children.begin());
    const bool exists = at != copy->children.end() && (*at)->path.name() == name;
    if (exists && replacement)
        *at = std::move(replacement);
    else if (exists)
        copy->children.erase(at);
    else if (replacement)
        copy->children.insert(at, std::move(replacement));
    copy->updateSums();
    return copy;
}

/// @p ns with the namespace that @p names lead to replaced; null where one before the last does not exist.
NamespacePointer replaceBelow(const Namespace &ns, std::span<const std::string_view> names, NamespacePointer replacement)
{
    if (names.size() == 1)
        return withChild(ns, names.front(), std::move(replacement));
    const Namespace *child = ns.child(names.front());
    if (!child)
        return nullptr;
    NamespacePointer replaced = replaceBelow(*child, names.subspan(1), std::move(replacement));
    return replaced ? withChild(ns, names.front(), std::move(replaced)) : nullptr;
}

void visitAll(const Namespace &ns, const std::function<void(const Namespace &)> &visit)
{
    visit(ns);
    for (const NamespacePointer &child : ns.children)
        visitAll(*child, visit);
}

} // namespace

std::uint64_t Group::totalSize() const
{
    return std::accumulate(details.begin(), details.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const SnapshotDetails &snapshot) { return sum + snapshot.size; });
}

std::string Group::displayComment() const
{
    if (!comment.empty())
        return comment;
    for (const SnapshotDetails &snapshot : std::views::reverse(details)) {
        if (snapshot.manifestReadable)
            return snapshot.comment;
    }
    return {};
}

bool Namespace::isLeaving(const GroupId &id) const
{
    return !leaving.empty() && std::ranges::binary_search(leaving, id);
}

void Namespace::updateSums()
{
    groupsBelow = ownGroups();
    snapshotsBelow = 0;
    namespacesBelow = 0;
    levelsBelow = 0;
    for (const GroupPointer &group : groups)
        snapshotsBelow += isLeaving(group->id) ? 0 : group->snapshots.size();
    for (const NamespacePointer &child : children) {
        groupsBelow += child->groupsBelow;
        snapshotsBelow += child->snapshotsBelow;
        namespacesBelow += child->namespacesBelow + (child->goesAway ? 0 : 1);
        levelsBelow = std::max(levelsBelow, child->levelsBelow + 1);
    }
}

std::shared_ptr<const Group> Namespace::group(const GroupId &id) const
{
    const auto at = groupPosition(*this, id);
    return at != groups.end() && (*at)->id == id ? *at : nullptr;
}

const Namespace *Namespace::child(std::string_view name) const
{
    const auto at = childPosition(*this, name);
    return at != children.end() && (*at)->path.name() == name ? at->get() : nullptr;
}

Tree::Tree() : m_root(std::make_shared<Namespace>()) {}

Tree::Tree(std::shared_ptr<const Namespace> root) : m_root(root ? std::move(root) : std::make_shared<Namespace>()) {}

std::shared_ptr<const Namespace> Tree::find(const NamespacePath &path) const
{
    NamespacePointer ns = m_root;
    for (const std::string_view name : path.components()) {
        const auto at = childPosition(*ns, name);
        if (at == ns->children.end() || (*at)->path.name() != name)
            return nullptr;
        ns = *at;
    }
    return ns;
}

std::shared_ptr<const Group> Tree::find(const NamespacePath &path, const GroupId &group) const
{
    const NamespacePointer ns = find(path);
    if (!ns)
        return nullptr;
    const auto at = groupPosition(*ns, group);
    return at != ns->groups.end() && (*at)->id == group ? *at : nullptr;
}

Tree Tree::withNamespace(const NamespacePath &path, std::shared_ptr<const Namespace> replacement) const
{
    if (path.isRoot())
        return Tree(std::move(replacement));
    const std::vector<std::string_view> names = path.components();
    NamespacePointer root = replaceBelow(*m_root, names, std::move(replacement));
    return root ? Tree(std::move(root)) : *this;
}

Tree Tree::withGroup(const NamespacePath &path, std::shared_ptr<const Group> group) const
{
    const NamespacePointer ns = find(path);
    if (!ns)
        return *this;
    auto copy = std::make_shared<Namespace>(*ns);
    const auto at = copy->groups.begin() + (groupPosition(*ns, group->id) - ns->groups.begin());
    if (at != copy->groups.end() && (*at)->id == group->id)
        *at = std::move(group);
    else
        copy->groups.insert(at, std::move(group));
    copy->updateSums();
    return withNamespace(path, std::move(copy));
}

Tree Tree::withoutGroup(const NamespacePath &path, const GroupId &group) const
{
    const NamespacePointer ns = find(path);
    if (!ns || !ns->group(group))
        return *this;
    auto copy = std::make_shared<Namespace>(*ns);
    std::erase_if(copy->groups, [&](const GroupPointer &candidate) { return candidate->id == group; });
    std::erase(copy->leaving, group);
    copy->updateSums();
    return withNamespace(path, std::move(copy));
}

void Tree::forEachNamespace(const std::function<void(const Namespace &)> &visit) const
{
    visitAll(*m_root, visit);
}

} // namespace espalier
