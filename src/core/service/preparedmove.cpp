// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/preparedmove.h"

#include <algorithm>

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

/// Whether finishing it takes away no more than what had begun to go: a prune, or a move to another datastore.
bool onlyFinishes(const JournalRun &run)
{
    return std::ranges::all_of(run.steps, [](const JournalStep &step) {
        const auto *removal = std::get_if<RunRemoveSnapshots>(&step.step);
        const auto *ns = std::get_if<RunDeleteNamespace>(&step.step);
        return (removal && removal->isPrune) || (ns && ns->onlyIfEmpty);
    });
}

/// A snapshot that lost its manifest on its way out, by a run that failed or was interrupted, would look like a backup that never ended.
Done finishRemovals(StoreService &service)
{
    const auto history = service.history();
    if (!history)
        return failWith(history);
    for (const JournalRun &run : history->runs) {
        if (!isRecoverable(run) || !onlyFinishes(run))
            continue;
        const auto recovery = service.planRecovery(run.id);
        if (!recovery)
            return failWith(recovery);
        if (recovery->count(RecoveryStep::State::Partly) == 0)
            continue;
        RunOptions options;
        options.keepGoing = true;
        (void)service.executeRecovery(*recovery, options); // what it leaves shows in the plan
    }
    return {};
}

Result<PlaceState> openWritable(StoreService &service)
{
    auto state = service.refresh();
    if (state && !state->access.allowed)
        return std::unexpected(*state->access.reason);
    return state;
}

/// Memory is gone with the next start, and a directory that is laid over others may show what is removed as if it were a copy.
Done checkLasting(const PlaceState &from, const PlaceState &to)
{
    const bool isVolatile = to.volume == "tmpfs" && from.volume != "tmpfs";
    const bool isOverlay = to.volume == "overlayfs" && from.identity.device != to.identity.device;
    if (!to.isDemo && (isVolatile || isOverlay))
        return fail(Error::Kind::Conflict, MessageId::StoreMoveVolatile, to.identity.path, to.volume);
    return {};
}

bool isOfSyncJobs(const Error &problem)
{
    return std::ranges::any_of(problem.args, [](const std::string &arg) { return arg.contains(fileName(ConfigFile::SyncJobs)); });
}

Done addJobs(StoreService &source, const PlaceState &from, StoreService &target, const PlaceState &to, VanishingCopies &copies)
{
    const auto ofSource = source.readReferences(from.access.storeName);
    const auto ofTarget = ofSource ? target.readReferences(to.access.storeName) : ofSource;
    if (!ofTarget)
        return failWith(ofTarget);
    for (const HostReferences *references : {&*ofSource, &*ofTarget}) {
        const auto problem = std::ranges::find_if(references->problems, isOfSyncJobs);
        if (problem != references->problems.end())
            return std::unexpected(*problem); // nobody knows what they would remove
    }
    copies.add({.fromSource = vanishingFrom(ofSource->jobs, from.access.storeName),
                .intoTarget = vanishingInto(ofTarget->jobs, to.access.storeName)});
    return {};
}

} // namespace

Result<StoreMovePlan> prepareStoreMove(StoreService &source, StoreService &target, const StoreMove &what, const VanishingCopies &own,
                                       MovePreparation preparation, const ScanOptions &reading)
{
    for (const StoreService *service : {&source, &target}) {
        if (const auto session = service->localSession(); !session)
            return failWith(session);
    }
    const auto from = openWritable(source);
    const auto to = from ? openWritable(target) : from;
    if (!to)
        return failWith(to);
    if (const Done differ = checkDifferentStores(source.place(), *from, target.place(), *to); !differ)
        return failWith(differ);
    if (const Done lasts = checkLasting(*from, *to); !lasts)
        return failWith(lasts);
    if (preparation == MovePreparation::CleanUp) {
        if (const Done finished = finishRemovals(source); !finished)
            return failWith(finished);
        if (const Done cleaned = target.cleanSyncLeftovers(); !cleaned)
            return failWith(cleaned);
    }
    const auto sourceTree = readTree(source, reading);
    const auto targetTree = sourceTree ? readTree(target, reading) : sourceTree;
    if (!targetTree)
        return failWith(targetTree);
    VanishingCopies copies = own;
    if (const Done told = addJobs(source, *from, target, *to, copies); !told)
        return failWith(told);
    return planStoreMove(*sourceTree, *targetTree, what).transform([&copies](StoreMovePlan plan) {
        refuseVanishing(plan, copies);
        return plan;
    });
}

StoreMoveReport runStoreMove(StoreService &source, StoreService &target, const StoreMovePlan &plan, const StoreMoveOptions &options)
{
    StoreMoveReport report;
    const auto from = source.localSession();
    const auto to = from ? target.localSession() : from;
    if (to)
        return runStoreMove(*from, *to, plan, options);
    report.failure = to.error();
    return report;
}

} // namespace espalier
