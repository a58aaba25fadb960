// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/chunkstore.h"
#include "core/sync/ratelimit.h"
#include "core/sync/storehold.h"
#include "core/sync/syncsource.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace espalier {

/// A chunk that a snapshot needs.
struct NeededChunk
{
    Digest digest;
    std::uint64_t begin = 0; ///< Where it first stands in its archive.
    std::uint64_t size = 0;  ///< Of its content, as the index says.
    std::uint32_t file = 0;  ///< Which of the snapshot's files needs it first.
    bool encrypted = false;
};

/// What was copied.
struct ChunkCount
{
    std::uint64_t copied = 0;
    std::uint64_t bytes = 0;   ///< Of the files of those.
    std::uint64_t present = 0; ///< Were there already.
};

struct ChunkCopyOptions
{
    unsigned threads = 0;     ///< 0: as many as there are processors, at most maxThreads; that many where the source is far.
    bool checkDigests = true; ///< Unencrypted chunks are unpacked and hashed; the checksum of each chunk is looked at in any case.
    std::uint32_t user = 0;   ///< Whom the threads act as.
    std::uint32_t group = 0;
    RateLimit *limit = nullptr; ///< That the source spends of; null: none.
    std::stop_token stop{};
    std::function<void(const ChunkCount &)> progress{}; ///< Now and then, never from two threads at once.

    static constexpr unsigned maxThreads = 16;
};

/// Copies chunks that the target lacks: each is read once, checked, and written once, by several threads, each of which has one chunk in
/// its hands at a time.
class ChunkCopy
{
public:
    /// All references must outlive the object.
    ChunkCopy(SyncSource &source, ChunkStore &target, StoreHold::Share &hold, ChunkCopyOptions options);

    /// Sees to it that the target has each of @p chunks. @p names: the files of the snapshot, for messages. @p mayTrust: whether a chunk
    /// that is there already counts; else it is read at the source all the same, as PBS does. Fails with the first problem.
    Done operator()(std::span<const NeededChunk> chunks, std::span<const std::string> names, const std::string &snapshot,
                    const std::function<bool(const Digest &)> &mayTrust);

    ChunkCount count() const;

private:
    struct Job;

    void work(Job &job);
    bool mayRead() const;
    void payDebt();
    Result<bool> see(const NeededChunk &chunk, const Job &job);
    Done check(const NeededChunk &chunk, const std::string &bytes, const Job &job) const;
    void report();

    SyncSource &m_source;
    ChunkStore &m_target;
    StoreHold::Share &m_hold;
    ChunkCopyOptions m_options;
    std::atomic<std::uint64_t> m_copied = 0;
    std::atomic<std::uint64_t> m_bytes = 0;
    std::atomic<std::uint64_t> m_present = 0;
    std::mutex m_reporting;
};

} // namespace espalier
