// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plan.h"

#include "core/plan/planner.h"

#include <algorithm>

namespace espalier {

std::size_t Step::snapshots() const
{
    std::size_t sum = 0;
    if (group && (std::holds_alternative<MoveGroup>(change) || std::holds_alternative<RemoveGroup>(change)))
        sum = group->snapshots.size();
    if (const auto *removal = std::get_if<RemoveSnapshots>(&change); removal && group)
        sum = removableSnapshots(*removal, *group).size();
    for (const Step &part : parts)
        sum += part.snapshots();
    return sum;
}

std::size_t Step::groups() const
{
    std::size_t sum = std::holds_alternative<MoveGroup>(change) ? 1 : 0;
    for (const Step &part : parts)
        sum += part.groups();
    return sum;
}

bool Step::removesBackups() const
{
    return std::holds_alternative<RemoveSnapshots>(change) || std::holds_alternative<RemoveGroup>(change)
        || std::ranges::any_of(parts, &Step::removesBackups);
}

const std::vector<Step> &Step::partsToDo() const
{
    static const std::vector<Step> none;
    return verdict.level > Verdict::Level::Waits && removesBackups() ? none : parts;
}

std::size_t Plan::count(Verdict::Level level) const
{
    return static_cast<std::size_t>(std::ranges::count(steps, level, [](const Step &step) { return step.verdict.level; }));
}

std::size_t Plan::groupsToMove() const
{
    std::size_t sum = 0;
    for (const Step &step : steps)
        sum += step.verdict.level <= Verdict::Level::Waits ? step.groups() : 0;
    return sum;
}

bool Plan::isReady() const
{
    return !steps.empty() && std::ranges::all_of(steps, [](const Step &step) { return step.verdict.level <= Verdict::Level::Waits; });
}

bool Plan::canStart() const
{
    const auto canBeDone = [](const Step &step) {
        const auto isFine = [](const Step &each) { return each.verdict.level <= Verdict::Level::Waits; };
        return isFine(step) || std::ranges::any_of(step.partsToDo(), isFine);
    };
    return std::ranges::any_of(steps, canBeDone);
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
