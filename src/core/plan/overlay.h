// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"
#include "core/plan/change.h"
#include "core/plan/verdict.h"

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace espalier {

/// Where a group is.
using GroupPosition = std::pair<NamespacePath, GroupId>;

struct GroupPositionHash
{
    std::size_t operator()(const GroupPosition &position) const noexcept
    {
        return std::hash<NamespacePath>{}(position.first) * 31 + std::hash<GroupId>{}(position.second);
    }
};

/// True where a change with this verdict has its effect on what is planned after it: it will be done, or lacks a decision
/// that does not alter where things are.
bool takesEffect(const Verdict &verdict);

/// A tree with changes laid over it one after the other. What is not touched is looked up in the tree, so that a change
/// costs the same in a large tree as in a small one. Refers to the tree: must not outlive it.
class Overlay
{
public:
    /// A group that is not where the tree has it.
    struct Arrival
    {
        std::shared_ptr<const Group> group;
        NamespacePath origin;   ///< Where the tree has it.
        std::size_t change = 0; ///< The last one that moved it.
    };

    explicit Overlay(const Tree &tree) : m_tree(tree) {}

    bool hasNamespace(const NamespacePath &path) const;
    std::shared_ptr<const Group> group(const NamespacePath &ns, const GroupId &id) const; ///< Null where there is none.

    /// Where the tree has the group that is at @p position now; @p position itself where none arrived there.
    const NamespacePath &originOf(const GroupPosition &position) const;

    /// Applies a change that can be done; @p index is for telling which one moved a group last.
    void apply(const Change &change, std::size_t index);

    const std::unordered_set<NamespacePath> &created() const { return m_created; }
    const std::unordered_map<GroupPosition, Arrival, GroupPositionHash> &arrived() const { return m_arrived; }

private:
    const Namespace *find(const NamespacePath &path) const;
    void move(const MoveGroup &move, std::size_t index);

    const Tree &m_tree;
    std::unordered_set<NamespacePath> m_created;
    std::unordered_set<GroupPosition, GroupPositionHash> m_gone; ///< From where the tree has them.
    std::unordered_map<GroupPosition, Arrival, GroupPositionHash> m_arrived;
    mutable std::unordered_map<NamespacePath, const Namespace *> m_found;
};

} // namespace espalier
