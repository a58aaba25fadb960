// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/prunejobitem.h"
#include "core/jobs/jobhistory.h"

#include <variant>

namespace espalier {

/// A sync job as the window shows it: one of the user's own, or of a store's server.
struct SyncJobItem
{
    SyncJob job;
    JobNotes notes{}; ///< Own ones.
    bool isOwn = false;

    bool isEnabled() const { return !isOwn || !notes.isDisabled; } ///< A server knows no other sync jobs.
};

using JobItem = std::variant<PruneJobItem, SyncJobItem>;

inline JobName nameOf(const JobItem &item)
{
    const auto kind = std::holds_alternative<SyncJobItem>(item) ? JobKind::Sync : JobKind::Prune;
    return {kind, std::visit([](const auto &each) { return each.job.id; }, item)};
}

inline bool isOwn(const JobItem &item)
{
    return std::visit([](const auto &each) { return each.isOwn; }, item);
}

} // namespace espalier
