// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobends.h"

namespace espalier {

namespace {

Result<Place> placeOf(const OwnSyncJob &own, const std::string &text)
{
    if (text.empty())
        return fail(Error::Kind::NotFound, MessageId::JobPlaceUnknown, own.job.id);
    return Place::fromString(text, "/");
}

} // namespace

Result<SyncJobEnds> endsOf(const OwnSyncJob &own)
{
    if (const auto problems = problemsOf(own.job, SyncEnds::Placed); !problems.empty())
        return std::unexpected(problems.front());
    auto source = placeOf(own, own.source());
    auto target = placeOf(own, own.target());
    if (!source || !target)
        return source ? failWith(target) : failWith(source);
    return SyncJobEnds{*std::move(source), *std::move(target)};
}

std::vector<JobReference> copiesFrom(const std::vector<OwnSyncJob> &jobs, std::string_view place, const std::string &store)
{
    std::vector<JobReference> references;
    for (const OwnSyncJob &own : jobs) {
        if (own.source() != place || own.notes.isDisabled)
            continue;
        const SyncOptions options = own.job.options();
        JobReference reference{.kind = JobKind::Sync, .id = own.job.id, .store = store, .range = {}, .filters = own.job.filters};
        reference.range = {options.source, options.maxDepth};
        reference.sync = SyncReference{.isPush = true,
                                       .removesVanished = options.removeVanished,
                                       .remote = {},
                                       .remoteHost = {},
                                       .remoteStore = own.target(),
                                       .remoteNs = options.target,
                                       .owner = own.job.owner};
        references.push_back(std::move(reference));
    }
    return references;
}

VanishingCopies vanishingBy(const std::vector<OwnSyncJob> &jobs, std::string_view source, std::string_view target)
{
    VanishingCopies copies;
    for (const OwnSyncJob &own : jobs) {
        const SyncOptions options = own.job.options();
        if (!options.removeVanished)
            continue;
        if (own.source() == source)
            copies.fromSource.push_back({own.job.id, own.target(), {options.source, options.maxDepth}, options.filters});
        if (own.target() == target)
            copies.intoTarget.push_back({own.job.id, own.source(), {options.target, options.maxDepth}, options.filters});
    }
    return copies;
}

} // namespace espalier
