// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/syncpace.h"
#include "core/service/preparedsync.h"

#include <memory>
#include <optional>

/// The work of a sync that was started in the window: for a worker, because every function waits for disks and hosts.
namespace espalier {

/// What shall be copied from where to where.
struct SyncWish
{
    Place source;
    Place target;
    SyncOptions options;
    SyncPace pace{};
};

/// Both ends as they are now, and what the wish means there. Fails as espalier::prepareSync() does.
Result<std::shared_ptr<const PreparedSync>> prepareSync(const SyncWish &wish, const ServiceOpener &open, const ScanOptions &reading);

/// Copies what was prepared. Where something is removed, people had to think about it: both ends are read again, and where anything but
/// what was agreed to would go by now, nothing is done at all, and the answer is empty.
Result<std::optional<SyncReport>> copyAsAgreed(const PreparedSync &prepared, const Removals &agreed, SyncRunOptions options);

} // namespace espalier
