// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/pbs/digest.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// The chunks of the datastore that is copied into. A chunk that is there is never rewritten, unless it is empty. May be used from several
/// threads; the caller holds `.lock` and acts as the store's owner.
class ChunkStore
{
public:
    /// PBS makes the directories that chunks lie in with the datastore; a demo has only those that it needs.
    enum class Prefixes : unsigned char { AllThere, MadeWhenMissing };

    /// @p suffix: of temporary files, other than that of any other program at work; see temporarySuffix(). @p stale: suffixes of runs that
    /// ended early; their files are removed where they are met.
    ChunkStore(std::shared_ptr<fs::Directory> chunks, std::string suffix, std::vector<std::string> stale,
               Prefixes prefixes = Prefixes::AllThere);

    /// While the object lives no other thread gets it for the same chunk: groups that are copied side by side may share chunks.
    class Reservation
    {
    public:
        Reservation(ChunkStore &store, const Digest &digest);
        ~Reservation();
        Reservation(const Reservation &) = delete;
        Reservation &operator=(const Reservation &) = delete;

    private:
        ChunkStore &m_store;
        Digest m_digest;
    };

    /// Renews the time of the last access, so that no garbage collection takes the chunk. False where it is missing or empty.
    Result<bool> keep(const Digest &digest);

    /// Makes the chunk, which is missing or empty, by a temporary file beside it. Not synced.
    Done put(const Digest &digest, std::string_view bytes);

private:
    Result<std::shared_ptr<fs::Directory>> prefixOf(const std::string &name) const;

    std::shared_ptr<fs::Directory> m_chunks;
    std::string m_suffix;
    std::vector<std::string> m_stale;
    Prefixes m_prefixes;
    std::mutex m_mutex;
    std::condition_variable m_freed;
    std::set<Digest> m_reserved;
};

/// "tmp_" and six random characters, as PBS calls files that are about to become others (datastore-format §4), with a point before.
std::string temporarySuffix();

} // namespace espalier
