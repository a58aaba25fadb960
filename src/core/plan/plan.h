// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"
#include "core/plan/change.h"
#include "core/plan/rules.h"
#include "core/plan/verdict.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace espalier {

/// One change as it would be done.
struct Step
{
    Change change;
    Verdict verdict;
    std::shared_ptr<const Group> group; ///< The group as it was seen when this was planned; null where there is none.
    std::vector<Step> parts{};          ///< What it consists of, in order; empty where it is done as it is.

    std::size_t snapshots() const; ///< That move with the group, or with all groups of the parts; or that go for good.
    std::size_t groups() const;    ///< That move.
    bool removesBackups() const;   ///< It, or a part of it.

    /// Its parts that can be done although it cannot as a whole: none of what removes backups.
    const std::vector<Step> &partsToDo() const;
};

/// Ordered steps, parallel to the changes they were planned from.
struct Plan
{
    std::vector<Step> steps;

    std::size_t count(Verdict::Level level) const;
    std::size_t groupsToMove() const; ///< WillDo and Waits.
    bool isReady() const;             ///< Not empty, and nothing is refused or needs attention.
    bool canStart() const;            ///< Something in it can be done, whatever the rest is.
};

/// Plans @p changes one after the other on @p tree. Pure; 5 000 moves in a tree of 20 000 groups take less than 100 ms.
Plan makePlan(const Tree &tree, std::span<const Change> changes, const PlanContext &context);

/// How something looks in the projected tree.
enum class Mark : unsigned char {
    None,
    MovesAway, ///< A group or namespace goes elsewhere.
    Arrives,   ///< A group or namespace comes from elsewhere.
    Merges,    ///< Another group goes into this one.
    Edited,    ///< Owner, notes or protection change, or some snapshots go.
    Created,   ///< A namespace is made.
    Deleted,   ///< A group or namespace goes.
};

/// The tree as it would be, with what moves shown at both ends.
struct Projection
{
    Tree tree; ///< As it would be after all steps that will be done, wait or need attention; what moves away stays visible here.
    struct GroupMark
    {
        Mark mark = Mark::None;
        NamespacePath other;    ///< Where it goes, or where it comes from (its place in the present tree).
        std::size_t change = 0; ///< Index of the change.
    };

    /// The mark of @p group in @p ns.
    GroupMark mark(const NamespacePath &ns, const GroupId &group) const;
    Mark mark(const NamespacePath &ns) const;
    bool hasNamespace(const NamespacePath &ns) const; ///< False for one that is still shown, but goes away.
    /// Where the namespace @p ns goes to (MovesAway) or comes from (Arrives); null otherwise.
    const NamespacePath *otherEnd(const NamespacePath &ns) const;
    std::size_t arrivals(const NamespacePath &ns) const; ///< Groups that arrive in @p ns itself.

    /// Where the group that is in @p ns on disk will be; null where it stays. Other than its mark this is known even where
    /// another group of its name takes its place.
    const NamespacePath *destination(const NamespacePath &ns, const GroupId &group) const;

    std::vector<std::pair<std::pair<NamespacePath, GroupId>, GroupMark>> groupMarks; ///< Sorted by place.
    /// Sorted: places on disk, and where their groups will be.
    std::vector<std::pair<std::pair<NamespacePath, GroupId>, NamespacePath>> departures;
    struct NamespaceMark
    {
        Mark mark = Mark::None;
        std::optional<NamespacePath> other;

        friend bool operator==(const NamespaceMark &, const NamespaceMark &) = default;
    };
    std::map<NamespacePath, NamespaceMark> namespaceMarks;
};

/// Projects the acceptable steps of @p plan onto @p tree.
Projection project(const Tree &tree, const Plan &plan);

/// The changes that would move @p groups into @p target, given the changes that are already pending. Groups are named where
/// they are on disk; a place where none is stands for the group that the pending changes bring there. A group that is pending elsewhere gets its pending move replaced, one that returns to where it is now
/// loses it, what is nowhere is left out. Returns the new whole list, each move behind what makes and frees its target.
std::vector<Change> withMoves(const Tree &tree, std::span<const Change> pending, std::span<const std::pair<NamespacePath, GroupId>> groups,
                              const NamespacePath &target);

/// The same with namespaces, each under its present (pending) name: it goes into @p target with all below; where its move is
/// pending already that is replaced. Groups below one of the namespaces go with it. What would be too deep is left out.
std::vector<Change> withMoves(const Tree &tree, std::span<const Change> pending, std::span<const std::pair<NamespacePath, GroupId>> groups,
                              std::span<const NamespacePath> namespaces, const NamespacePath &target);

/// A name for a namespace beside @p path that does not exist in @p tree: "a/b-2". For keeping two groups or namespaces of one name.
NamespacePath nameBeside(const Tree &tree, const NamespacePath &path);

} // namespace espalier
