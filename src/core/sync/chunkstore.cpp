// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/chunkstore.h"

#include <random>

namespace espalier {

namespace {

constexpr std::uint32_t chunkMode = 0644; // datastore-format §5
constexpr std::uint32_t prefixMode = 0750;

} // namespace

std::string temporarySuffix()
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    std::random_device random;
    std::uniform_int_distribution<std::size_t> any(0, letters.size() - 1);
    std::string suffix = ".tmp_";
    for (int i = 0; i < 6; ++i)
        suffix += letters[any(random)];
    return suffix;
}

ChunkStore::ChunkStore(std::shared_ptr<fs::Directory> chunks, std::string suffix, std::vector<std::string> stale, Prefixes prefixes)
    : m_chunks(std::move(chunks))
    , m_suffix(std::move(suffix))
    , m_stale(std::move(stale))
    , m_prefixes(prefixes)
{
}

ChunkStore::Reservation::Reservation(ChunkStore &store, const Digest &digest) : m_store(store), m_digest(digest)
{
    std::unique_lock guard(store.m_mutex);
    store.m_freed.wait(guard, [&] { return !store.m_reserved.contains(digest); });
    store.m_reserved.insert(digest);
}

ChunkStore::Reservation::~Reservation()
{
    {
        const std::lock_guard guard(m_store.m_mutex);
        m_store.m_reserved.erase(m_digest);
    }
    m_store.m_freed.notify_all();
}

Result<std::shared_ptr<fs::Directory>> ChunkStore::prefixOf(const std::string &name) const
{
    const std::string prefix = name.substr(0, 4);
    const auto directory = m_chunks->openDirectory(prefix);
    if (directory || directory.error().kind != Error::Kind::NotFound || m_prefixes == Prefixes::AllThere)
        return directory;
    (void)m_chunks->createDirectory(prefix, prefixMode); // another thread may have been quicker
    return m_chunks->openDirectory(prefix);
}

Result<bool> ChunkStore::keep(const Digest &digest)
{
    const std::string name = digest.toHex();
    const auto prefix = prefixOf(name);
    if (!prefix)
        return failWith(prefix);
    const auto present = (*prefix)->touch(name);
    if (!present)
        return failWith(present);
    return *present && (*present)->size > 0;
}

Done ChunkStore::put(const Digest &digest, std::string_view bytes)
{
    const std::string name = digest.toHex();
    const auto prefix = prefixOf(name);
    if (!prefix)
        return failWith(prefix);
    for (const std::string &suffix : m_stale) {
        if (const Done removed = (*prefix)->removeFile(name + suffix); !removed && removed.error().kind != Error::Kind::NotFound)
            return removed;
    }
    const std::string temporary = name + m_suffix;
    if (const Done made = (*prefix)->createFile(temporary, bytes, chunkMode); !made) {
        (void)(*prefix)->removeFile(temporary); // what a lost reply may have left
        return made;
    }
    const Done placed = (*prefix)->replaceBy(name, temporary);
    if (!placed)
        (void)(*prefix)->removeFile(temporary);
    return placed;
}

} // namespace espalier
