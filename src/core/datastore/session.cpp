// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/session.h"

#include "core/datastore/accounts.h"
#include "core/fs/actingas.h"
#include "core/fs/computer.h"
#include "core/fs/native.h"
#include "core/fs/paths.h"

#include <cstdlib>
#include <filesystem>

namespace espalier {

namespace {

std::string environment(const char *name)
{
    const char *const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nobody here writes the environment
    return value ? value : "";
}

/// What @p variable says, else what the platform has for it, else @p below the home directory.
std::string userDirectory(const char *variable, std::string ofPlatform, const char *below)
{
    if (std::string directory = fs::fromNative(environment(variable)); fs::isAbsolute(directory))
        return directory;
    if (!ofPlatform.empty())
        return ofPlatform;
    std::string home = environment("HOME");
    if (!home.starts_with('/')) {
        const auto account = accountOfUser(*fs::nativeFileSystem(), fs::processUser());
        home = account ? account->home : std::string();
    }
    return home.empty() ? std::string() : (std::filesystem::path(home) / below).generic_string();
}

} // namespace

std::string defaultStateHome()
{
    return userDirectory("XDG_STATE_HOME", fs::platformStateHome(), ".local/state");
}

std::string defaultConfigHome()
{
    return userDirectory("XDG_CONFIG_HOME", fs::platformConfigHome(), ".config");
}

Result<StoreSession> StoreSession::open(std::shared_ptr<fs::FileSystem> fileSystem, const Place &place, const SessionOptions &options)
{
    if (place.kind() != Place::Kind::Directory)
        return fail(Error::Kind::InvalidInput, MessageId::PlaceNotSupported, place.toString());
    auto store = openStore(*fileSystem, place.path());
    if (!store)
        return failWith(store);
    StoreSession session;
    session.m_fileSystem = std::move(fileSystem);
    session.m_place = place;
    session.m_options = options;
    if (session.m_options.stateHome.empty())
        session.m_options.stateHome = defaultStateHome();
    if (options.pbsRoot.empty())
        session.m_options.pbsRoot = "/";
    else if (!fs::isAbsolute(options.pbsRoot))
        session.m_options.pbsRoot = std::filesystem::absolute(options.pbsRoot).generic_string();
    if (const auto prefix = session.m_fileSystem->open(session.m_options.pbsRoot); !prefix)
        return failWith(prefix); // a misspelt one would look like a host without PBS
    session.m_store = *std::move(store);
    session.readHost();
    return session;
}

void StoreSession::readHost()
{
    m_host = readPbsHost(*m_fileSystem, m_options.pbsRoot);
    m_realHost.reset();
    if (m_host.prefix != "/")
        m_realHost = readPbsHost(*m_fileSystem, "/");
    m_access = decideWriteAccess(*m_fileSystem, m_store, m_host, m_realHost ? &*m_realHost : nullptr, fs::processUser(), fs::processGroup(),
                                 m_options.stateHome);
}

std::string StoreSession::name() const
{
    return m_access.storeName.empty() ? m_place.name() : m_access.storeName;
}

Done StoreSession::refresh()
{
    auto store = openStore(*m_fileSystem, m_place.path());
    if (!store)
        return failWith(store);
    if (!store->identity.sameStore(m_store.identity))
        return fail(Error::Kind::Conflict, MessageId::StoreChanged, m_place.path());
    m_store = *std::move(store);
    readHost();
    return {};
}

Activity StoreSession::activity(const ProcessProbe &lives) const
{
    return readActivity(*m_fileSystem, m_host, m_store, lives);
}

} // namespace espalier
