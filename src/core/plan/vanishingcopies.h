// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/jobreference.h"
#include "core/plan/storemoveplan.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// One end of a sync job that removes what vanished.
struct VanishingEnd
{
    std::string job;
    std::string farStore; ///< The other end, for people.
    NamespaceRange range;
    std::vector<GroupFilter> filters{};
};

/// The sync jobs that would remove what a move to another datastore leaves as the only one: in time the only copy would be gone.
struct VanishingCopies
{
    std::vector<VanishingEnd> fromSource{}; ///< Copy from where things are moved away: what they copied goes.
    std::vector<VanishingEnd> intoTarget{}; ///< Copy into where things come to: what their source does not have goes.

    void add(const VanishingCopies &others);
};

/// Those of @p jobs that copy from, or into, the datastore that their server calls @p store.
std::vector<VanishingEnd> vanishingFrom(const std::vector<JobReference> &jobs, std::string_view store);
std::vector<VanishingEnd> vanishingInto(const std::vector<JobReference> &jobs, std::string_view store);

/// Refuses the groups of @p plan that would go, or whose copies would, with SyncDeletesArrivals or SyncDeletesCopies.
void refuseVanishing(StoreMovePlan &plan, const VanishingCopies &copies);

} // namespace espalier
