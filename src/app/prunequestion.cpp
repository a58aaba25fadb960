// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunequestion.h"

#include "core/plan/pruneforecast.h"
#include "core/plan/prunewarnings.h"

#include <algorithm>
#include <map>

namespace espalier {

namespace {

std::vector<PruneScope::GroupAt> groupsIn(const Tree &tree, const NamespacePath &top)
{
    std::vector<PruneScope::GroupAt> groups;
    const NamespaceRange range{.top = top};
    tree.forEachNamespace([&](const Namespace &ns) {
        if (!range.covers(ns.path))
            return;
        for (const auto &group : ns.groups)
            groups.push_back({ns.path, group->id});
    });
    return groups;
}

/// What @p rules do with the selection, which may lie inside of their range or around it.
PrunePlan planOf(const PruneQuestion &question, const PruneQuestion::Rules &rules)
{
    PruneScope scope{.range = rules.range, .selected = question.selection.groups};
    if (scope.selected.empty() && !NamespaceRange{.top = question.selection.top}.covers(rules.range.top)) {
        scope.selected = groupsIn(question.tree, question.selection.top);
        if (scope.selected.empty())
            return {.options = rules.keep, .scope = scope};
    }
    return planPrune(question.tree, scope, rules.keep, question.zone);
}

std::map<PruneScope::GroupAt, const GroupPrune *> byPlace(const PrunePlan &plan)
{
    std::map<PruneScope::GroupAt, const GroupPrune *> groups;
    for (const GroupPrune &prune : plan.groups)
        groups.emplace(PruneScope::GroupAt{prune.ns, prune.group->id}, &prune);
    return groups;
}

bool isRemoved(const GroupPrune *prune, std::size_t snapshot)
{
    return prune && prune->marks[snapshot].verdict == PruneVerdict::Remove;
}

void compare(ShownPrune &shown, const PrunePlan &saved, PruneAnswer &answer)
{
    auto others = byPlace(saved);
    shown.differs.resize(shown.plan.groups.size());
    for (std::size_t i = 0; i < shown.plan.groups.size(); ++i) {
        const GroupPrune &prune = shown.plan.groups[i];
        const auto found = others.extract({prune.ns, prune.group->id});
        const GroupPrune *other = found.empty() ? nullptr : found.mapped();
        std::vector<bool> differs(prune.marks.size());
        for (std::size_t each = 0; each < prune.marks.size(); ++each)
            differs[each] = isRemoved(&prune, each) != isRemoved(other, each);
        if (std::ranges::contains(differs, true))
            shown.differs[i] = std::move(differs);
    }
    answer.onlySaved = others.size();
}

std::shared_ptr<const ShownPrune> forecastOf(const PruneQuestion &question, const PrunePlan &plan, const std::stop_token &stop)
{
    constexpr std::int64_t day = 86'400;
    auto forecast = std::make_shared<ShownPrune>();
    forecast->plan = forecastPrune(plan, question.zone, question.now, question.now + question.forecastDays * day, stop);
    forecast->zone = question.zone;
    forecast->now = question.now;
    return forecast;
}

} // namespace

PruneSelection pruneSelection(const QList<ItemRef> &items, const OpenStore &store)
{
    PruneSelection selection;
    if (items.size() == 1 && !items.front().group) {
        selection.top = items.front().ns;
        return selection;
    }
    for (const ItemRef &item : items) {
        if (!item.group) {
            std::ranges::copy(groupsIn(store.tree(), item.ns), std::back_inserter(selection.groups));
        } else if (const auto place = presentPlace(groupItem(item.store, item.ns, *item.group))) {
            selection.groups.push_back({place->first, place->second});
        }
    }
    std::ranges::sort(selection.groups);
    const auto repeated = std::ranges::unique(selection.groups);
    selection.groups.erase(repeated.begin(), repeated.end());
    return selection;
}

PruneAnswer answerTo(const PruneQuestion &question, const std::stop_token &stop)
{
    auto shown = std::make_shared<ShownPrune>();
    shown->plan = planOf(question, question.rules);
    shown->zone = question.zone;
    PruneAnswer answer;
    if (question.saved && *question.saved != question.rules)
        compare(*shown, planOf(question, *question.saved), answer);
    answer.warnings = pruneWarnings(shown->plan, question.jobs, question.store, question.now);
    if (question.forecastDays > 0)
        answer.forecast = forecastOf(question, shown->plan, stop);
    answer.shown = std::move(shown);
    return answer;
}

std::size_t zoneDependenceOf(const std::shared_ptr<const ShownPrune> &shown, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return 0;
    static const std::vector<TimeZone> zones = TimeZone::all();
    PrunePlan plan = shown->plan;
    return findZoneDependence(plan, zones);
}

} // namespace espalier
