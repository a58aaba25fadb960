// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"
#include "core/plan/change.h"
#include "core/plan/verdict.h"

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

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
    /// A group that is not as or where the tree has it.
    struct Touched
    {
        std::shared_ptr<const Group> group;
        NamespacePath origin;              ///< Where the tree has it.
        std::vector<NamespacePath> merged; ///< Where the tree has those that went into it.
        bool isEdited = false;             ///< Owner, notes or protection differ.
        std::size_t change = 0;            ///< The last one that touched it.
    };

    explicit Overlay(const Tree &tree) : m_tree(&tree) {}

    bool hasNamespace(const NamespacePath &path) const;
    std::shared_ptr<const Group> group(const NamespacePath &ns, const GroupId &id) const; ///< Null where there is none.
    std::vector<std::shared_ptr<const Group>> groups(const NamespacePath &ns) const;      ///< Sorted by id.
    std::vector<NamespacePath> children(const NamespacePath &ns) const;                   ///< Sorted.
    std::vector<NamespacePath> withDescendants(const NamespacePath &ns) const;            ///< @p ns first, parents before children.
    bool isEmpty(const NamespacePath &ns) const;                                          ///< Neither groups nor namespaces in it.

    /// Where the tree has the group that is at @p position now; @p position itself where nothing touched it.
    const NamespacePath &originOf(const GroupPosition &position) const;

    /// Applies a change that can be done; @p index is for telling which one touched something last. Those that have parts are
    /// applied by their parts.
    void apply(const Change &change, std::size_t index);

    /// Tells that what was called @p from is called @p to now; only for showing it.
    void noteRenamed(const NamespacePath &from, const NamespacePath &to);

    const std::unordered_set<NamespacePath> &created() const { return m_created; }
    const std::unordered_set<NamespacePath> &removed() const { return m_removed; } ///< That the tree has.
    const std::unordered_map<GroupPosition, Touched, GroupPositionHash> &touched() const { return m_touched; }
    /// Groups that are removed, by where the tree has them, with the change that does it.
    const std::map<GroupPosition, std::size_t> &deleted() const { return m_deleted; }
    const std::map<NamespacePath, NamespacePath> &renamed() const { return m_renamed; } ///< Now to then.

private:
    const Namespace *find(const NamespacePath &path) const;
    bool isInTree(const NamespacePath &path) const { return find(path) && !m_removed.contains(path); }
    void create(const NamespacePath &path);
    void remove(const NamespacePath &path);
    void move(const MoveGroup &move, std::size_t index);
    void edit(const GroupPosition &position, std::size_t index, const std::function<void(Group &)> &change);
    void erase(const GroupPosition &position, std::size_t index);
    Touched take(const GroupPosition &position);
    void put(const GroupPosition &position, Touched touched);

    const Tree *m_tree; ///< Never null; a pointer, so that planners can try something on a copy.
    std::unordered_set<NamespacePath> m_created;
    std::unordered_set<NamespacePath> m_removed;
    std::unordered_map<NamespacePath, std::set<NamespacePath>> m_createdIn; ///< By parent.
    std::unordered_set<GroupPosition, GroupPositionHash> m_gone;            ///< From where the tree has them.
    std::unordered_map<GroupPosition, Touched, GroupPositionHash> m_touched;
    std::unordered_map<NamespacePath, std::set<GroupId>> m_touchedIn;
    std::map<NamespacePath, NamespacePath> m_renamed;
    std::map<GroupPosition, std::size_t> m_deleted;
    mutable std::unordered_map<NamespacePath, const Namespace *> m_found;
};

/// The group that two groups of one name become: snapshots of both; owner, notes and inode of @p target. Details only where
/// both have them.
std::shared_ptr<const Group> mergedGroup(const Group &target, const Group &source);

/// Takes those of @p times, which are sorted, out of @p group, with their details.
void removeSnapshots(Group &group, const std::vector<SnapshotTime> &times);

} // namespace espalier
