// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/hostzone.h"
#include "core/plan/plan.h"
#include "core/plan/pruneplan.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

/// What a plan removes for good: named and counted before it happens.
namespace espalier {

struct Removals
{
    /// What one group loses.
    struct OfGroup
    {
        NamespacePath ns;
        std::shared_ptr<const Group> group; ///< As it is before; never null.
        std::vector<SnapshotTime> times;    ///< Oldest first; not empty.

        bool isLast() const { return times.size() == group->snapshots.size(); }
    };

    std::vector<OfGroup> groups{}; ///< In the plan's order; a group may occur several times.
    std::size_t snapshots = 0;
    std::uint64_t bytes = 0;   ///< Logical size, as PBS's snapshot list has it; chunks may be shared with others.
    bool sizeIsKnown = true;   ///< False where details of some group were not read: the size is then a lower bound.
    std::size_t remaining = 0; ///< Snapshots that those groups keep.

    bool isEmpty() const { return snapshots == 0; }
    std::size_t emptied() const; ///< Groups that lose their last snapshot.

    /// Whether one look at the number is not enough.
    bool wantsSecondLook() const { return snapshots >= manySnapshots || emptied() > 0; }
    static constexpr std::size_t manySnapshots = 25;
};

/// The sums of what @p groups lose.
Removals countedRemovals(std::vector<Removals::OfGroup> groups);

/// Of those steps of @p plan that will be done, now or later.
Removals removalsOf(const Plan &plan);

/// Whether nothing goes by @p removals that does not by @p agreed: of the same groups, by their directories, not only their names.
bool isWithin(const Removals &removals, const Removals &agreed);

/// What somebody agreed to for a run that nobody looks at. Design: "Deletion budgets".
struct RemovalBudget
{
    std::size_t snapshots = 0;         ///< At most so many go.
    std::optional<unsigned> percent{}; ///< At most this share of the snapshots that the groups concerned have, rounded down.
    bool mayEmptyGroups = false;       ///< Groups may lose their last snapshot.

    friend bool operator==(const RemovalBudget &, const RemovalBudget &) = default;
};

/// Fails with RemovalOverBudget or RemovalEmptiesGroup.
Done checkBudget(const Removals &removals, const RemovalBudget &budget);

/// The changes that do what @p prune says: one for each group that loses something. @p zone is that in which it was planned.
std::vector<Change> removalsOf(const PrunePlan &prune, const HostZone &zone);

} // namespace espalier
