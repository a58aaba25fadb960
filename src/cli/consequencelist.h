// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/invocation.h"
#include "cli/jsonoutput.h"
#include "core/plan/configplan.h"

#include <vector>

namespace espalier::cli {

/// What else breaks when @p plan is done: what the store's PBS has configured, and a storage.cfg of Proxmox VE where --storage-cfg
/// names one. Fails where that file cannot be read.
Result<std::vector<Consequence>> consequencesOf(const Invocation &invocation, const Session &session, const Tree &tree, const Plan &plan);

/// How jobs and access rules of the store's PBS would go along. Fails where its files cannot be read, and where nobody here may
/// write one that has to be changed (ConfigNeedsRoot).
Result<ConfigPlan> configPlanOf(const Session &session, const std::vector<Consequence> &consequences);

/// Prints them as lines after the plan, without the commands that @p config makes superfluous; nothing where there are none.
void printConsequences(Output &output, const std::vector<Consequence> &consequences, const ConfigPlan &config);

/// Prints what becomes of each file.
void printConfigPlan(Output &output, const ConfigPlan &config);

Json toJson(const std::vector<Consequence> &consequences);
Json toJson(const ConfigPlan &config);

} // namespace espalier::cli
