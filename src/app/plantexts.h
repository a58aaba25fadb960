// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plandifference.h"
#include "core/plan/shellcommands.h"

#include <optional>
#include <string>
#include <vector>

namespace espalier {

class OpenStore;

/// The pending changes of a store with all that their texts are made from: a value for a worker.
struct PendingPlan
{
    explicit PendingPlan(const OpenStore &store);

    Tree tree;
    std::vector<Change> changes;
    PlanContext context;
    std::optional<PlanFileConfig> config; ///< What goes along, where that is wanted and known.
    StoreIdentity identity;               ///< With the path alone where the store was not opened yet.
};

/// @name For any thread; with 5 000 changes too long for that of the window
/// @{
std::string scriptOf(const PendingPlan &pending, ScriptFlavour flavour);
std::string planFileTextOf(const PendingPlan &pending);
std::vector<PlanDifference> differencesTo(const PlanFile &file, const PendingPlan &pending);
/// @}

} // namespace espalier
