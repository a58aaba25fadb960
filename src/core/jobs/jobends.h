// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/place.h"
#include "core/jobs/ownjobs.h"

namespace espalier {

struct SyncJobEnds
{
    Place source;
    Place target;
};

/// Where the backups of a job come from and go to. Fails where it cannot run from here: with the first of problemsOf(), JobPlaceUnknown,
/// or PlaceMalformed.
Result<SyncJobEnds> endsOf(const OwnSyncJob &own);

} // namespace espalier
