// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/executor.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace espalier {

using SeenGroups = std::vector<std::shared_ptr<const Group>>;

/// The run that is undone; empty for one that undoes nothing.
struct Undone
{
    std::string run;
    bool partly = false;
};

/// Does @p steps as one run with a journal of its own; what executePlan() and executeUndo() share.
/// @p seen: for each step the group as it was seen when the step was planned, or null; shorter where nothing is known.
RunReport runSteps(StoreSession session, const std::vector<RunStep> &steps, const SeenGroups &seen, const Undone &undone,
                   const RunOptions &options);

/// A step of a run that is gone on with.
struct ResumedStep
{
    std::size_t index = 0; ///< In the run's journal.
    RunStep step;          ///< As it is to be done now.
    StepFacts facts;
    std::uint64_t newInode = 0; ///< Of the directory that an earlier attempt made for its group.
    bool isDone = false;        ///< The disk shows it already: only the journal is told.
};

/// Does @p steps as the rest of the run @p runId, in its journal.
RunReport resumeSteps(StoreSession session, const std::string &runId, const std::vector<ResumedStep> &steps, const RunOptions &options);

/// What the disk holds for each of @p steps before they are done; a later step sees what an earlier one will have moved.
/// Of a group that is still the directory in @p seen the snapshots are believed; the others are listed. Fails where something that is
/// there cannot be read: without it nobody could finish or undo the run.
Result<std::vector<StepFacts>> readFacts(const StoreSession &session, const std::vector<RunStep> &steps, const SeenGroups &seen);

} // namespace espalier
