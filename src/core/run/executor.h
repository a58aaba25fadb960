// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/session.h"
#include "core/plan/configplan.h"
#include "core/plan/plan.h"
#include "core/run/journal.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace espalier {

struct RunProgress
{
    std::size_t done = 0; ///< Steps.
    std::size_t total = 0;
    std::string current; ///< "vm/100"
};

struct RunOptions
{
    std::stop_token stop; ///< Asked between steps: what was begun is ended.
    /// Whoever wanted the run is gone, and did not mean to stop it: one that is stopped has no end in its journal then, and so counts as
    /// interrupted.
    std::stop_token abandoned{};
    std::function<void(const RunProgress &)> progress;
    /// `.lock` is let go for a moment after this time: a garbage collection that starts while it is held fails
    /// (locking-and-safety §11).
    std::chrono::milliseconds longestHold = std::chrono::seconds(60);
    std::size_t maxLocks = 0; ///< Snapshot locks held at once; 0: as many as the system lets this process have.
    bool keepGoing = false;   ///< Do what can be done: leave out what is refused or not decided, and go on after a failure.
};

struct StepOutcome
{
    RunStep step;
    StepState state = StepState::Intended; ///< Intended: not reached.
    std::optional<Error> error{};
    std::optional<Error> note{};         ///< Of a completed step: what stayed as it was, and why.
    std::vector<SnapshotTime> gone{};    ///< Snapshots that it removed for good.
    std::optional<std::size_t> change{}; ///< Which of the report's changes it belongs to.
};

/// What a run did.
struct RunReport
{
    std::string runId; ///< Empty where nothing was begun.
    std::vector<StepOutcome> steps;
    std::vector<Change> changes{}; ///< That the steps belong to; empty where no plan was executed.
    std::optional<Error> failure;  ///< What ended it early.
    bool stopped = false;          ///< Somebody asked to stop.
    bool isUnknown = false;        ///< The connection was lost on the way: only the history tells what was done.

    std::size_t done() const;
    bool complete() const { return !failure && !stopped && done() == steps.size(); }
};

/// Does the steps of @p plan, in order, under PBS's locks, intents journaled first. Identity and write access of the store are
/// read again before, all verdicts are asked again under the locks. The first failure ends the run; that step changed nothing,
/// unless its effects in the journal say otherwise (a group with more snapshots than locks can be held goes in batches).
/// Where the plan is not ready (refused or unresolved steps) nothing is done, unless the options say to keep going. Runs on the calling thread, which acts as the
/// store's owner meanwhile. The pauses of @p config come before the steps of the plan, its edits behind them, and only if all of them
/// were done.
RunReport executePlan(StoreSession session, const Plan &plan, const RunOptions &options = {}, const ConfigPlan &config = {});

/// What write access and activity say about @p step, as checkAllowed() of a change.
Verdict checkAllowed(const RunStep &step, const PlanContext &context);

/// Those of @p changes that the run of @p report has not done completely.
std::vector<Change> changesLeft(std::span<const Change> changes, const RunReport &report);

/// The runs that worked on the store of @p session.
Result<History> readHistory(const StoreSession &session);

} // namespace espalier
