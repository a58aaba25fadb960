// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/pbs/digest.h"
#include "core/pbs/groupid.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/snapshottime.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace espalier {

/// Where one snapshot is in a datastore.
struct SnapshotAddress
{
    NamespacePath ns;
    GroupId group;
    SnapshotTime time;

    std::string name() const { return group.toString() + "/" + time.toString(); } ///< "vm/100/2026-03-01T22:30:00Z"
    std::string path() const;                                                     ///< Of its directory, relative to the datastore's root.
};

/// The largest file of a snapshot that is read: an index of 16 million chunks.
inline constexpr std::size_t maxSnapshotFile = std::size_t{640} << 20;

/// The largest chunk file, whatever it unpacks to (datastore-format §6).
inline constexpr std::size_t maxChunkFile = (std::size_t{128} << 20) + 4096;

/// What a sync asks of where the backups come from: a datastore on this machine, or what an agent reads on another one. All functions
/// may be called from several threads at once, and each may take as long as a network does.
class SyncSource
{
public:
    virtual ~SyncSource() = default;

    /// Each question takes a while however small it is, so that many at once are faster.
    virtual bool isFar() const { return false; }

    /// Keeps the snapshot from being removed there, as far as that can be had, until the object is destroyed. Kind::Busy where somebody
    /// changes it, NotFound where it is gone.
    virtual Result<std::unique_ptr<fs::Lock>> hold(const SnapshotAddress &snapshot) = 0;

    /// A file of the snapshot, its manifest included; at most maxSnapshotFile bytes. NotFound where it is not there.
    virtual Result<std::string> file(const SnapshotAddress &snapshot, std::string_view name) = 0;

    /// The file of a chunk, as it is: nobody checked it. NotFound where it is not there.
    virtual Result<std::string> chunk(const Digest &digest) = 0;
};

} // namespace espalier
