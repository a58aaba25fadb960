// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/plantexts.h"

#include "app/openstore.h"
#include "text/planscript.h"

namespace espalier {

namespace {

Plan planOf(const PendingPlan &pending, std::span<const Change> changes)
{
    return makePlan(pending.tree, changes, planFileContext(pending.context));
}

std::optional<PlanFileConfig> configOf(const OpenStore &store)
{
    const ConfigPlan *plan = store.adaptsConfig() ? store.configPlan() : nullptr;
    return plan ? std::optional(PlanFileConfig{plan->pauses, plan->edits}) : std::nullopt;
}

} // namespace

PendingPlan::PendingPlan(const OpenStore &store)
    : tree(store.tree())
    , changes(store.changes())
    , context(store.planContext())
    , config(configOf(store))
    , identity(store.state() ? store.state()->identity : StoreIdentity{.path = store.place().path()})
{
}

std::string scriptOf(const PendingPlan &pending, ScriptFlavour flavour)
{
    return text::planScript(planOf(pending, pending.changes), flavour, pending.context.storeName, pending.identity.path);
}

std::string planFileTextOf(const PendingPlan &pending)
{
    PlanFile file = planFileOf(pending.changes, planOf(pending, pending.changes), pending.identity, pending.context.storeName,
                               pending.context.access);
    file.config = pending.config;
    return planFileText(file);
}

std::vector<PlanDifference> differencesTo(const PlanFile &file, const PendingPlan &pending)
{
    return planDifferences(file, planOf(pending, file.changes));
}

} // namespace espalier
