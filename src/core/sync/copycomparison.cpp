// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/copycomparison.h"

#include "core/pbs/archivename.h"
#include "core/pbs/datablob.h"
#include "core/pbs/indexfile.h"
#include "core/sync/manifestmerge.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace espalier {

namespace {

bool isGone(const Error &error)
{
    return error.kind == Error::Kind::NotFound;
}

unsigned threadCount(unsigned wanted, std::size_t chunks)
{
    const unsigned some = wanted != 0 ? wanted : std::max(2U, std::thread::hardware_concurrency());
    return static_cast<unsigned>(std::clamp<std::size_t>(chunks, 1, std::min(some, ChunkCopyOptions::maxThreads)));
}

bool isSameArchive(const IndexFile &one, const IndexFile &other)
{
    return one.kind == other.kind && one.chunkSize == other.chunkSize && one.archiveSize == other.archiveSize
        && one.entries == other.entries;
}

} // namespace

/// What the threads share.
struct CopyComparison::Job
{
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> isOver = false;
    std::mutex mutex{};
    std::optional<Error> problem{};
};

CopyComparison::CopyComparison(SyncSource &source, SyncSource &copies, const SnapshotAddress &from, const SnapshotAddress &to,
                               std::vector<Digest> &seen, const ComparisonOptions &options)
    : m_source(source)
    , m_copies(copies)
    , m_from(from)
    , m_to(to)
    , m_seen(seen)
    , m_options(options)
{
}

std::unexpected<Error> CopyComparison::differs(std::string_view file) const
{
    return fail(Error::Kind::Conflict, MessageId::StoreMoveCopyDiffers, m_to.name(), m_to.ns.toString(), file);
}

Result<std::string> CopyComparison::sourceFile(std::string_view name) const
{
    auto bytes = m_source.file(m_from, name);
    if (!bytes && isGone(bytes.error()))
        return fail(Error::Kind::Conflict, MessageId::StoreMoveChanged, m_from.name(), m_from.ns.toString());
    return bytes;
}

Result<std::string> CopyComparison::copyFile(std::string_view name) const
{
    auto bytes = m_copies.file(m_to, name);
    return !bytes && isGone(bytes.error()) ? Result<std::string>(differs(name)) : bytes;
}

Result<ComparedCopy> CopyComparison::run()
{
    const auto sourceRaw = sourceFile(manifestFileName);
    const auto copyRaw = sourceRaw ? copyFile(manifestFileName) : failWith(sourceRaw);
    if (!copyRaw)
        return failWith(copyRaw);
    auto sourceManifest = readManifest(*sourceRaw, m_from.name() + "/" + std::string(manifestFileName));
    auto copyManifest = readManifest(*copyRaw, m_to.name() + "/" + std::string(manifestFileName));
    if (!sourceManifest || !copyManifest)
        return failWith(sourceManifest ? copyManifest : sourceManifest);
    ComparedCopy compared{*std::move(sourceManifest), *std::move(copyManifest)};
    const bool isSame = sameProtectedContent(compared.source, compared.copy) && compared.source.signature == compared.copy.signature;
    if (!isSame || compared.copy.verifyState == VerifyState::Failed)
        return differs(manifestFileName);
    for (const ManifestFile &file : compared.source.files) {
        if (const Done same = compareFile(file); !same)
            return failWith(same);
    }
    if (const Done same = compareLog(compared); !same)
        return failWith(same);
    if (const Done same = compareChunks(); !same)
        return failWith(same);
    return compared;
}

/// Names of a manifest are foreign: what could not be one in a snapshot is not read.
Done CopyComparison::compareFile(const ManifestFile &file)
{
    if (!ArchiveName::fromString(file.fileName) || file.fileName == manifestFileName || file.fileName == clientLogFileName)
        return fail(Error::Kind::Damaged, MessageId::SyncManifestRefused, m_from.name(), m_from.ns.toString(), file.fileName);
    const auto source = sourceFile(file.fileName);
    const auto copy = source ? copyFile(file.fileName) : failWith(source);
    if (!copy)
        return failWith(copy);
    if (!file.fileName.ends_with(".blob"))
        return compareIndex(file, *source, *copy);
    const bool fits = copy->size() == file.size && Digest::of(*copy) == file.checksum;
    return fits && *copy == *source ? Done() : differs(file.fileName);
}

