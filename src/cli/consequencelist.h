// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/invocation.h"
#include "cli/jsonoutput.h"
#include "core/plan/consequences.h"

#include <vector>

namespace espalier::cli {

/// What else breaks when @p plan is done: what the store's PBS has configured, and a storage.cfg of Proxmox VE where --storage-cfg
/// names one. Fails where that file cannot be read.
Result<std::vector<Consequence>> consequencesOf(const Invocation &invocation, const StoreSession &session, const Tree &tree,
                                                const Plan &plan);

/// Prints them as lines after the plan; nothing where there are none.
void printConsequences(Output &output, const std::vector<Consequence> &consequences);

Json toJson(const std::vector<Consequence> &consequences);

} // namespace espalier::cli
