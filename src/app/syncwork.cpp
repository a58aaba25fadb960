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

Result<std::optional<SyncReport>> copyAsAgreed(const SyncWish &wish, const ServiceOpener &open, const Removals &agreed,
                                               SyncRunOptions options)
{
    const auto prepared = prepareSync(wish, open, {.stop = options.stop});
    if (!prepared)
        return failWith(prepared);
    if (!isWithin((*prepared)->plan.removals(), agreed))
        return std::nullopt;
    options.job = wish.options;
    options.removes = true;
    return (*prepared)->run(options);
}

} // namespace espalier
