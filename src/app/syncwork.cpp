// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncwork.h"

#include <utility>

namespace espalier {

Result<std::shared_ptr<const PreparedSync>> prepareSync(const SyncWish &wish, const ServiceOpener &open, const ScanOptions &reading)
{
    auto prepared = prepareSync(wish.source, wish.target, wish.options, open, reading);
    if (!prepared)
        return failWith(prepared);
    return std::make_shared<const PreparedSync>(*std::move(prepared));
}

Result<std::optional<SyncReport>> copyAsAgreed(const PreparedSync &prepared, const Removals &agreed, SyncRunOptions options)
{
    if (agreed.isEmpty())
        return prepared.run(options);
    auto plan = prepared.planNow(options.job, {.stop = options.stop});
    if (!plan)
        return failWith(plan);
    if (!isWithin(plan->removals(), agreed))
        return std::nullopt;
    options.removes = true;
    return PreparedSync{prepared.source, prepared.target, *std::move(plan)}.run(options);
}

} // namespace espalier
