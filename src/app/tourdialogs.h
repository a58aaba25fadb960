// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tourscene.h"

namespace espalier {

/// @name What a tour does with groups that moved; the demo is open
/// @{
bool moveGroups(TourScene &scene, std::size_t count); ///< From the root, and applies it.
bool undoLastRun(TourScene &scene);                   ///< And waits until everything has been read again.
/// Makes the last run look as if a power failure had ended it before its last step.
bool interruptLastRun(TourScene &scene);
/// @}

/// @name Pictures of dialogs, which are then left without a decision
/// @{
bool pictureOfMerge(TourScene &scene, const QString &name);
bool pictureOfRename(TourScene &scene, const QString &name);
bool pictureOfOwner(TourScene &scene, const QString &name);
bool pictureOfNotes(TourScene &scene, const QString &name);
bool pictureOfUndo(TourScene &scene, const QString &name); ///< Of the last run, with a group left out.
bool pictureOfRecovery(TourScene &scene, const QString &name);
/// Of the question that comes before a group and some snapshots of another one are removed; nothing is.
bool pictureOfRemoval(TourScene &scene, const QString &name);
/// @}

/// A plan with every verdict; the PBS of writeConcernedPbs() is there.
bool pictureOfVerdicts(TourScene &scene, const QString &name);

/// The page of what else is concerned, of pending changes.
bool pictureOfConsequences(TourScene &scene, const QString &name);
bool pictureOfChangesAlong(TourScene &scene, const QString &name); ///< The same, and those that can be are changed along.

/// Writes the configuration of a PBS that has the datastore @p path below @p root, with jobs and rules that name what the tour moves.
bool writeConcernedPbs(const QString &root, const QString &path);

} // namespace espalier
