// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/scan.h"
#include "core/datastore/session.h"
#include "core/sync/syncrun.h"
#include "remote/backend.h"

#include <functional>
#include <memory>
#include <optional>

/// The work of a sync that was started in the window: for a worker, because every function reads the disk.
namespace espalier {

using SessionOpener = std::function<Result<StoreSession>(const Place &)>;

/// Opens a datastore of this computer as @p options say. Fails as StoreSession::open() does.
Result<StoreSession> openLocalSession(const Place &place, const BackendOptions &options);

/// What shall be copied from where to where.
struct SyncWish
{
    Place source;
    Place target;
    SyncOptions options;
};

/// Both ends as they are now, and what the wish means there.
struct PreparedSync
{
    StoreSession source;
    StoreSession target;
    SyncPlan plan;
};

/// Opens both ends, cleans up behind syncs that ended early, and reads everything. Fails where the target may not be written, where both
/// are one datastore, and as scan() and planSync() do.
Result<std::shared_ptr<const PreparedSync>> prepareSync(const SyncWish &wish, const SessionOpener &open, const ScanOptions &reading);

/// Prepares again and copies. What is removed has been agreed to; where anything else would go by now, nothing is done at all, and the
/// answer is empty.
Result<std::optional<SyncReport>> copyAsAgreed(const SyncWish &wish, const SessionOpener &open, const Removals &agreed,
                                               SyncRunOptions options);

} // namespace espalier