/// When and by whom an index was written is not what it says: a copy that somebody pushed has another header.
Done CopyComparison::compareIndex(const ManifestFile &file, const std::string &source, const std::string &copy)
{
    const auto before = readIndex(source, file.fileName);
    const auto index = readIndex(copy, file.fileName);
    if (!before || !index || !isSameArchive(*before, *index) || index->archiveSize != file.size || index->bodyChecksum() != file.checksum)
        return differs(file.fileName);
    std::uint64_t begin = 0;
    for (const IndexEntry &entry : index->entries) {
        m_needed.push_back({.digest = entry.digest,
                            .begin = begin,
                            .size = entry.end - begin,
                            .file = 0,
                            .encrypted = file.cryptMode == CryptMode::Encrypt});
        begin = entry.end;
    }
    return {};
}

Done CopyComparison::compareLog(ComparedCopy &compared)
{
    auto log = m_source.file(m_from, clientLogFileName);
    if (!log)
        return isGone(log.error()) ? Done() : failWith(log);
    const auto copy = m_copies.file(m_to, clientLogFileName);
    if (!copy && !isGone(copy.error()))
        return failWith(copy);
    if (copy && *copy != *log)
        return differs(clientLogFileName);
    if (!copy)
        compared.missingLog = *std::move(log);
    return {};
}

Done CopyComparison::compareChunks()
{
    std::ranges::stable_sort(m_needed, {}, &NeededChunk::digest); // each once, and directory by directory
    const auto same = std::ranges::unique(m_needed, {}, &NeededChunk::digest);
    m_needed.erase(same.begin(), same.end());
    std::erase_if(m_needed, [this](const NeededChunk &chunk) { return std::ranges::binary_search(m_seen, chunk.digest); });
    Job job;
    {
        std::vector<std::jthread> threads;
        for (unsigned i = threadCount(m_options.threads, m_needed.size()); i > 0; --i)
            threads.emplace_back([this, &job] { work(job); });
    }
    if (job.problem)
        return std::unexpected(*job.problem);
    if (m_options.stop.stop_requested())
        return fail(Error::Kind::Stopped, MessageId::StoreMoveStopped);
    const auto before = static_cast<std::ptrdiff_t>(m_seen.size());
    std::ranges::transform(m_needed, std::back_inserter(m_seen), &NeededChunk::digest);
    std::ranges::inplace_merge(m_seen, m_seen.begin() + before);
    return {};
}

void CopyComparison::work(Job &job)
{
    while (!job.isOver && !m_options.stop.stop_requested()) {
        const std::size_t index = job.next.fetch_add(1);
        if (index >= m_needed.size())
            return;
        if (const Done same = compareChunk(m_needed[index]); !same) {
            const std::lock_guard guard(job.mutex);
            if (!job.problem)
                job.problem = same.error();
            job.isOver = true;
        }
    }
}

Done CopyComparison::compareChunk(const NeededChunk &chunk)
{
    const std::string name = chunk.digest.toHex();
    const auto wrong = [&] { return fail(Error::Kind::Damaged, MessageId::StoreMoveChunkDiffers, name, m_to.name(), m_to.ns.toString()); };
    const auto copy = m_copies.chunk(chunk.digest);
    if (!copy)
        return isGone(copy.error()) ? Done(wrong()) : failWith(copy);
    if (m_options.progress)
        m_options.progress(m_from.name(), copy->size());
    if (!chunk.encrypted) {
        std::string unpacked;
        const auto content = viewBlob(*copy, name, unpacked);
        return content && content->size() == chunk.size && Digest::of(*content) == chunk.digest ? Done() : wrong();
    }
    const auto header = checkBlob(*copy, name);
    if (!header || !header->encrypted)
        return wrong();
    const auto source = m_source.chunk(chunk.digest);
    if (!source && !isGone(source.error()))
        return failWith(source);
    return source && *source == *copy ? Done() : wrong();
}

} // namespace espalier
