// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/executor.h"

#include <string>
#include <vector>

namespace espalier {

/// Does @p steps as one run with a journal of its own; what executePlan() and executeUndo() share.
/// @p undoes: the run that this one undoes, else empty.
RunReport runSteps(StoreSession session, const std::vector<RunStep> &steps, const std::string &undoes, const RunOptions &options);

/// What the disk holds for each of @p steps before they are done; a later step sees what an earlier one will have moved.
std::vector<StepFacts> readFacts(const StoreSession &session, const std::vector<RunStep> &steps);

} // namespace espalier
