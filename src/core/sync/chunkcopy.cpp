// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/chunkcopy.h"

#include "core/fs/actingas.h"
#include "core/pbs/datablob.h"

#include <algorithm>
#include <thread>

namespace espalier {

namespace {

constexpr std::uint64_t reportEvery = 64; // chunks

unsigned threadCount(unsigned wanted, bool isFar, std::size_t chunks)
{
    const unsigned usual = isFar ? ChunkCopyOptions::maxThreads : std::max(2U, std::thread::hardware_concurrency());
    const unsigned some = wanted != 0 ? wanted : usual;
    return static_cast<unsigned>(std::clamp<std::size_t>(chunks, 1, std::min(some, ChunkCopyOptions::maxThreads)));
}

} // namespace

/// What the threads share.
struct ChunkCopy::Job
{
    std::span<const NeededChunk> chunks;
    std::span<const std::string> names;
    const std::string &snapshot;
    const std::function<bool(const Digest &)> &mayTrust;
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> isOver = false;
    std::mutex mutex{};
    std::optional<Error> problem{};

    void end(const Error &error)
    {
        const std::lock_guard guard(mutex);
        if (!problem)
            problem = error;
        isOver = true;
    }
};

ChunkCopy::ChunkCopy(SyncSource &source, ChunkStore &target, StoreHold &hold, ChunkCopyOptions options)
    : m_source(source)
    , m_target(target)
    , m_hold(hold)
    , m_options(std::move(options))
{
}

ChunkCount ChunkCopy::count() const
{
    return {m_copied, m_bytes, m_present};
}

/// One slice after the other; in each the threads work until it is due.
Done ChunkCopy::operator()(std::span<const NeededChunk> chunks, std::span<const std::string> names, const std::string &snapshot,
                           const std::function<bool(const Digest &)> &mayTrust)
{
    Job job{.chunks = chunks, .names = names, .snapshot = snapshot, .mayTrust = mayTrust};
    while (job.next < chunks.size()) {
        if (const Done held = m_hold.ensure(); !held)
            return held;
        {
            std::vector<std::jthread> threads;
            for (unsigned i = threadCount(m_options.threads, m_source.isFar(), chunks.size() - job.next); i > 0; --i)
                threads.emplace_back([this, &job] { work(job); });
        }
        if (job.problem)
            return std::unexpected(*job.problem);
        if (m_options.stop.stop_requested())
            return fail(Error::Kind::Stopped, MessageId::SyncStopped);
    }
    report();
    return {};
}

/// Never begins a chunk that it does not end.
void ChunkCopy::work(Job &job)
{
    const auto acting = fs::ActingAs::user(m_options.user, m_options.group);
    if (!acting) {
        job.end(acting.error());
        return;
    }
    for (bool isFirst = true; !job.isOver && !m_options.stop.stop_requested() && (isFirst || !m_hold.isDue()); isFirst = false) {
        const std::size_t index = job.next.fetch_add(1);
        if (index >= job.chunks.size()) {
            job.next = job.chunks.size();
            return;
        }
        if (const Done seen = see(job.chunks[index], job); !seen)
            job.end(seen.error());
        else if (index % reportEvery == 0)
            report();
    }
}

void ChunkCopy::report()
{
    if (!m_options.progress)
        return;
    const std::lock_guard guard(m_reporting);
    m_options.progress(count());
}

Done ChunkCopy::see(const NeededChunk &chunk, const Job &job)
{
    const bool isTrusted = !job.mayTrust || job.mayTrust(chunk.digest);
    const auto present = m_target.keep(chunk.digest);
    if (!present)
        return failWith(present);
    if (*present && isTrusted) {
        ++m_present;
        return {};
    }
    const auto bytes = m_source.chunk(chunk.digest);
    if (!bytes && bytes.error().kind == Error::Kind::NotFound)
        return fail(Error::Kind::NotFound, MessageId::SyncChunkMissing, chunk.digest.toHex(), job.names[chunk.file], job.snapshot);
    if (!bytes)
        return failWith(bytes);
    if (const Done fine = check(chunk, *bytes, job); !fine)
        return fine;
    if (*present) {
        ++m_present;
        return {};
    }
    if (const Done made = m_target.put(chunk.digest, *bytes); !made)
        return made;
    ++m_copied;
    m_bytes += bytes->size();
    return {};
}

/// Of an encrypted chunk nobody without its key can tell more than the checksum does.
Done ChunkCopy::check(const NeededChunk &chunk, const std::string &bytes, const Job &job) const
{
    const std::string name = chunk.digest.toHex();
    const auto wrong = [&](MessageId id) { return fail(Error::Kind::Damaged, id, name, job.names[chunk.file], job.snapshot); };
    if (chunk.encrypted || !m_options.checkDigests) {
        const auto header = checkBlob(bytes, name);
        if (!header)
            return wrong(MessageId::SyncChunkDamaged);
        return header->encrypted == chunk.encrypted ? Done() : wrong(MessageId::SyncChunkMixed);
    }
    const auto content = decodeBlob(bytes, name);
    if (!content)
        return wrong(content.error().id == MessageId::BlobEncrypted ? MessageId::SyncChunkMixed : MessageId::SyncChunkDamaged);
    if (content->size() != chunk.size || Digest::of(*content) != chunk.digest)
        return wrong(MessageId::SyncChunkDamaged);
    return {};
}

} // namespace espalier
