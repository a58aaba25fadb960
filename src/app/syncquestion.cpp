// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncquestion.h"

#include <algorithm>
#include <span>
#include <utility>

namespace espalier {

namespace {

SyncOutcome outcomeOf(SyncAction action)
{
    switch (action) {
    case SyncAction::Copy: return SyncOutcome::Copy;
    case SyncAction::Check: return SyncOutcome::Check;
    case SyncAction::Resync: return SyncOutcome::Resync;
    case SyncAction::Remove: return SyncOutcome::Remove;
    case SyncAction::Keep: return SyncOutcome::Keep;
    case SyncAction::Skip: break;
    }
    return SyncOutcome::Skip;
}

/// One that excludes decides, else the first one that includes: their order does not matter to PBS.
GroupChoice choiceOf(const NamespacePath &ns, const GroupId &group, const std::vector<GroupFilter> &filters)
{
    GroupChoice choice{.ns = ns, .group = group, .answer = applyFilters(filters, group)};
    const bool isExcluding = choice.answer == FilterAnswer::No;
    for (std::size_t i = 0; i < filters.size() && !choice.filter; ++i) {
        GroupFilter alone = filters[i];
        alone.isExclude = false;
        if (filters[i].isExclude == isExcluding && applyFilters(std::span(&alone, 1), group) != FilterAnswer::No)
            choice.filter = i;
    }
    return choice;
}

std::vector<GroupChoice> choicesOf(const SyncQuestion &question)
{
    std::vector<GroupChoice> choices;
    const NamespaceRange covered{.top = question.options.source, .maxDepth = question.options.maxDepth};
    question.source.forEachNamespace([&](const Namespace &ns) {
        if (!covered.covers(ns.path))
            return;
        for (const auto &group : ns.groups)
            choices.push_back(choiceOf(ns.path, group->id, question.options.filters));
    });
    return choices;
}

std::shared_ptr<const ShownSync> shownWith(const SyncQuestion &question, bool removes, SyncAnswer &answer)
{
    SyncOptions options = question.options;
    options.removeVanished = removes;
    auto plan = planSync(question.source, question.target, options);
    if (plan)
        return std::make_shared<const ShownSync>(*std::move(plan));
    answer.failure = plan.error();
    return nullptr;
}

} // namespace

ShownSync::ShownSync(SyncPlan planned) : plan(std::move(planned)), removals(plan.removals()), bytes(plan.bytesToCopy())
{
    for (const SyncNamespace &ns : plan.namespaces)
        add(ns);
    for (const VanishedNamespace &ns : plan.vanished) {
        for (const SyncGroup &group : ns.groups)
            add(ns.path, group);
        rows.push_back({.ns = &ns.path, .outcome = SyncOutcome::Remove});
    }
    for (const SyncRow &row : rows)
        count(row);
}

void ShownSync::add(const SyncNamespace &ns)
{
    if (ns.refused)
        rows.push_back({.ns = &ns.target, .outcome = SyncOutcome::Refused, .refused = &*ns.refused});
    else if (ns.isNew)
        rows.push_back({.ns = &ns.target, .outcome = SyncOutcome::NewNamespace});
    for (const SyncGroup &group : ns.groups)
        add(ns.target, group);
}

void ShownSync::add(const NamespacePath &ns, const SyncGroup &group)
{
    if (group.refused)
        rows.push_back({.ns = &ns, .group = &group, .outcome = SyncOutcome::Refused, .refused = &*group.refused});
    else if (group.goes() && group.marks.empty())
        rows.push_back({.ns = &ns, .group = &group, .outcome = SyncOutcome::Remove});
    for (const SyncMark &mark : group.marks)
        rows.push_back({.ns = &ns, .group = &group, .mark = &mark, .outcome = outcomeOf(mark.action)});
}

void ShownSync::count(const SyncRow &row)
{
    switch (row.outcome) {
    case SyncOutcome::Refused: ++refused; break;
    case SyncOutcome::Remove: ++(row.mark ? removed : removedPlaces); break;
    case SyncOutcome::Keep: ++kept; break;
    case SyncOutcome::NewNamespace: ++newNamespaces; break;
    case SyncOutcome::Copy:
    case SyncOutcome::Resync: ++copied; break;
    case SyncOutcome::Check: ++checked; break;
    case SyncOutcome::Skip: ++skipped; break;
    }
}

std::size_t SyncAnswer::taken() const
{
    return groups ? std::size_t(std::ranges::count(*groups, FilterAnswer::Yes, &GroupChoice::answer)) : 0;
}

SyncAnswer answerToSync(const SyncQuestion &question, const std::stop_token &stop)
{
    SyncAnswer answer{.mapping = mapNamespaces(question.source, question.target, question.options)};
    answer.groups = std::make_shared<const std::vector<GroupChoice>>(choicesOf(question));
    if (!question.hasDetails || stop.stop_requested())
        return answer;
    answer.removing = shownWith(question, true, answer);
    answer.shown = question.options.removeVanished ? answer.removing : shownWith(question, false, answer);
    return answer;
}

} // namespace espalier
