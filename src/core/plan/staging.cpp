// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plan.h"
#include "core/plan/planner.h"

#include <algorithm>

namespace espalier {

namespace {

/// The pending changes of one group.
struct Journey
{
    std::vector<std::size_t> moves; ///< Positions in the list.
    ForeignEntries foreignEntries = ForeignEntries::Undecided;
};

/// A list of pending changes that is being revised.
class Revision
{
public:
    Revision(const Tree &tree, std::span<const Change> pending) : m_tree(tree), m_overlay(tree), m_changes(pending.begin(), pending.end())
    {
        PlanContext allowed;
        allowed.access.allowed = true;
        const Plan plan = makePlan(tree, pending, allowed);
        for (std::size_t i = 0; i < plan.steps.size(); ++i) {
            if (const auto *move = std::get_if<MoveGroup>(&plan.steps[i].change))
                follow(*move, i);
            applyStep(m_overlay, plan.steps[i], i);
        }
        for (const auto &[position, touched] : m_overlay.touched())
            m_now.try_emplace({touched.origin, position.second}, position.first);
    }

    void stage(const GroupPosition &seen, const NamespacePath &target)
    {
        const bool isOnDisk = m_tree.find(seen.first, seen.second) != nullptr;
        const GroupPosition start(isOnDisk ? seen.first : m_overlay.originOf(seen), seen.second);
        if (!isOnDisk && start == seen && !m_journeys.contains(seen))
            return;
        if (!m_staged.insert(start).second)
            return; // both of its ends were selected
        const auto known = m_journeys.find(start);
        if (known != m_journeys.end() && wasMovedLastBy(known->second, start)) {
            replace(known->second, start, target);
            return;
        }
        const auto moved = m_now.find(start);
        const NamespacePath &from = moved != m_now.end() ? moved->second : start.first;
        if (target != from)
            m_changes.emplace_back(MoveGroup{from, start.second, target, ForeignEntries::Undecided, ExistingGroup::Undecided});
    }

    void stage(const NamespacePath &ns, const NamespacePath &target)
    {
        const auto last = std::ranges::find_last_if(m_changes, [&](const std::optional<Change> &change) {
            const auto *move = change ? std::get_if<MoveNamespace>(&*change) : nullptr;
            return move && (move->to == ns || move->from == ns);
        });
        const bool isKnown = !last.empty();
        NamespacePath from = ns;
        if (isKnown) {
            from = std::get<MoveNamespace>(**last.begin()).from;
            last.begin()->reset();
        }
        if (from != target)
            m_changes.emplace_back(MoveNamespace{.from = std::move(from), .to = target, .maxDepth = std::nullopt});
    }

    std::vector<std::optional<Change>> changes() && { return std::move(m_changes); }

private:
    void follow(const MoveGroup &move, std::size_t position)
    {
        const GroupPosition here(move.from, move.group);
        Journey &journey = m_journeys[{m_overlay.originOf(here), move.group}];
        journey.moves.push_back(position);
        if (move.foreignEntries == ForeignEntries::TakeAlong)
            journey.foreignEntries = ForeignEntries::TakeAlong;
    }

    /// True unless a namespace carried the group along, or another change touched it.
    bool wasMovedLastBy(const Journey &journey, const GroupPosition &start) const
    {
        const auto now = m_now.find(start);
        if (now == m_now.end())
            return true; // none of its moves takes effect, or they brought it back
        const auto &touched = m_overlay.touched().at({now->second, start.second});
        return touched.change == journey.moves.back() && std::get<MoveGroup>(*m_changes[journey.moves.front()]).from == start.first;
    }

    void replace(const Journey &journey, const GroupPosition &start, const NamespacePath &target)
    {
        for (const std::size_t old : journey.moves)
            m_changes[old].reset();
        if (target != start.first)
            m_changes[journey.moves.front()]
                = MoveGroup{start.first, start.second, target, journey.foreignEntries, ExistingGroup::Undecided};
    }

