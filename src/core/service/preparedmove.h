// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/storemoveplan.h"
#include "core/plan/vanishingcopies.h"
#include "core/service/storeservice.h"
#include "core/sync/storemoverun.h"

namespace espalier {

/// What planning a move may do to the datastores.
enum class MovePreparation : unsigned char {
    Look,    ///< Nothing.
    CleanUp, ///< What moves and syncs that ended early left half made or half removed goes away.
};

/// Reads two open datastores and plans a move from one into the other. Sync jobs of their PBS that would remove the only one of something
/// then, and those that @p own tells of, refuse it. Fails with StoreMoveOnHost where one of them is not worked on by this process, with
/// SyncSameStore, with StoreMoveVolatile where the target's files may not last, where one may not be written, where its jobs cannot be read,
/// and as planStoreMove() does. For workers.
Result<StoreMovePlan> prepareStoreMove(StoreService &source, StoreService &target, const StoreMove &what, const VanishingCopies &own,
                                       MovePreparation preparation, const ScanOptions &reading);

/// As the other function of this name.
StoreMoveReport runStoreMove(StoreService &source, StoreService &target, const StoreMovePlan &plan, const StoreMoveOptions &options);

} // namespace espalier
