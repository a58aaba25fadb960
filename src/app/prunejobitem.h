// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/ownjobs.h"

namespace espalier {

/// A prune job as the window shows it: one of the user's own, or of a store's server.
struct PruneJobItem
{
    PruneJob job;
    JobNotes notes{}; ///< Own ones.
    bool isOwn = false;
};

/// What a preview that somebody looked at wants to be saved.
struct PruneJobWish
{
    std::string id{}; ///< Of the job that was edited; empty: a new one.
    bool isOwn = true;
    NamespaceRange range{};
    KeepOptions keep{};
    std::string zone{};      ///< That was chosen; empty where the server's is known.
    std::size_t removed = 0; ///< Snapshots that the preview names.
};

} // namespace espalier
