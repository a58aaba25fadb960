// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/localtarget.h"

#include "core/run/journal.h"

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

} // namespace

Result<std::unique_ptr<LocalTarget>> LocalTarget::open(StoreSession session)
{
    std::unique_ptr<LocalTarget> target(new LocalTarget{std::move(session)});
    if (const Done refreshed = target->session.refresh(); !refreshed)
        return failWith(refreshed);
    const WriteAccess &access = target->session.access();
    if (!access.allowed)
        return std::unexpected(*access.reason);
    const JournalOwner owner = journalOwner(access);
    auto directory = openJournalDirectory(*target->session.fileSystem(), access.journalDirectory + "/sync", owner.user, owner.group);
    if (!directory)
        return fail(Error::Kind::Failed, MessageId::JournalUnwritable, access.journalDirectory,
                    directory.error().args.empty() ? std::string() : directory.error().args.back());
    std::vector<UnfinishedSync> unfinished;
    const std::string suffix = temporarySuffix();
    {
        const auto acting = fs::ActingAs::user(owner.user, owner.group);
        if (!acting)
            return std::unexpected(acting.error());
        unfinished = unfinishedSyncs(**directory, target->session.store().identity);
        auto journal = SyncJournal::begin(*directory, target->session.store().identity, suffix);
        if (!journal)
            return failWith(journal);
        target->journal = std::move(*journal);
    }
    const auto acting = target->actAsOwner();
    if (!acting)
        return std::unexpected(acting.error());
    auto locks = StoreLocks::open(*target->session.fileSystem(), target->session.store(), access);
    if (!locks)
        return failWith(locks);
    target->locks = std::move(*locks);
    const auto &root = target->session.store().root;
    target->directories.emplace(root);
    auto chunks = root->openDirectory(".chunks");
    if (!chunks)
        return failWith(chunks);
    std::vector<std::string> stale;
    for (UnfinishedSync &sync : unfinished) {
        stale.push_back(sync.suffix);
        if (cleanUp(sync, root, *target->locks))
            target->cleaned.push_back(std::move(sync));
    }
    target->chunks.emplace(std::move(*chunks), suffix, std::move(stale));
    target->journals = std::move(*directory);
    return target;
}

void LocalTarget::close(bool isComplete)
{
    const JournalOwner owner = journalOwner(session.access());
    const auto acting = fs::ActingAs::user(owner.user, owner.group);
    if (!acting)
        return; // they stay, and the next sync looks again
    journal->close();
    for (const UnfinishedSync &sync : cleaned) {
        if (isComplete)
            (void)journals->removeFile(sync.name);
    }
    cleaned.clear();
}

} // namespace espalier
