// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/invocation.h"

namespace espalier::cli {

/// @name The commands, each with its whole work: prints, and tells how it ended
/// @{
ExitCode runTree(Invocation &invocation);
ExitCode runFindings(Invocation &invocation);
ExitCode runOverlaps(Invocation &invocation);
ExitCode runShow(Invocation &invocation);
ExitCode runMove(Invocation &invocation);
ExitCode runListNamespaces(Invocation &invocation);
ExitCode runCreateNamespace(Invocation &invocation);
ExitCode runMoveNamespace(Invocation &invocation);
ExitCode runRenameNamespace(Invocation &invocation);
ExitCode runCopyNamespaces(Invocation &invocation);
ExitCode runDeleteNamespace(Invocation &invocation);
ExitCode runMergeGroups(Invocation &invocation);
ExitCode runChangeOwner(Invocation &invocation);
ExitCode runNotes(Invocation &invocation);
ExitCode runProtect(Invocation &invocation);
ExitCode runUnprotect(Invocation &invocation);
ExitCode runDeleteSnapshots(Invocation &invocation);
ExitCode runDeleteGroups(Invocation &invocation);
ExitCode runApply(Invocation &invocation);
ExitCode runUndo(Invocation &invocation);
ExitCode runRecover(Invocation &invocation);
ExitCode runHistory(Invocation &invocation);
ExitCode runSchedule(Invocation &invocation);
ExitCode runSimulatePrune(Invocation &invocation);
ExitCode runPreviewPrune(Invocation &invocation);
ExitCode runPrune(Invocation &invocation);
ExitCode runListPruneJobs(Invocation &invocation);
ExitCode runShowPruneJob(Invocation &invocation);
ExitCode runPruneJob(Invocation &invocation);
ExitCode runCreatePruneJob(Invocation &invocation);
ExitCode runEditPruneJob(Invocation &invocation);
ExitCode runRemovePruneJob(Invocation &invocation);
ExitCode runImportPruneJobs(Invocation &invocation);
ExitCode runExportPruneJobs(Invocation &invocation);
ExitCode runEnablePruneJob(Invocation &invocation);
ExitCode runDisablePruneJob(Invocation &invocation);
ExitCode runSync(Invocation &invocation);
ExitCode runPreviewSync(Invocation &invocation);
ExitCode runMoveToStore(Invocation &invocation);
ExitCode runListSyncJobs(Invocation &invocation);
ExitCode runShowSyncJob(Invocation &invocation);
ExitCode runSyncJob(Invocation &invocation);
ExitCode runCreateSyncJob(Invocation &invocation);
ExitCode runEditSyncJob(Invocation &invocation);
ExitCode runRemoveSyncJob(Invocation &invocation);
ExitCode runEnableSyncJob(Invocation &invocation);
ExitCode runDisableSyncJob(Invocation &invocation);
ExitCode runImportSyncJobs(Invocation &invocation);
ExitCode runExportSyncJobs(Invocation &invocation);
ExitCode runShowMaintenance(Invocation &invocation);
ExitCode runSetMaintenance(Invocation &invocation);
ExitCode runClearMaintenance(Invocation &invocation);
ExitCode runRunDue(Invocation &invocation);
ExitCode runInstallTimer(Invocation &invocation);
ExitCode runRemoveTimer(Invocation &invocation);
ExitCode runTimerStatus(Invocation &invocation);
ExitCode runDemo(Invocation &invocation);
ExitCode runHelp(Invocation &invocation);
ExitCode runVersion(Invocation &invocation);
/// @}

/// Undoes the run of this id, whatever the command line names; the last one where it is empty.
ExitCode runUndo(Invocation &invocation, const std::string &runId);

/// Prints what --help prints for @p command; for all where it is null.
void printHelp(Output &output, const CommandSpec *command);

} // namespace espalier::cli
