// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncjobwish.h"

namespace espalier {

namespace {

/// What is not said is what PBS takes for no.
std::optional<bool> said(bool value)
{
    return value ? std::optional(true) : std::nullopt;
}

std::optional<NamespacePath> said(const NamespacePath &ns)
{
    return ns.isRoot() ? std::nullopt : std::optional(ns);
}

/// Names are for people and for a PBS that the job is exported to; those of a saved job stay while its places do.
void setEnds(OwnSyncJob &saved, const SyncJobWish &wish)
{
    SyncJob &job = saved.job;
    const SyncJobWish::End &here = job.isPush() ? wish.source : wish.target;
    const SyncJobWish::End &there = job.isPush() ? wish.target : wish.source;
    if (saved.notes.place != here.place)
        job.store = here.name;
    if (saved.notes.remotePlace != there.place)
        job.remoteStore = there.name;
    saved.notes.place = here.place;
    saved.notes.remotePlace = there.place;
    job.ns = said(job.isPush() ? wish.options.source : wish.options.target);
    job.remoteNs = said(job.isPush() ? wish.options.target : wish.options.source);
}

/// A pull's limit is another property than a push's; that of the other direction stays.
void setPace(SyncJob &job, const SyncPace &pace)
{
    job.workerThreads = pace.workers > 0 ? std::optional<std::uint64_t>(pace.workers) : std::nullopt;
    (job.isPush() ? job.rateOut : job.rateIn) = pace.rate;
    (job.isPush() ? job.burstOut : job.burstIn) = pace.burst;
}

} // namespace

OwnSyncJob jobOf(const SyncJobWish &wish)
{
    OwnSyncJob saved = wish.before.value_or(OwnSyncJob());
    setEnds(saved, wish);
    SyncJob &job = saved.job;
    const SyncOptions &options = wish.options;
    job.id = wish.entry.id;
    job.schedule = wish.entry.schedule;
    job.comment = wish.entry.comment.empty() ? std::nullopt : std::optional(wish.entry.comment);
    if (const auto owner = AuthId::fromString(options.owner))
        job.owner = *owner;
    job.maxDepth = options.maxDepth;
    job.filters = options.filters;
    job.transferLast = options.transferLast;
    job.removeVanished = said(options.removeVanished);
    job.encryptedOnly = said(options.encryptedOnly);
    job.verifiedOnly = said(options.verifiedOnly);
    job.resyncCorrupt = said(options.resyncCorrupt);
    setPace(job, wish.pace);
    saved.notes.isDisabled = !wish.entry.isEnabled;
    if (options.removeVanished && wish.seen) {
        saved.notes.approved = RemovalBudget{.snapshots = wish.seen->snapshots, .mayEmptyGroups = wish.seen->emptied() > 0};
        saved.notes.approvedStores = {.target = wish.target.mark, .source = wish.source.mark};
    } else if (!wish.before || !haveSameRules(*wish.before, saved)) {
        saved.notes.approved.reset();
    }
    return saved;
}

bool haveSameRules(const OwnSyncJob &one, const OwnSyncJob &other)
{
    return removalRules(one.job.toSection(), one.notes) == removalRules(other.job.toSection(), other.notes);
}

SyncPace paceOf(const SyncJob &job)
{
    return {.workers = unsigned(job.workerThreads.value_or(0)),
            .rate = job.isPush() ? job.rateOut : job.rateIn,
            .burst = job.isPush() ? job.burstOut : job.burstIn};
}

SyncJobPage::Entry entryOf(const OwnSyncJob &job)
{
    return {
        .id = job.job.id, .schedule = job.job.schedule, .comment = job.job.comment.value_or(std::string()), .isEnabled = job.isEnabled()};
}

} // namespace espalier
