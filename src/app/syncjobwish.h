// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/syncjobpage.h"
#include "app/syncpace.h"
#include "core/jobs/ownjobs.h"

#include <optional>

namespace espalier {

/// A sync that was looked at and shall become one of the user's own jobs.
struct SyncJobWish
{
    /// One end as the window knows it.
    struct End
    {
        std::string place;  ///< Place::toString()
        std::string name;   ///< As its PBS calls it, or its directory.
        std::string mark{}; ///< storeMark()
    };

    std::optional<OwnSyncJob> before{}; ///< The job as it was saved; nothing: a new one.
    End source;
    End target;
    SyncOptions options;
    SyncPace pace{};
    SyncJobPage::Entry entry;
    std::optional<Removals> seen{}; ///< What somebody saw that goes; it sets the budget of runs that nobody watches.
};

/// The job with all that was entered; of one that was there before, what is not shown here stays. A new one pulls.
OwnSyncJob jobOf(const SyncJobWish &wish);

/// Whether both remove the same in any case, so that what was approved of one holds for the other.
bool haveSameRules(const OwnSyncJob &one, const OwnSyncJob &other);

/// What a saved job asks of the editor.
SyncPace paceOf(const SyncJob &job);
SyncJobPage::Entry entryOf(const OwnSyncJob &job);

} // namespace espalier
