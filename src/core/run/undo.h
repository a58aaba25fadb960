// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/executor.h"

#include <set>
#include <string>
#include <string_view>
#include <variant>

namespace espalier {

/// @name An undo in steps that people read
/// @{

/// What becomes of backups that came to the new place after a run, when it is undone.
enum class NewBackups { Take, Leave };

struct UndoStep
{
    RunStep step;
    Verdict verdict;
    std::size_t snapshots = 0;    ///< That go back.
    std::size_t newSnapshots = 0; ///< That came to the new place since the run.
};

struct UndoPlan
{
    std::string runId; ///< What it undoes.
    NewBackups newBackups = NewBackups::Take;
    bool isPartial = false; ///< Only some groups of the run.
    std::vector<UndoStep> steps;
    std::vector<Error> notes; ///< What it leaves: entries of the configuration that somebody changed since, snapshots that are gone.

    bool isReady() const; ///< Something to do, and nothing refused.
    std::size_t groupsToMove() const;
    std::size_t newSnapshots() const;
};
/// @}

/// Plans the undoing of @p run against what is on disk now, last step first. Touches nothing. The disk is believed, not the
/// journal: what is back already, or never went away, gives no step. Backups that came into a group after others were merged
/// into it stay in it: nobody can tell whose they are.
/// @p only: the groups to undo, by their ids; all of the run where there are none.
Result<UndoPlan> planUndo(const StoreSession &session, const JournalRun &run, NewBackups newBackups, const std::set<GroupId> &only = {});

/// Does what planUndo() planned, as a run of its own. Nothing is done where a step is refused.
RunReport executeUndo(StoreSession session, const UndoPlan &undo, const RunOptions &options = {});

/// True where there may be something to undo: it is no undo itself, and no complete run undid it.
bool isUndoable(const JournalRun &run);

/// The newest undoable run, null where there is none.
const JournalRun *lastUndoable(const History &history);

/// True for what is left of a group where a move was interrupted between its owner and its directory.
bool isBare(const Group &group);

/// The rule for a group that goes back beneath newer backups: times do not collide, owners agree, notes do not differ.
/// @p ns is the namespace they go back to. Pure.
Verdict checkReturn(const NamespacePath &ns, const Group &returning, std::string_view returningNotes, const Group &present,
                    std::string_view presentNotes);

} // namespace espalier
