// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/preparedsync.h"

#include "core/service/cancellable.h"

namespace espalier {

namespace {

constexpr unsigned workersOverSsh = 4; ///< Each group waits for a few answers, one after the other; those of others come meanwhile.

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
    const bool isFar = source->place().kind() != Place::Kind::Directory || target->place().kind() != Place::Kind::Directory;
    SyncRunOptions chosen = options;
    if (chosen.workers == 0)
        chosen.workers = isFar ? workersOverSsh : 1;
    const auto from = source->syncSource();
    return from ? target->sync(**from, plan, chosen) : failedSync(from.error());
}

Result<SyncPlan> PreparedSync::planNow(const SyncOptions &job, const ScanOptions &reading) const
{
    if (const Done cleaned = target->cleanSyncLeftovers(); !cleaned)
        return failWith(cleaned);
    const auto sourceTree = readTree(*source, reading);
    const auto targetTree = sourceTree ? readTree(*target, reading) : sourceTree;
    return targetTree ? planSync(*sourceTree, *targetTree, job) : failWith(targetTree);
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
    auto plan = prepared.planNow(job, reading);
    if (!plan)
        return failWith(plan);
    prepared.plan = *std::move(plan);
    prepared.sourceIdentity = sourceState->identity;
    prepared.targetIdentity = targetState->identity;
    return prepared;
}

} // namespace espalier
