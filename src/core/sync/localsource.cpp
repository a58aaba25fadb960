// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/localsource.h"

#include "core/fs/actingas.h"
#include "core/run/storedirectories.h"

namespace espalier {

namespace {

/// There is nothing to hold.
class NoLock : public fs::Lock
{
};

} // namespace

std::string SnapshotAddress::path() const
{
    return joinPath(joinPath(typeDirectoryPath(ns, group.type()), group.id()), time.toString());
}

LocalSource::LocalSource(StoreSession session) : m_session(std::move(session)), m_user(fs::processUser()), m_group(fs::processGroup())
{
    if (m_user != 0)
        return;
    m_user = m_session.store().user;
    m_group = m_session.store().group;
}

Result<std::unique_ptr<LocalSource>> LocalSource::open(const StoreSession &session)
{
    std::unique_ptr<LocalSource> source(new LocalSource(session));
    auto chunks = session.store().root->openDirectory(".chunks");
    if (!chunks)
        return failWith(chunks);
    source->m_chunks = std::move(*chunks);
    if (!session.access().allowed)
        return source;
    const auto acting = fs::ActingAs::user(source->m_user, source->m_group);
    if (!acting)
        return std::unexpected(acting.error());
    auto locks = StoreLocks::open(*session.fileSystem(), session.store(), session.access());
    if (!locks)
        return failWith(locks);
    source->m_locks = std::move(*locks);
    return source;
}

Result<std::unique_ptr<fs::Lock>> LocalSource::hold(const SnapshotAddress &snapshot)
{
    const auto acting = fs::ActingAs::user(m_user, m_group);
    if (!acting)
        return std::unexpected(acting.error());
    const std::string path = joinPath(typeDirectoryPath(snapshot.ns, snapshot.group.type()), snapshot.group.id());
    const auto group = fs::openBelow(m_session.store().root, path);
    if (!group)
        return failWith(group);
    if (!m_locks)
        return std::make_unique<NoLock>();
    return m_locks->lockSnapshot(snapshot.ns, snapshot.group, snapshot.time, **group, fs::Access::Shared);
}

Result<std::string> LocalSource::file(const SnapshotAddress &snapshot, std::string_view name)
{
    const auto acting = fs::ActingAs::user(m_user, m_group);
    if (!acting)
        return std::unexpected(acting.error());
    const auto directory = fs::openBelow(m_session.store().root, snapshot.path());
    if (!directory)
        return failWith(directory);
    return (*directory)->readFile(name, maxSnapshotFile);
}

Result<std::string> LocalSource::chunk(const Digest &digest)
{
    const auto acting = fs::ActingAs::user(m_user, m_group);
    if (!acting)
        return std::unexpected(acting.error());
    const std::string name = digest.toHex();
    const auto prefix = m_chunks->openDirectory(name.substr(0, 4));
    if (!prefix)
        return failWith(prefix);
    return (*prefix)->readFile(name, maxChunkFile);
}

} // namespace espalier
