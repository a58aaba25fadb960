// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/preparedsync.h"

#include "core/service/cancellable.h"

namespace espalier {

namespace {

Result<Tree> readTree(StoreService &service, const ScanOptions &reading)
{
    const auto scanned = service.scan(reading);
    if (!scanned)
        return failWith(scanned);
    auto detailed = service.readAllDetails(scanned->tree, reading);
    if (!detailed)
        return failWith(detailed);
    return std::move(detailed->tree);
}

} // namespace

SyncReport PreparedSync::run(const SyncRunOptions &options) const
{
    const auto from = source->syncSource();
    return from ? target->sync(**from, plan, options) : failedSync(from.error());
}

Result<PreparedSync> prepareSync(const Place &source, const Place &target, const SyncOptions &job, const ServiceOpener &open,
                                 const ScanOptions &reading)
{
    PreparedSync prepared{open(source), open(target), {}};
    const auto sourceState = openStoppably(*prepared.source, reading.stop);
    const auto targetState = sourceState ? openStoppably(*prepared.target, reading.stop) : sourceState;
    if (!targetState)
        return failWith(targetState);
    if (const Done differ = checkDifferentStores(source, *sourceState, target, *targetState); !differ)
        return failWith(differ);
    if (const Done cleaned = prepared.target->cleanSyncLeftovers(); !cleaned)
        return failWith(cleaned);
    const auto sourceTree = readTree(*prepared.source, reading);
    const auto targetTree = sourceTree ? readTree(*prepared.target, reading) : sourceTree;
    if (!targetTree)
        return failWith(targetTree);
    auto plan = planSync(*sourceTree, *targetTree, job);
    if (!plan)
        return failWith(plan);
    prepared.plan = *std::move(plan);
    return prepared;
}

} // namespace espalier
