// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/executor.h"

#include <memory>
#include <string>
#include <vector>

namespace espalier {

using SeenGroups = std::vector<std::shared_ptr<const Group>>;

/// Does @p steps as one run with a journal of its own; what executePlan() and executeUndo() share.
/// @p seen: for each step the group as it was seen when the step was planned, or null; shorter where nothing is known.
/// @p undoes: the run that this one undoes, else empty.
RunReport runSteps(StoreSession session, const std::vector<RunStep> &steps, const SeenGroups &seen, const std::string &undoes,
                   const RunOptions &options);

/// What the disk holds for each of @p steps before they are done; a later step sees what an earlier one will have moved.
/// Of a group that is still the directory in @p seen the snapshots are believed; the others are listed.
std::vector<StepFacts> readFacts(const StoreSession &session, const std::vector<RunStep> &steps, const SeenGroups &seen);

} // namespace espalier
