// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/prunewarnings.h"

#include "core/pbs/groupfilter.h"

#include <algorithm>
#include <optional>
#include <string>

namespace espalier {

namespace {

constexpr std::int64_t day = 86'400;
constexpr std::int64_t oldAfter = 14 * day;
constexpr std::int64_t oldAfterDistances = 3; ///< Of those that backups of the group usually have.

/// What the end of a sync job covers that is the source and lies in @p store; nothing where there is none.
std::optional<NamespaceRange> sourceRange(const JobReference &job, std::string_view store)
{
    if (!job.sync)
        return std::nullopt;
    if (job.sync->isPush)
        return job.store == store ? std::optional(job.range) : std::nullopt;
    return job.sync->remote.empty() && job.sync->remoteStore == store ? std::optional(job.otherRange()) : std::nullopt;
}

std::string targetName(const JobReference &job)
{
    if (!job.sync->isPush)
        return job.store;
    return job.sync->remote.empty() ? job.sync->remoteStore : job.sync->remote + ":" + job.sync->remoteStore;
}

Error warning(MessageId id, std::vector<std::string> args)
{
    return {Error::Kind::Conflict, id, std::move(args), 0};
}

void warnOfOldGroups(const PrunePlan &plan, std::int64_t now, std::vector<Error> &warnings)
{
    std::size_t count = 0;
    const GroupPrune *worst = nullptr;
    for (const GroupPrune &prune : plan.groups) {
        if (prune.counts.removed == 0 || !hasOnlyOldBackups(*prune.group, now))
            continue;
        ++count;
        if (!worst || *prune.newest() < *worst->newest())
            worst = &prune;
    }
    if (worst)
        warnings.push_back(
            warning(MessageId::PruneNewestOld,
                    {std::to_string(count), worst->group->id.toString(), worst->ns.toString(), worst->newest()->toString()}));
}

void warnOfCopies(const PrunePlan &plan, std::span<const JobReference> jobs, std::string_view store, std::vector<Error> &warnings)
{
    for (const JobReference &job : jobs) {
        const auto range = sourceRange(job, store);
        if (!range || !job.sync->removesVanished)
            continue;
        std::size_t removed = 0;
        for (const GroupPrune &prune : plan.groups) {
            if (range->covers(prune.ns) && applyFilters(job.filters, prune.group->id) != FilterAnswer::No)
                removed += prune.counts.removed;
        }
        if (removed > 0)
            warnings.push_back(warning(MessageId::PruneReachesCopies, {job.id, targetName(job), std::to_string(removed)}));
    }
}

void warnOfJobs(const PrunePlan &plan, std::span<const JobReference> jobs, std::string_view store, std::vector<Error> &warnings)
{
    const auto counts = [store](const JobReference &job) { return job.kind == JobKind::Prune && !job.isDisabled && job.store == store; };
    for (auto one = jobs.begin(); one != jobs.end(); ++one) {
        for (auto other = one + 1; other != jobs.end(); ++other) {
            if (!counts(*one) || !counts(*other))
                continue;
            const auto shared = std::ranges::count_if(
                plan.groups, [&](const GroupPrune &prune) { return one->range.covers(prune.ns) && other->range.covers(prune.ns); });
            if (shared > 0)
                warnings.push_back(warning(MessageId::PruneJobsOverlap, {one->id, other->id, std::to_string(shared)}));
        }
    }
}

bool keepsOnlyLast(const KeepOptions &options)
{
    return std::ranges::all_of(allKeepRules, [&](KeepRule rule) { return options[rule].has_value() == (rule == KeepRule::Last); });
}

} // namespace

std::int64_t usualDistance(const Group &group)
{
    std::vector<std::int64_t> distances;
    std::optional<std::int64_t> last;
    for (const Snapshot &snapshot : group.snapshots) {
        if (!snapshot.finished)
            continue;
        if (last)
            distances.push_back(snapshot.time.epoch() - *last);
        last = snapshot.time.epoch();
    }
    if (distances.empty())
        return 0;
    const auto middle = distances.begin() + std::ssize(distances) / 2;
    std::ranges::nth_element(distances, middle);
    return *middle;
}

bool hasOnlyOldBackups(const Group &group, std::int64_t now)
{
    const auto newest = newestFinished(group);
    return newest && now - newest->epoch() > std::max(oldAfter, oldAfterDistances * usualDistance(group));
}

std::vector<Error> pruneWarnings(const PrunePlan &plan, std::span<const JobReference> jobs, std::string_view store, std::int64_t now)
{
    std::vector<Error> warnings;
    warnOfOldGroups(plan, now, warnings);
    warnOfCopies(plan, jobs, store, warnings);
    warnOfJobs(plan, jobs, store, warnings);
    if (plan.options.keepsAll())
        warnings.push_back(warning(MessageId::PruneKeepsEverything, {}));
    if (keepsOnlyLast(plan.options))
        warnings.push_back(warning(MessageId::PruneKeepsOnlyLast, {std::to_string(*plan.options.last)}));
    return warnings;
}

} // namespace espalier
