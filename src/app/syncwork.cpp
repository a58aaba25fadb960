// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncwork.h"

#include "core/fs/posix.h"
#include "core/sync/localsource.h"
#include "core/sync/localtarget.h"

#include <utility>

namespace espalier {

namespace {

Result<Tree> readTree(const StoreSession &session, const ScanOptions &reading)
{
    const auto scanned = scan(session.store().root, reading);
    if (!scanned)
        return failWith(scanned);
    const auto detailed = readAllDetails(session.store().root, scanned->tree, reading);
    if (!detailed)
        return failWith(detailed);
    return detailed->tree;
}

} // namespace

Result<StoreSession> openLocalSession(const Place &place, const BackendOptions &options)
{
    return StoreSession::open(options.fileSystem ? options.fileSystem : fs::posixFileSystem(), place,
                              {.pbsRoot = options.pbsRoot, .stateHome = options.stateHome});
}

Result<std::shared_ptr<const PreparedSync>> prepareSync(const SyncWish &wish, const SessionOpener &open, const ScanOptions &reading)
{
    auto source = open(wish.source);
    auto target = open(wish.target);
    if (!source || !target)
        return source ? failWith(target) : failWith(source);
    if (const Done differ = checkDifferentStores(*source, *target); !differ)
        return failWith(differ);
    if (const Done cleaned = cleanLeftovers(*target); !cleaned)
        return failWith(cleaned);
    const auto sourceTree = readTree(*source, reading);
    const auto targetTree = sourceTree ? readTree(*target, reading) : sourceTree;
    if (!targetTree)
        return failWith(targetTree);
    auto plan = planSync(*sourceTree, *targetTree, wish.options);
    if (!plan)
        return failWith(plan);
    return std::make_shared<const PreparedSync>(PreparedSync{*std::move(source), *std::move(target), *std::move(plan)});
}

Result<std::optional<SyncReport>> copyAsAgreed(const SyncWish &wish, const SessionOpener &open, const Removals &agreed,
                                               SyncRunOptions options)
{
    const auto prepared = prepareSync(wish, open, {.stop = options.stop});
    if (!prepared)
        return failWith(prepared);
    if (!isWithin((*prepared)->plan.removals(), agreed))
        return std::nullopt;
    const auto source = LocalSource::open((*prepared)->source);
    if (!source)
        return failWith(source);
    options.job = wish.options;
    options.removes = true;
    return runSync(**source, (*prepared)->target, (*prepared)->plan, options);
}

} // namespace espalier
