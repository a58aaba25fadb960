// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/manifest.h"
#include "core/sync/chunkcopy.h"
#include "core/sync/syncsource.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace espalier {

struct ComparisonOptions
{
    unsigned threads = 0; ///< See ChunkCopyOptions.
    std::stop_token stop{};
    /// The snapshot that is compared, and how many bytes of its chunks were read back since the last call; from any thread.
    std::function<void(const std::string &snapshot, std::uint64_t bytes)> progress{};
};

/// A snapshot and its copy whose data are the same.
struct ComparedCopy
{
    Manifest source;
    Manifest copy;
    std::optional<std::string> missingLog{}; ///< The client's log, where only the source has it.
};

/// Compares a snapshot with its copy: what the manifests protect, each file that they name, and each chunk of its indexes, which is read
/// back at the copy's datastore: unencrypted ones have to be what their digest says, encrypted ones, of which nobody without the key can
/// tell that, have to be the source's, byte for byte.
class CopyComparison
{
public:
    /// @p seen: chunks that were read back already, sorted; those of this snapshot come to them. All references must outlive the object.
    CopyComparison(SyncSource &source, SyncSource &copies, const SnapshotAddress &from, const SnapshotAddress &to,
                   std::vector<Digest> &seen, const ComparisonOptions &options);

    /// Fails with StoreMoveCopyDiffers, StoreMoveChunkDiffers, StoreMoveChanged where the source went away, StoreMoveStopped, or with what
    /// could not be read. The caller keeps both from going away. Memory: as a copy.
    Result<ComparedCopy> run();

private:
    struct Job;

    Done compareFile(const ManifestFile &file);
    Done compareIndex(const ManifestFile &file, const std::string &source, const std::string &copy);
    Done compareLog(ComparedCopy &compared);
    Done compareChunks();
    void work(Job &job);
    Done compareChunk(const NeededChunk &chunk);
    std::unexpected<Error> differs(std::string_view file) const;
    Result<std::string> sourceFile(std::string_view name) const;
    Result<std::string> copyFile(std::string_view name) const;

    SyncSource &m_source;
    SyncSource &m_copies;
    const SnapshotAddress &m_from;
    const SnapshotAddress &m_to;
    std::vector<Digest> &m_seen;
    const ComparisonOptions &m_options;
    std::vector<NeededChunk> m_needed;
};

} // namespace espalier
