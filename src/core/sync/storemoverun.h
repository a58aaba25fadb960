// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/session.h"
#include "core/plan/storemoveplan.h"
#include "core/run/executor.h"
#include "core/sync/syncrun.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace espalier {

struct StoreMoveProgress
{
    enum class Stage : unsigned char { Copying, Comparing, Removing };

    Stage stage = Stage::Copying;
    std::size_t groups = 0; ///< Done in this stage.
    std::size_t groupsOfAll = 0;
    std::uint64_t bytes = 0; ///< Of chunks: copied, or read back.
    std::string current{};   ///< "vm/100" or a snapshot of it.
    bool waits = false;      ///< For a garbage collection of the target.
};

struct StoreMoveOptions
{
    bool keepGoing = false; ///< Leave out what is refused.
    unsigned threads = 0;   ///< See ChunkCopyOptions.
    std::chrono::milliseconds longestHold = std::chrono::minutes(10);
    std::stop_token stop{};
    std::function<void(const StoreMoveProgress &)> progress{}; ///< From any thread, never from two at once.
    std::function<void(const SyncEvent &)> log{};              ///< From the thread that runs.
};

/// What a move did.
struct StoreMoveReport
{
    std::vector<Error> problems{};  ///< Each says what was not moved, and why.
    std::optional<Error> failure{}; ///< What ended it early.
    bool stopped = false;
    std::size_t copied = 0; ///< Snapshots that the target did not have.
    ChunkCount chunks{};
    std::size_t compared = 0; ///< Snapshots.
    std::size_t removedSnapshots = 0;
    std::size_t removedGroups = 0;
    std::size_t removedNamespaces = 0;
    std::vector<RunReport> removals{}; ///< At the source, as runs with journals of their own.

    bool isOk() const { return problems.empty() && !failure && !stopped; }
};

/// Copies what @p plan says as a sync does, compares every snapshot of each group with its copy, and then removes those at the source that
/// are still what was compared, while their copies are: so whatever ends it early, each snapshot is whole at the source or at the target,
/// and doing it again goes on. A group of which a snapshot could not be copied or is not the same stays as a whole. Nothing more is
/// removed once somebody asked to stop. Where the plan is not ready nothing is done, unless the options say to keep going. Runs on the
/// calling thread, which acts as the owners of both datastores meanwhile.
StoreMoveReport runStoreMove(const StoreSession &source, const StoreSession &target, const StoreMovePlan &plan,
                             const StoreMoveOptions &options);

} // namespace espalier
