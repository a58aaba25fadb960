// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/syncplan.h"
#include "core/sync/chunkcopy.h"
#include "core/sync/localtarget.h"
#include "core/sync/manifestmerge.h"
#include "core/sync/syncsource.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace espalier {

/// What came of one snapshot.
enum class SnapshotOutcome : unsigned char {
    Copied,
    Updated,   ///< It was there, and is now as at the source.
    Unchanged, ///< It was there, and is as at the source.
    Gone,      ///< It went away at the source.
    LeftOut,   ///< By the time it was to be copied the job did not take it any more.
};

/// What the snapshots of one group share while they are copied.
struct GroupCopy
{
    NamespacePath sourceNs;
    NamespacePath targetNs;
    GroupId group;
    std::shared_ptr<fs::Directory> directory; ///< The group's, at the target.
    std::vector<Digest> handled{};            ///< Sorted: chunks that the target has, seen since .lock was last let go.
    unsigned handledIn = 0;                   ///< Generation of the hold for which that is true.
    std::vector<Digest> reusable{};           ///< Sorted: exact mode only, what PBS takes from the newest snapshot there.
};

/// Copies one snapshot: chunks, then indexes and blobs under temporary names, syncfs, then all of it gets its names, the manifest last
/// (sync-semantics §3). The caller holds the group's lock and acts as the target's owner. References must outlive the object.
class SnapshotCopy
{
public:
    SnapshotCopy(SyncSource &source, LocalTarget &target, StoreHold::Share &hold, ChunkCopy &chunks, const SyncOptions &options,
                 GroupCopy &group, const SyncMark &mark);

    /// On an error what was made is removed again, and what was there is as it was.
    Result<SnapshotOutcome> run();

    bool tookClientLog() const { return m_tookClientLog; }
    bool madeDirectory() const { return m_isNew; }

private:
    struct File
    {
        std::string name;
        std::string bytes;
    };

    Result<SnapshotOutcome> copy();
    Done open();
    Result<MergedManifest> nextManifest();
    Done gather();
    Result<bool> isPresent(const ManifestFile &file) const;
    Done fetch(const ManifestFile &file);
    Done placeAtOnce();
    void arrangeChunks();
    Done addChunks(const ManifestFile &file, const std::string &bytes);
    Done copyChunks();
    Done publish(const std::string &manifest);
    Done place();
    Done takeClientLog();
    bool abandon();
    bool isTaken() const;
    std::unexpected<Error> refuse(MessageId id, std::string_view file) const;

    SyncSource &m_source;
    LocalTarget &m_target;
    StoreHold::Share &m_hold;
    ChunkCopy &m_chunks;
    const SyncOptions &m_options;
    GroupCopy &m_group;
    SnapshotAddress m_from;
    SnapshotAddress m_to;
    bool m_isCorrupt;
    bool m_isNew = false;        ///< Its directory did not exist.
    bool m_isSame = false;       ///< The target's manifest is the source's, byte for byte: PBS looks no further then.
    bool m_isUnfinished = false; ///< It has no manifest at the target.
    bool m_wentAway = false;     ///< The source lacks a file of its manifest.
    bool m_tookClientLog = false;
    std::shared_ptr<fs::Directory> m_directory;
    std::unique_ptr<fs::Lock> m_lock;
    std::string m_raw; ///< The source's manifest as it is there.
    Manifest m_manifest;
    std::uint64_t m_bytesBefore = 0;   ///< Of chunks, copied before the last time all was made durable.
    std::vector<File> m_files;         ///< What is to be written.
    std::vector<std::string> m_names;  ///< Of the manifest's files.
    std::vector<NeededChunk> m_needed; ///< Sorted by digest, each once.
};

} // namespace espalier
