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

/// What of @p group goes by one plan and not by the other; empty where that is nothing.
std::vector<bool> differencesOf(const GroupPrune &prune, const GroupPrune *other)
{
    std::vector<bool> differs(prune.marks.size());
    for (std::size_t each = 0; each < prune.marks.size(); ++each)
        differs[each] = isRemoved(&prune, each) != isRemoved(other, each);
    return std::ranges::contains(differs, true) ? differs : std::vector<bool>();
}

/// By rules that do not work on it everything of a group stays.
GroupPrune untouched(const GroupPrune &saved)
{
    GroupPrune prune{.ns = saved.ns, .group = saved.group, .marks = saved.marks};
    for (PruneMark &mark : prune.marks) {
        const PruneVerdict verdict = mark.verdict == PruneVerdict::Protected ? PruneVerdict::Protected : PruneVerdict::Keep;
        mark = {.verdict = verdict};
    }
    prune.counts.groups = 1;
    prune.counts.kept = prune.marks.size();
    return prune;
}

/// Only what differs, with the groups that only the saved job works on.
std::shared_ptr<const ShownPrune> onlyDifferences(const ShownPrune &shown, const std::map<PruneScope::GroupAt, const GroupPrune *> &saved)
{
    struct Line
    {
        GroupPrune prune;
        std::vector<bool> differs;
        bool isOnlySaved = false;
    };
    std::map<PruneScope::GroupAt, Line> lines;
    for (std::size_t i = 0; i < shown.plan.groups.size(); ++i) {
        const GroupPrune &prune = shown.plan.groups[i];
        if (shown.isDifferent(i))
            lines.insert({{prune.ns, prune.group->id}, {prune, shown.differs[i]}});
    }
    for (const auto &[place, prune] : saved) {
        const GroupPrune left = untouched(*prune);
        auto differs = differencesOf(left, prune);
        if (differs.empty())
            differs.resize(left.marks.size()); // its row is shown all the same
        lines.insert({place, {left, std::move(differs), true}});
    }
    auto all = std::make_shared<ShownPrune>();
    all->plan = {.options = shown.plan.options, .scope = shown.plan.scope};
    all->zone = shown.zone;
    for (auto &[place, line] : lines) {
        all->plan.groups.push_back(std::move(line.prune));
        all->differs.push_back(std::move(line.differs));
        all->onlySaved.push_back(line.isOnlySaved);
    }
    return all;
}

void compare(ShownPrune &shown, const PrunePlan &saved, PruneAnswer &answer)
{
    auto others = byPlace(saved);
    shown.differs.resize(shown.plan.groups.size());
    for (std::size_t i = 0; i < shown.plan.groups.size(); ++i) {
        const GroupPrune &prune = shown.plan.groups[i];
        const auto found = others.extract({prune.ns, prune.group->id});
        shown.differs[i] = differencesOf(prune, found.empty() ? nullptr : found.mapped());
    }
    answer.onlySaved = others.size();
    answer.differences = onlyDifferences(shown, others);
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
