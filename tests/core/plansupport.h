// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <string_view>

/// Trees and changes for the tests of the planner, from texts that are known to be right.
namespace espalier::test {

inline NamespacePath ns(std::string_view text)
{
    return NamespacePath::fromString(text).value();
}

inline GroupId groupId(std::string_view text)
{
    return GroupId::fromString(text).value();
}

/// A group with daily snapshots and an owner.
inline Group makeGroup(std::string_view id, int snapshots = 2)
{
    constexpr std::int64_t firstDay = 1767225600; // 2026-01-01T00:00:00Z
    constexpr std::int64_t day = 86400;
    Group group{.id = groupId(id), .owner = AuthId::fromString("backup@pbs").value()};
    for (int i = 0; i < snapshots; ++i)
        group.snapshots.push_back({SnapshotTime::fromEpoch(firstDay + i * day).value(), true, false});
    return group;
}

/// @p tree with the namespace at @p path and those above it.
inline Tree withEmptyNamespace(const Tree &tree, const NamespacePath &path)
{
    if (path.isRoot() || tree.find(path))
        return tree;
    auto created = std::make_shared<Namespace>();
    created->path = path;
    return withEmptyNamespace(tree, path.parent()).withNamespace(path, created);
}

/// @p tree with @p group in the namespace @p path, which is made where it is missing.
inline Tree withGroupAt(const Tree &tree, std::string_view path, const Group &group)
{
    return withEmptyNamespace(tree, ns(path)).withGroup(ns(path), std::make_shared<Group>(group));
}

inline MoveGroup moveOf(std::string_view from, std::string_view group, std::string_view to,
                        ForeignEntries foreignEntries = ForeignEntries::Undecided)
{
    return {ns(from), groupId(group), ns(to), foreignEntries};
}

/// A place that may be written and where nothing goes on.
inline PlanContext writable()
{
    PlanContext context;
    context.access.allowed = true;
    context.storeName = "tank";
    context.hasActivity = true;
    return context;
}

} // namespace espalier::test
