// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/storeservice.h"

#include <functional>
#include <memory>

namespace espalier {

/// What answers for a place; not opened yet.
using ServiceOpener = std::function<std::shared_ptr<StoreService>(const Place &)>;

/// A sync whose ends are open, and what it would do with what they hold now.
struct PreparedSync
{
    std::shared_ptr<StoreService> source;
    std::shared_ptr<StoreService> target;
    SyncPlan plan;
    StoreIdentity sourceIdentity{}; ///< As they were opened.
    StoreIdentity targetIdentity{};

    SyncReport run(const SyncRunOptions &options) const;

    /// What it would do by now: cleans up behind syncs that ended early, and reads both ends again, which stay open.
    Result<SyncPlan> planNow(const SyncOptions &job, const ScanOptions &reading) const;
};

/// Opens both ends, cleans up behind syncs that ended early, and reads everything. Fails where one cannot be opened or read, where the
/// target may not be written, where both are one datastore, and as planSync() does. For workers; so is letting go of the services, which
/// may end connections.
Result<PreparedSync> prepareSync(const Place &source, const Place &target, const SyncOptions &job, const ServiceOpener &open,
                                 const ScanOptions &reading);

} // namespace espalier
