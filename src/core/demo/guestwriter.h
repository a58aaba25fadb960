// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/demo/demokey.h"
#include "core/demo/demorandom.h"
#include "core/demo/demosites.h"
#include "core/demo/manifestwriter.h"
#include "core/demo/storewriter.h"
#include "core/pbs/indexfile.h"

#include <functional>
#include <map>
#include <vector>

namespace espalier {

/// Writes the backups of one guest.
class GuestWriter
{
public:
    /// @p store must outlive this object. @p siteName is for the ids of tasks.
    GuestWriter(StoreWriter &store, std::string_view siteName, const DemoGuest &guest, std::uint64_t seed);

    /// Writes the group; @p written is called after each snapshot.
    Done write(std::int64_t now, const std::function<void()> &written);

private:
    /// What is known of a snapshot while its files are written.
    struct Backup
    {
        fs::Directory &directory;
        SnapshotTime time;
        VerifyState verifyState = VerifyState::None;
        Manifest manifest{};
        UploadStatistics statistics{};
    };

    /// Content before it is made: most chunks are there already.
    struct Chunk
    {
        std::string name; ///< Tells it from all others of the guest; empty for zeros.
        std::uint64_t size = 0;
        bool isCorrupt = false;
    };

    Done writeSnapshot(fs::Directory &group, const SnapshotTime &time, VerifyState state, bool isProtected);
    Done writeInterrupted(fs::Directory &group, const SnapshotTime &after);
    Done writeMachine(Backup &backup);
    Done writeContainer(Backup &backup);
    Done writeHost(Backup &backup);
    Done addBlob(Backup &backup, std::string_view name, std::string_view content);
    Done addDisk(Backup &backup, std::string_view name, std::uint64_t size);
    Done addStream(Backup &backup, std::string_view name, std::size_t chunks, std::size_t chunkSize);
    Done addChunk(Backup &backup, IndexFile &index, const Chunk &chunk);
    Done addIndex(Backup &backup, std::string_view name, IndexFile index);
    Done finish(Backup &backup);

    Chunk diskChunk(std::string_view disk, std::uint64_t number, std::uint64_t size, const SnapshotTime &time) const;
    std::string content(const Chunk &chunk) const;
    std::string verifyTask(const SnapshotTime &time) const;
    DemoRandom randomFor(std::string_view what) const;
    CryptMode cryptMode() const { return m_guest.has(DemoFeature::Encrypted) ? CryptMode::Encrypt : CryptMode::None; }

    StoreWriter &m_store;
    const std::string m_siteName;
    const DemoGuest &m_guest;
    const GroupId m_id;
    const std::uint64_t m_seed;
    const DemoKey m_key;
    std::map<std::string, Digest> m_written; ///< By the name and size of the chunk.
};

} // namespace espalier
