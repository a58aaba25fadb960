// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/vanishingcopies.h"

#include <algorithm>

namespace espalier {

namespace {

/// The ends of @p jobs in the store that are read (@p isRead), or written.
std::vector<VanishingEnd> endsIn(const std::vector<JobReference> &jobs, std::string_view store, bool isRead)
{
    std::vector<VanishingEnd> ends;
    for (const JobReference &job : jobs) {
        if (!job.sync || !job.sync->removesVanished)
            continue;
        const SyncReference &sync = *job.sync;
        const std::string far = sync.remote.empty() ? sync.remoteStore : sync.remote + ":" + sync.remoteStore;
        if (job.store == store && sync.isPush == isRead)
            ends.push_back({job.id, far, job.range, job.filters});
        if (sync.remote.empty() && sync.remoteStore == store && sync.isPush != isRead)
            ends.push_back({job.id, job.store, job.otherRange(), job.filters});
    }
    return ends;
}

bool isLeftOut(const VanishingEnd &end, const GroupId &group)
{
    return applyFilters(end.filters, group) == FilterAnswer::No;
}

std::optional<Error> hazardOf(const StoreMoveGroup &group, const VanishingCopies &copies)
{
    const auto refuse
        = [](MessageId id, const VanishingEnd &end) { return Error{Error::Kind::Conflict, id, {end.job, end.farStore, "1"}, 0}; };
    for (const VanishingEnd &end : copies.intoTarget) { // below its top a job asks no filter (sync-semantics §4)
        if (end.range.covers(group.to) && !(group.to == end.range.top && isLeftOut(end, group.id)))
            return refuse(MessageId::SyncDeletesArrivals, end);
    }
    for (const VanishingEnd &end : copies.fromSource) {
        if (end.range.covers(group.from) && !isLeftOut(end, group.id))
            return refuse(MessageId::SyncDeletesCopies, end);
    }
    return std::nullopt;
}

} // namespace

void VanishingCopies::add(const VanishingCopies &others)
{
    fromSource.insert(fromSource.end(), others.fromSource.begin(), others.fromSource.end());
    intoTarget.insert(intoTarget.end(), others.intoTarget.begin(), others.intoTarget.end());
}

std::vector<VanishingEnd> vanishingFrom(const std::vector<JobReference> &jobs, std::string_view store)
{
    return endsIn(jobs, store, true);
}

std::vector<VanishingEnd> vanishingInto(const std::vector<JobReference> &jobs, std::string_view store)
{
    return endsIn(jobs, store, false);
}

void refuseVanishing(StoreMovePlan &plan, const VanishingCopies &copies)
{
    for (StoreMoveGroup &group : plan.groups) {
        if (!group.refused)
            group.refused = hazardOf(group, copies);
    }
}

} // namespace espalier
