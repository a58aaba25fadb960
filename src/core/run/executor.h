// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/host.h"
#include "core/fs/filesystem.h"
#include "core/plan/plan.h"
#include "core/run/journal.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace espalier {

/// Where a run acts. Values and shared handles: may be handed to a worker thread.
struct RunPlace
{
    std::shared_ptr<fs::FileSystem> fileSystem;
    OpenedStore store;
    WriteAccess access;
    PbsHost host; ///< Read again before the run; tells blockers by name.
};

struct RunProgress
{
    std::size_t done = 0;  ///< Steps.
    std::size_t total = 0;
    std::string current;   ///< "vm/100"
};

struct RunOptions
{
    std::stop_token stop; ///< Asked between steps: what was begun is ended.
    std::function<void(const RunProgress &)> progress;
};

struct StepOutcome
{
    RunStep step;
    StepState state = StepState::Intended; ///< Intended: not reached.
    std::optional<Error> error;
};

/// What a run did.
struct RunReport
{
    std::string runId;                ///< Empty where nothing was begun.
    std::vector<StepOutcome> steps;
    std::optional<Error> failure;     ///< What ended it early.
    bool stopped = false;             ///< Somebody asked to stop.

    std::size_t done() const;
    bool complete() const { return !failure && !stopped && done() == steps.size(); }
};

/// Does the steps of @p plan that will be done, in order, under PBS's locks, intents journaled first. All verdicts are asked
/// again under the locks. The first failure ends the run; that step changed nothing. Where the plan is not ready (refused
/// or unresolved steps) nothing is done. Runs on the calling thread, which acts as the store's owner meanwhile.
RunReport executePlan(const RunPlace &place, const Plan &plan, const RunOptions &options = {});

/// What becomes of backups that came to the new place after a run, when it is undone.
enum class NewBackups { Take, Leave };

/// One line of an undo, for people.
struct UndoStep
{
    RunStep step;
    Verdict verdict;
    std::size_t snapshots = 0;    ///< That go back.
    std::size_t newSnapshots = 0; ///< That came since the run.
};

struct UndoPlan
{
    std::string runId; ///< What it undoes.
    NewBackups newBackups = NewBackups::Take;
    std::vector<UndoStep> steps;

    bool isReady() const; ///< Something to do, nothing refused.
    std::size_t groups() const;
    std::size_t newSnapshots() const;
};

/// Plans the undoing of a run against what is on disk now. Touches nothing.
Result<UndoPlan> planUndo(const RunPlace &place, const JournalRun &run, NewBackups newBackups);

/// Does what planUndo() planned, as a run of its own.
RunReport executeUndo(const RunPlace &place, const UndoPlan &undo, const RunOptions &options = {});

/// The newest run of the store that something can be undone of and that was not undone yet, if any.
const JournalRun *lastUndoable(const std::vector<JournalRun> &history);

} // namespace espalier
