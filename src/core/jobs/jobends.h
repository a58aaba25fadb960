// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/place.h"
#include "core/jobs/ownjobs.h"
#include "core/plan/vanishingcopies.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier {

struct SyncJobEnds
{
    Place source;
    Place target;
};

/// Where the backups of a job come from and go to. Fails where it cannot run from here: with the first of problemsOf(), JobPlaceUnknown,
/// or PlaceMalformed.
Result<SyncJobEnds> endsOf(const OwnSyncJob &own);

/// Those of @p jobs that are enabled and copy from the datastore at @p place, as pushes of a server that calls it @p store.
std::vector<JobReference> copiesFrom(const std::vector<OwnSyncJob> &jobs, std::string_view place, const std::string &store);

/// What enabled and disabled ones of @p jobs would remove once something was moved from the datastore at @p source to the one at @p target.
VanishingCopies vanishingBy(const std::vector<OwnSyncJob> &jobs, std::string_view source, std::string_view target);

} // namespace espalier
