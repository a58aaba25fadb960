// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/removals.h"
#include "core/run/executor.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace espalier {

/// A step of a run that did not come to its end, as the disk shows it now.
struct RecoveryStep
{
    enum class State {
        Finished, ///< The disk shows its result.
        Partly,   ///< Some of its snapshots went along.
        NotDone,  ///< Nothing of it.
        Changed,  ///< Neither: something else changed it since; it is left as it is.
    };

    std::size_t index = 0; ///< In the run.
    RunStep step;          ///< As it would be done now.
    StepFacts facts;
    std::uint64_t newInode = 0; ///< Of the directory that was made for a group at its new place, where it could not go as a whole.
    State state = State::NotDone;
    Verdict verdict;                      ///< Of doing it now; refused where something else changed it.
    std::shared_ptr<const Group> group{}; ///< From which it removes snapshots, as it is now; null elsewhere.
};

/// What is left of a run that was interrupted, stopped or failed.
struct Recovery
{
    std::string runId;
    std::vector<RecoveryStep> steps; ///< All of the run's, in its order.

    std::size_t count(RecoveryStep::State state) const;
    bool isReady() const; ///< Nothing refused.
};

/// What finishing it removes for good.
Removals removalsOf(const Recovery &recovery);

/// Looks what became of each step of @p run. The disk is believed, not the journal. Touches nothing. Fails where the run worked on
/// another store, was undone, or somebody is at it.
Result<Recovery> planRecovery(const StoreSession &session, const JournalRun &run);

/// Finishes the run, in its own journal: what is not done is done now, under the same locks and verdicts as before. Where a step is
/// refused nothing is done, unless the options say to keep going.
RunReport executeRecovery(StoreSession session, const Recovery &recovery, const RunOptions &options = {});

/// True where there may be something to finish: it is no undo, was not undone, is not complete, and nobody is at it. An undo is
/// finished by undoing the same run again.
bool isRecoverable(const JournalRun &run);

/// The runs that were interrupted, newest first: something is to be decided about each.
std::vector<const JournalRun *> interruptedRuns(const History &history);

} // namespace espalier
