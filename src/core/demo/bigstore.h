// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/demo/demo.h"
#include "core/demo/storewriter.h"

namespace espalier {

/// The totals of a big store, complete and free of contradictions.
struct BigStorePlan
{
    std::size_t namespaces = 0;
    std::size_t groups = 0;
    std::size_t snapshots = 0;

    /// Fills in what @p options leave open. UsageBadValue where there would be groups' snapshots without groups.
    static Result<BigStorePlan> from(const DemoOptions &options);
};

/// Writes a store of metadata only: every snapshot has a manifest and an index of one chunk, which does not exist.
Done writeBigStore(StoreWriter &store, const BigStorePlan &plan, const DemoOptions &options, const DemoProgress &progress);

} // namespace espalier
