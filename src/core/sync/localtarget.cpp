// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/localtarget.h"

#include "core/run/journal.h"

#include <algorithm>
#include <iterator>

namespace espalier {

namespace {

/// On a PBS host journals belong to its user, elsewhere to whoever syncs, as with the journals of runs.
struct JournalOwner
{
    std::uint32_t user;
    std::uint32_t group;
};

JournalOwner journalOwner(const WriteAccess &access)
{
    if (access.storeName.empty())
        return {fs::processUser(), fs::processGroup()};
    return {access.user, access.group};
}

std::string journalPath(const WriteAccess &access)
{
    return access.journalDirectory + "/sync";
}

/// Only what exists already: where there is no journal nothing was left.
std::vector<UnfinishedSync> readUnfinished(fs::Directory &journals, const StoreSession &session)
{
    const JournalOwner owner = journalOwner(session.access());
    const auto acting = fs::ActingAs::user(owner.user, owner.group);
    return acting ? unfinishedSyncs(journals, session.store().identity) : std::vector<UnfinishedSync>();
}

Result<std::unique_ptr<StoreLocks>> openLocks(const StoreSession &session)
{
    const auto acting = fs::ActingAs::user(session.access().user, session.access().group);
    if (!acting)
        return std::unexpected(acting.error());
    return StoreLocks::open(*session.fileSystem(), session.store(), session.access());
}

/// Those of which nothing but files beside chunks may be left.
std::vector<UnfinishedSync> cleaned(std::vector<UnfinishedSync> unfinished, const StoreSession &session, StoreLocks &locks)
{
    const auto acting = fs::ActingAs::user(session.access().user, session.access().group);
    std::erase_if(unfinished, [&](const UnfinishedSync &sync) { return !acting || !cleanUp(sync, session.store().root, locks); });
    return unfinished;
}

std::unexpected<Error> journalUnwritable(const WriteAccess &access, const Error &cause)
{
    return fail(Error::Kind::Failed, MessageId::JournalUnwritable, access.journalDirectory,
                cause.args.empty() ? std::string() : cause.args.back());
}

} // namespace

Done cleanLeftovers(const StoreSession &target)
{
    if (!target.access().allowed)
        return std::unexpected(*target.access().reason);
    const auto journals = target.fileSystem()->open(journalPath(target.access()));
    if (!journals)
        return {};
    auto locks = openLocks(target);
    if (!locks)
        return failWith(locks);
    (void)cleaned(readUnfinished(**journals, target), target, **locks);
    return {};
}

/// The journal first: what is made is told before.
Result<std::unique_ptr<LocalTarget>> LocalTarget::open(StoreSession session)
{
    std::unique_ptr<LocalTarget> target(new LocalTarget{std::move(session)});
    if (const Done refreshed = target->session.refresh(); !refreshed)
        return failWith(refreshed);
    const WriteAccess &access = target->session.access();
    if (!access.allowed)
        return std::unexpected(*access.reason);
    const JournalOwner owner = journalOwner(access);
    auto directory = openJournalDirectory(*target->session.fileSystem(), journalPath(access), owner.user, owner.group);
    if (!directory)
        return journalUnwritable(access, directory.error());
    target->journals = std::move(*directory);
    auto locks = openLocks(target->session);
    if (!locks)
        return failWith(locks);
    target->locks = std::move(*locks);
    const auto &root = target->session.store().root;
    target->directories.emplace(root);
    auto chunks = root->openDirectory(".chunks");
    if (!chunks)
        return failWith(chunks);
    auto unfinished = readUnfinished(*target->journals, target->session);
    std::vector<std::string> stale;
    std::ranges::transform(unfinished, std::back_inserter(stale), &UnfinishedSync::suffix);
    const std::string suffix = temporarySuffix();
    using Prefixes = ChunkStore::Prefixes;
    target->chunks.emplace(std::move(*chunks), suffix, std::move(stale),
                           target->session.store().isDemo ? Prefixes::MadeWhenMissing : Prefixes::AllThere);
    target->cleanedUp = cleaned(std::move(unfinished), target->session, *target->locks);
    const auto acting = fs::ActingAs::user(owner.user, owner.group);
    auto journal = acting ? SyncJournal::begin(target->journals, target->session.store().identity, suffix)
                          : Result<std::unique_ptr<SyncJournal>>(std::unexpected(acting.error()));
    if (!journal)
        return failWith(journal);
    target->journal = std::move(*journal);
    return target;
}

void LocalTarget::close(bool isComplete)
{
    const JournalOwner owner = journalOwner(session.access());
    const auto acting = fs::ActingAs::user(owner.user, owner.group);
    if (!acting)
        return; // they stay, and the next sync looks again
    journal->close();
    for (const UnfinishedSync &sync : cleanedUp) {
        if (isComplete)
            (void)journals->removeFile(sync.name);
    }
    cleanedUp.clear();
}

} // namespace espalier
