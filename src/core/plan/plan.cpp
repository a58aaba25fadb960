// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plan.h"

#include "core/plan/overlay.h"

#include <algorithm>

namespace espalier {

namespace {

/// The weightier of two verdicts, the first where they weigh the same.
Verdict weightier(Verdict first, Verdict second)
{
    return second.level > first.level ? std::move(second) : std::move(first);
}

/// Plans one change after the other on what the former ones leave.
class Planner
{
public:
    Planner(const Tree &tree, const PlanContext &context) : m_overlay(tree), m_context(context) {}
    Planner(const Planner &) = delete;

    Step plan(const Change &change, std::size_t index)
    {
        return std::visit([&](const auto &wanted) { return planOne(wanted, index); }, change);
    }

private:
    Step planOne(const CreateNamespace &create, std::size_t index)
    {
        const bool exists = m_overlay.hasNamespace(create.path);
        const bool parentExists = m_overlay.hasNamespace(create.path.parent());
        const Verdict verdict = checkCreateNamespace(create, parentExists, exists, lockRival(create, m_rootGroupExists));
        if (takesEffect(verdict))
            m_overlay.apply(create, index);
        return {create, weightier(verdict, checkAllowed(create, m_context)), nullptr};
    }

    Step planOne(const MoveGroup &move, std::size_t index)
    {
        const auto group = m_overlay.group(move.from, move.group);
        const MoveFacts facts{.group = group.get(),
                              .targetNamespaceExists = m_overlay.hasNamespace(move.to),
                              .targetGroupExists = m_overlay.group(move.to, move.group) != nullptr,
                              .nameTakenBy = {},
                              .foreignEntries = {},
                              .lockRival = lockRival(move, m_namespaceExists, m_rootGroupExists)};
        const Verdict verdict = checkMove(move, facts);
        if (takesEffect(verdict))
            m_overlay.apply(move, index);
        return {move, weightier(verdict, checkAllowed(move, m_context)), group};
    }

    Overlay m_overlay;
    const PlanContext &m_context;
    const std::function<bool(const NamespacePath &)> m_namespaceExists
        = [this](const NamespacePath &path) { return m_overlay.hasNamespace(path); };
    const std::function<bool(const GroupId &)> m_rootGroupExists
        = [this](const GroupId &group) { return m_overlay.group({}, group) != nullptr; };
};

} // namespace

std::size_t Plan::count(Verdict::Level level) const
{
    return static_cast<std::size_t>(std::ranges::count(steps, level, [](const Step &step) { return step.verdict.level; }));
}

std::size_t Plan::groupsToMove() const
{
    return static_cast<std::size_t>(std::ranges::count_if(steps, [](const Step &step) {
        return std::holds_alternative<MoveGroup>(step.change) && step.verdict.level <= Verdict::Level::Waits;
    }));
}

bool Plan::isReady() const
{
    return !steps.empty() && std::ranges::all_of(steps, [](const Step &step) { return step.verdict.level <= Verdict::Level::Waits; });
}

Plan makePlan(const Tree &tree, std::span<const Change> changes, const PlanContext &context)
{
    Plan plan;
    plan.steps.reserve(changes.size());
    Planner planner(tree, context);
    for (std::size_t i = 0; i < changes.size(); ++i)
        plan.steps.push_back(planner.plan(changes[i], i));
    return plan;
}

} // namespace espalier