    const Tree &m_tree;
    Overlay m_overlay;
    std::vector<std::optional<Change>> m_changes;                              ///< Empty where one was replaced.
    std::unordered_map<GroupPosition, Journey, GroupPositionHash> m_journeys;  ///< By where the tree has the group.
    std::unordered_map<GroupPosition, NamespacePath, GroupPositionHash> m_now; ///< The same: where it is after all changes.
    std::unordered_set<GroupPosition, GroupPositionHash> m_staged;
};

/// True where each change says where things are on disk: then their order is free.
bool isFreelyOrdered(const std::vector<std::optional<Change>> &changes)
{
    return std::ranges::all_of(changes, [](const std::optional<Change> &change) {
        const auto *move = change ? std::get_if<MoveGroup>(&*change) : nullptr;
        return !change || std::holds_alternative<CreateNamespace>(*change) || (move && move->existing == ExistingGroup::Undecided);
    });
}

/// Puts every change behind those it needs: what makes its namespace, and what frees the name at its target. What needs
/// each other in a circle comes last. All else stays in order.
class Sorting
{
public:
    explicit Sorting(std::vector<std::optional<Change>> changes) : m_changes(std::move(changes)), m_waiting(m_changes.size())
    {
        for (std::size_t i = 0; i < m_changes.size(); ++i) {
            if (!m_changes[i])
                continue;
            if (const auto *move = std::get_if<MoveGroup>(&*m_changes[i]))
                m_leaving.try_emplace(GroupPosition(move->from, move->group), i);
            else
                m_making.try_emplace(std::get<CreateNamespace>(*m_changes[i]).path, i);
        }
    }

    std::vector<Change> sorted() &&
    {
        m_done.resize(m_changes.size());
        for (std::size_t i = 0; i < m_changes.size(); ++i)
            emit(i);
        for (std::size_t i = 0; i < m_changes.size(); ++i) {
            if (m_changes[i] && !m_done[i])
                m_sorted.push_back(*m_changes[i]);
        }
        return std::move(m_sorted);
    }

private:
    /// The first change that is needed by that at @p position and not there yet.
    std::optional<std::size_t> missing(std::size_t position) const
    {
        const auto open = [&](const auto &map, const auto &key) -> std::optional<std::size_t> {
            const auto at = map.find(key);
            return at != map.end() && at->second != position && !m_done[at->second] ? std::optional(at->second) : std::nullopt;
        };
        if (const auto *create = std::get_if<CreateNamespace>(&*m_changes[position]))
            return open(m_making, create->path.parent());
        const auto &move = std::get<MoveGroup>(*m_changes[position]);
        const auto made = open(m_making, move.to);
        return made ? made : open(m_leaving, GroupPosition(move.to, move.group));
    }

    void emit(std::size_t position)
    {
        std::vector<std::size_t> next{position};
        while (!next.empty()) {
            const std::size_t now = next.back();
            next.pop_back();
            if (!m_changes[now] || m_done[now])
                continue;
            if (const auto needed = missing(now)) {
                m_waiting[*needed].push_back(now);
                continue;
            }
            m_sorted.push_back(*m_changes[now]);
            m_done[now] = true;
            next.insert(next.end(), m_waiting[now].rbegin(), m_waiting[now].rend());
        }
    }

    std::vector<std::optional<Change>> m_changes;
    std::vector<std::vector<std::size_t>> m_waiting; ///< For the change at this position.
    std::unordered_map<NamespacePath, std::size_t> m_making;
    std::unordered_map<GroupPosition, std::size_t, GroupPositionHash> m_leaving;
    std::vector<bool> m_done;
    std::vector<Change> m_sorted;
};

} // namespace

std::vector<Change> withMoves(const Tree &tree, std::span<const Change> pending, std::span<const std::pair<NamespacePath, GroupId>> groups,
                              const NamespacePath &target)
{
    return withMoves(tree, pending, groups, {}, target);
}

std::vector<Change> withMoves(const Tree &tree, std::span<const Change> pending, std::span<const std::pair<NamespacePath, GroupId>> groups,
                              std::span<const NamespacePath> namespaces, const NamespacePath &target)
{
    Revision revision(tree, pending);
    const auto goesWithAnother = [&](const NamespacePath &ns, bool itself) {
        return std::ranges::any_of(namespaces, [&](const NamespacePath &each) { return each.contains(ns) && (itself || each != ns); });
    };
    for (const GroupPosition &group : groups) {
        if (!goesWithAnother(group.first, true))
            revision.stage(group, target);
    }
    for (const NamespacePath &ns : namespaces) {
        const auto wanted = target.child(ns.name());
        if (wanted && !goesWithAnother(ns, false))
            revision.stage(ns, *wanted);
    }
    std::vector<std::optional<Change>> changes = std::move(revision).changes();
    if (isFreelyOrdered(changes))
        return Sorting(std::move(changes)).sorted();
    std::vector<Change> inOrder;
    for (std::optional<Change> &change : changes) {
        if (change)
            inOrder.push_back(std::move(*change));
    }
    return inOrder;
}

NamespacePath nameBeside(const Tree &tree, const NamespacePath &path)
{
    const std::string name = path.isRoot() ? std::string("other") : std::string(path.name());
    for (int i = 2;; ++i) {
        const std::string tail = "-" + std::to_string(i);
        const auto beside = path.parent().newChild(name.substr(0, NamespacePath::maxNewComponentLength - tail.size()) + tail);
        if (!beside || !tree.find(*beside))
            return beside.value_or(path);
    }
}

} // namespace espalier
