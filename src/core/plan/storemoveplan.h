// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"
#include "core/plan/removals.h"
#include "core/plan/syncplan.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// What a move to another datastore would do: copy as a pull does, compare, and remove at the source what is at the target then. Pure.
namespace espalier {

/// One thing that is moved, and what it becomes.
struct StoreMovePart
{
    NamespacePath from;
    NamespacePath to;
    std::optional<GroupId> group{}; ///< Nothing: the namespace with all below it.
};

using StoreMove = std::vector<StoreMovePart>;

/// A group that is moved as a whole or not at all.
struct StoreMoveGroup
{
    GroupId id;
    NamespacePath from;
    NamespacePath to;
    std::shared_ptr<const Group> source; ///< Never null.
    std::shared_ptr<const Group> target; ///< Null: it is to be made.
    std::vector<SyncMark> marks{};       ///< What the copy does with each snapshot; one that is skipped has its copy already.
    std::optional<Error> refused{};      ///< Nothing of it is copied or removed.

    std::size_t count(SyncAction action) const;
    std::uint64_t bytesToCopy() const; ///< An upper bound.
    std::size_t protectedSnapshots() const;
};

struct StoreMovePlan
{
    std::vector<NamespacePath> made{};    ///< Namespaces to make at the target, parents before their children.
    std::vector<StoreMoveGroup> groups{}; ///< In the order in which they are moved.
    std::vector<NamespacePath> emptied{}; ///< Namespaces of the source that go if nothing is in them by then, children first.
    std::vector<Error> problems{};        ///< Of namespaces; those of groups are with them.

    std::size_t refusals() const; ///< Groups, and problems of namespaces.
    bool isReady() const;         ///< Nothing is refused.
    bool canStart() const;        ///< Something can be moved, whatever else is refused.
    std::size_t count(SyncAction action) const;
    std::uint64_t bytesToCopy() const;

    /// What goes at the source once it was compared: every snapshot of the groups that are not refused.
    Removals removals() const;

    std::set<std::string> owners() const; ///< Of the groups that are copied.
    /// What the engine of a sync is to copy: namespaces, and the groups of @p owner.
    SyncPlan copies(const std::string &owner) const;
};

/// What a pull would skip (unfinished, or older than what is there and not there itself) refuses its group; so does what a removal could
/// not take along. Fails with PlanNamespaceMissing, PlanGroupMissing or SyncTooDeep. Both trees need details.
Result<StoreMovePlan> planStoreMove(const Tree &source, const Tree &target, const StoreMove &what);

} // namespace espalier
