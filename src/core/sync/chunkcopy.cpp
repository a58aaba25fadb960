// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/chunkcopy.h"

#include "core/fs/actingas.h"
#include "core/pbs/datablob.h"
#include "core/sync/stoppablesleep.h"

#include <algorithm>
#include <thread>

namespace espalier {

namespace {

constexpr std::uint64_t reportEvery = 64; // chunks
constexpr std::chrono::seconds shortWait{1};

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
    std::atomic<bool> isOver = false;
    std::mutex mutex{}; ///< Of what follows.
    std::size_t next = 0;
    std::vector<std::size_t> postponed{}; ///< Were to be read while the rate did not allow it.
    std::optional<Error> problem{};

    std::optional<std::size_t> take()
    {
        const std::lock_guard guard(mutex);
        if (postponed.empty())
            return next < chunks.size() ? std::optional(next++) : std::nullopt;
        const std::size_t index = postponed.back();
        postponed.pop_back();
        return index;
    }

    void postpone(std::size_t index)
    {
        const std::lock_guard guard(mutex);
        postponed.push_back(index);
    }

    void end(const Error &error)
    {
        const std::lock_guard guard(mutex);
        if (!problem)
            problem = error;
        isOver = true;
    }
};

ChunkCopy::ChunkCopy(SyncSource &source, ChunkStore &target, StoreHold::Share &hold, ChunkCopyOptions options)
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
    while (job.next < chunks.size() || !job.postponed.empty()) {
        if (!job.postponed.empty())
            payDebt();
        if (const Done held = m_hold.ensure(); !held)
            return held;
        {
            std::vector<std::jthread> threads;
            for (unsigned i = threadCount(m_options.threads, m_source.isFar(), chunks.size() - job.next + job.postponed.size()); i > 0; --i)
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

/// A short wait is made here. For a long one the chunk is put off and the hold let go, so that nobody is kept from collecting garbage by a
/// slow copy; chunks that need not be read are seen meanwhile.
bool ChunkCopy::mayRead() const
{
    const auto debt = m_options.limit ? m_options.limit->debt() : std::chrono::milliseconds();
    if (debt > shortWait)
        return false;
    sleepFor(debt, m_options.stop);
    return true;
}

void ChunkCopy::payDebt()
{
    const auto debt = m_options.limit ? m_options.limit->debt() : std::chrono::milliseconds();
    if (debt > shortWait)
        m_hold.release();
    sleepFor(debt, m_options.stop);
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
        const auto index = job.take();
        if (!index)
            return;
        const auto seen = see(job.chunks[*index], job);
        if (!seen)
            return job.end(seen.error());
        if (!*seen)
            return job.postpone(*index);
        if (*index % reportEvery == 0)
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

/// False where it is to be read, and that has to wait.
Result<bool> ChunkCopy::see(const NeededChunk &chunk, const Job &job)
{
    const bool isTrusted = !job.mayTrust || job.mayTrust(chunk.digest);
    const ChunkStore::Reservation alone(m_target, chunk.digest);
    const auto present = m_target.keep(chunk.digest);
    if (!present)
        return failWith(present);
    if (*present && isTrusted) {
        ++m_present;
        return true;
    }
    if (!mayRead())
        return false;
    const auto bytes = m_source.chunk(chunk.digest);
    if (!bytes && bytes.error().kind == Error::Kind::NotFound)
        return fail(Error::Kind::NotFound, MessageId::SyncChunkMissing, chunk.digest.toHex(), job.names[chunk.file], job.snapshot);
    if (!bytes)
        return failWith(bytes);
    if (const Done fine = check(chunk, *bytes, job); !fine)
        return failWith(fine);
    if (*present) {
        ++m_present;
        return true;
    }
    if (const Done made = m_target.put(chunk.digest, *bytes); !made)
        return failWith(made);
    ++m_copied;
    m_bytes += bytes->size();
    return true;
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
    std::string unpacked;
    const auto content = viewBlob(bytes, name, unpacked);
    if (!content)
        return wrong(content.error().id == MessageId::BlobEncrypted ? MessageId::SyncChunkMixed : MessageId::SyncChunkDamaged);
    if (content->size() != chunk.size || Digest::of(*content) != chunk.digest)
        return wrong(MessageId::SyncChunkDamaged);
    return {};
}

} // namespace espalier
