// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/snapshotcopy.h"

#include "core/pbs/indexfile.h"
#include "core/sync/snapshotfiles.h"

#include <algorithm>
#include <span>

namespace espalier {

namespace {

constexpr std::uint64_t muchToSync = std::uint64_t{256} << 20; // bytes

bool isGone(const Error &error)
{
    return error.kind == Error::Kind::NotFound;
}

/// What a manifest says of a file, asked of its bytes.
bool fits(const ManifestFile &file, const std::string &bytes)
{
    if (file.fileName.ends_with(".blob"))
        return bytes.size() == file.size && Digest::of(bytes) == file.checksum;
    const auto index = readIndex(bytes, file.fileName);
    return index && index->archiveSize == file.size && index->bodyChecksum() == file.checksum;
}

} // namespace

SnapshotCopy::SnapshotCopy(SyncSource &source, LocalTarget &target, StoreHold::Share &hold, ChunkCopy &chunks, const SyncOptions &options,
                           GroupCopy &group, const SyncMark &mark)
    : m_source(source)
    , m_target(target)
    , m_hold(hold)
    , m_chunks(chunks)
    , m_options(options)
    , m_group(group)
    , m_from{group.sourceNs, group.group, mark.time}
    , m_to{group.targetNs, group.group, mark.time}
    , m_isCorrupt(mark.action == SyncAction::Resync)
{
}

std::unexpected<Error> SnapshotCopy::refuse(MessageId id, std::string_view file) const
{
    if (id == MessageId::SyncFileDiffers)
        return fail(Error::Kind::Damaged, id, file, m_from.name(), m_from.ns.toString());
    return fail(Error::Kind::Damaged, id, m_from.name(), m_from.ns.toString(), file);
}

Result<SnapshotOutcome> SnapshotCopy::run()
{
    auto held = m_source.hold(m_from);
    if (!held)
        return isGone(held.error()) ? Result<SnapshotOutcome>(SnapshotOutcome::Gone) : failWith(held);
    auto raw = m_source.file(m_from, manifestFileName);
    if (!raw)
        return isGone(raw.error()) ? Result<SnapshotOutcome>(SnapshotOutcome::Gone) : failWith(raw);
    m_raw = std::move(*raw);
    auto manifest = readManifest(m_raw, m_from.name() + "/" + std::string(manifestFileName));
    if (!manifest)
        return failWith(manifest);
    m_manifest = std::move(*manifest);
    if (!isTaken())
        return SnapshotOutcome::LeftOut;
    m_bytesBefore = m_chunks.count().bytes;
    const Done opened = open();
    auto outcome = opened ? copy() : Result<SnapshotOutcome>(failWith(opened));
    const bool isClean = (outcome && *outcome != SnapshotOutcome::Gone) || abandon();
    if (const Done told = isClean ? m_target.journal->ended(m_to) : Done(); outcome && !told)
        return failWith(told);
    return outcome;
}

/// The filters once more, for the manifest as it is now.
bool SnapshotCopy::isTaken() const
{
    return (!m_options.verifiedOnly || m_manifest.verifyState == VerifyState::Ok)
        && (!m_options.encryptedOnly || m_manifest.cryptMode() == CryptMode::Encrypt);
}

/// Makes the directory where it is missing, and locks it.
Done SnapshotCopy::open()
{
    const std::string name = m_to.time.toString();
    const auto before = m_group.directory->find(name);
    if (!before)
        return failWith(before);
    if (const Done told = m_target.journal->beginsSnapshot(m_to, !*before); !told)
        return told;
    if (!*before) {
        const Done made = m_group.directory->createDirectory(name, storeDirectoryMode);
        m_isNew = made || made.error().id != MessageId::FileExists; // a lost reply may have made it
        if (!made)
            return made;
    }
    auto directory = m_group.directory->openDirectory(name);
    if (!directory)
        return failWith(directory);
    m_directory = std::move(*directory);
    const auto status = m_directory->status();
    if (!status)
        return failWith(status);
    if (const Done told = m_isNew ? m_target.journal->made(m_to, status->inode) : Done(); !told)
        return told;
    auto lock = m_target.locks->lockSnapshot(m_to.ns, m_to.group, m_to.time, *m_group.directory);
    if (!lock)
        return failWith(lock);
    m_lock = std::move(*lock);
    const auto now = m_group.directory->find(name);
    if (!now || !*now || (*now)->inode != status->inode) // another one has the name since
        return now ? fail(Error::Kind::Conflict, MessageId::RunStateChanged, m_to.name(), m_directory->path()) : failWith(now);
    return {};
}

Result<SnapshotOutcome> SnapshotCopy::copy()
{
    for (const ManifestFile &file : m_manifest.files) {
        const auto name = ArchiveName::fromString(file.fileName);
        if (!name || file.fileName == manifestFileName || file.fileName == clientLogFileName)
            return refuse(MessageId::SyncManifestRefused, file.fileName);
        m_names.push_back(file.fileName);
    }
    auto manifest = nextManifest();
    if (!manifest)
        return failWith(manifest);
    if (!manifest->isChange && m_isSame)
        return takeClientLog().transform([] { return SnapshotOutcome::Unchanged; });
    if (const Done gathered = gather(); !gathered)
        return m_wentAway ? Result<SnapshotOutcome>(SnapshotOutcome::Gone) : failWith(gathered);
    if (!manifest->isChange && m_files.empty())
        return takeClientLog().transform([] { return SnapshotOutcome::Unchanged; });
    if (const Done published = publish(manifest->bytes); !published)
        return failWith(published);
    if (const Done taken = takeClientLog(); !taken)
        return failWith(taken);
    if (const Done removed = removeUnlisted(*m_directory, m_manifest.files, m_options.exactPbs); !removed)
        return failWith(removed);
    return m_isNew ? SnapshotOutcome::Copied : SnapshotOutcome::Updated;
}

/// What is to stand in the place of what is there.
Result<MergedManifest> SnapshotCopy::nextManifest()
{
    const auto raw = m_directory->readFile(manifestFileName, maxSnapshotFile);
    if (!raw && !isGone(raw.error()))
        return failWith(raw);
    m_isUnfinished = !raw;
    const auto present = raw ? readManifest(*raw, m_to.name() + "/" + std::string(manifestFileName)) : Result<Manifest>(failWith(raw));
    if (m_isCorrupt && !m_options.exactPbs)
        return mendedManifest(present ? &*present : nullptr, m_manifest);
    if (!raw || m_isCorrupt)
        return MergedManifest{m_raw, true};
    m_isSame = *raw == m_raw;
    if (m_isSame)
        return MergedManifest{m_raw, false};
    if (!present)
        return failWith(present);
    if (m_options.keepsFinished && !sameProtectedContent(*present, m_manifest))
        return fail(Error::Kind::Conflict, MessageId::SyncContentDiffers, m_to.name(), m_to.ns.toString());
    if (const Done allowed = checkOverwrite(*present, m_manifest, m_to.name(), m_to.ns.toString()); !allowed)
        return failWith(allowed);
    return m_options.exactPbs ? MergedManifest{m_raw, true} : mergedManifest(*present, m_manifest);
}

/// What is missing or is not what the manifest says.
Done SnapshotCopy::gather()
{
    for (const ManifestFile &file : m_manifest.files) {
        const auto present = isPresent(file);
        if (!present)
            return failWith(present);
        if (*present)
            continue;
        if (const Done fetched = fetch(file); !fetched)
            return fetched;
        if (const Done placed = m_options.exactPbs ? placeAtOnce() : Done(); !placed)
            return placed;
    }
    arrangeChunks();
    return {};
}

/// Exact mode: as PBS does it, file by file, so that of a snapshot which fails the same files are new.
Done SnapshotCopy::placeAtOnce()
{
    arrangeChunks();
    if (const Done copied = copyChunks(); !copied)
        return copied;
    const File &file = m_files.back();
    if (const Done written = writeTemporary(*m_directory, file.name, file.bytes); !written)
        return written;
    const Done placed = placeTemporary(*m_directory, file.name);
    m_files.clear();
    return placed;
}

void SnapshotCopy::arrangeChunks()
{
    std::ranges::stable_sort(m_needed, {}, &NeededChunk::digest); // each once, and directory by directory
    const auto same = std::ranges::unique(m_needed, {}, &NeededChunk::digest);
    m_needed.erase(same.begin(), same.end());
    if (m_options.exactPbs) // in the order of the files, so that a problem comes as early as with PBS
        std::ranges::sort(m_needed, {}, [](const NeededChunk &chunk) { return std::pair(chunk.file, chunk.begin); });
}

Result<bool> SnapshotCopy::isPresent(const ManifestFile &file) const
{
    if (m_isCorrupt || (m_isUnfinished && !m_options.exactPbs)) // nobody knows whether its chunks ever came
        return false;
    const auto bytes = m_directory->readFile(file.fileName, maxSnapshotFile);
    if (!bytes && !isGone(bytes.error()) && bytes.error().id != MessageId::FileTooLarge)
        return failWith(bytes);
    return bytes && fits(file, *bytes);
}

Done SnapshotCopy::fetch(const ManifestFile &file)
{
    auto bytes = m_source.file(m_from, file.fileName);
    m_wentAway = !bytes && isGone(bytes.error());
    if (!bytes)
        return failWith(bytes);
    if (!fits(file, *bytes))
        return refuse(MessageId::SyncFileDiffers, file.fileName);
    if (const Done added = file.fileName.ends_with(".blob") ? Done() : addChunks(file, *bytes); !added)
        return added;
    m_files.push_back({file.fileName, std::move(*bytes)});
    return {};
}

Done SnapshotCopy::addChunks(const ManifestFile &file, const std::string &bytes)
{
    const auto index = readIndex(bytes, file.fileName);
    if (!index)
        return failWith(index);
    const auto position = static_cast<std::uint32_t>(std::ranges::find(m_names, file.fileName) - m_names.begin());
    std::uint64_t begin = 0;
    for (const IndexEntry &entry : index->entries) {
        m_needed.push_back({entry.digest, begin, entry.end - begin, position, file.cryptMode == CryptMode::Encrypt});
        begin = entry.end;
    }
    return {};
}

/// Until all of them were seen while `.lock` was held once: no garbage collection has run since.
Done SnapshotCopy::copyChunks()
{
    for (;;) {
        if (const Done held = m_hold.ensure(); !held)
            return held;
        const unsigned generation = m_hold.generation();
        if (m_group.handledIn != generation)
            m_group.handled.clear();
        m_group.handledIn = generation;
        std::vector<NeededChunk> rest;
        if (!m_group.handled.empty())
            std::ranges::copy_if(m_needed, std::back_inserter(rest),
                                 [this](const NeededChunk &chunk) { return !std::ranges::binary_search(m_group.handled, chunk.digest); });
        const std::span<const NeededChunk> open = m_group.handled.empty() ? m_needed : rest;
        const std::function<bool(const Digest &)> isReusable
            = [this](const Digest &digest) { return std::ranges::binary_search(m_group.reusable, digest); };
        if (const Done copied = m_chunks(open, m_names, m_from.name(), m_options.exactPbs ? isReusable : nullptr); !copied)
            return copied;
        if (m_hold.generation() != generation)
            continue;
        const auto before = static_cast<std::ptrdiff_t>(m_group.handled.size());
        std::ranges::transform(open, std::back_inserter(m_group.handled), &NeededChunk::digest);
        std::ranges::sort(m_group.handled.begin() + before, m_group.handled.end());
        std::ranges::inplace_merge(m_group.handled, m_group.handled.begin() + before);
        return {};
    }
}

/// All of it is durable before anything of it gets a name under which it counts.
Done SnapshotCopy::publish(const std::string &manifest)
{
    if (const Done copied = copyChunks(); !copied)
        return copied;
    for (const File &file : m_files) {
        if (const Done written = writeTemporary(*m_directory, file.name, file.bytes); !written)
            return written;
    }
    if (const Done written = writeTemporary(*m_directory, manifestFileName, manifest); !written)
        return written;
    for (bool isSynced = false; !isSynced;) {
        const std::uint64_t copied = m_chunks.count().copied;
        if (m_chunks.count().bytes - m_bytesBefore > muchToSync)
            m_hold.release(); // it may take minutes
        m_bytesBefore = m_chunks.count().bytes;
        if (const Done synced = m_directory->syncFileSystem(); !synced)
            return synced;
        if (const Done seen = copyChunks(); !seen)
            return seen;
        isSynced = m_chunks.count().copied == copied;
    }
    const auto now = m_source.file(m_from, manifestFileName);
    if (!now || *now != m_raw)
        return fail(Error::Kind::Conflict, MessageId::SyncSourceChanged, m_from.name(), m_from.ns.toString());
    return place();
}

Done SnapshotCopy::place()
{
    for (const File &file : m_files) {
        if (const Done placed = placeTemporary(*m_directory, file.name); !placed)
            return placed;
    }
    if (const Done synced = m_directory->sync(); !synced)
        return synced;
    const auto manifestLock = m_target.locks->lockManifest(m_to.ns, m_to.group, m_to.time);
    if (!manifestLock)
        return failWith(manifestLock);
    if (const Done placed = placeTemporary(*m_directory, manifestFileName); !placed)
        return placed;
    return m_directory->sync();
}

Done SnapshotCopy::takeClientLog()
{
    const auto present = m_directory->find(clientLogFileName);
    if (!present || *present)
        return present ? Done() : failWith(present);
    const auto log = m_source.file(m_from, clientLogFileName);
    if (!log)
        return isGone(log.error()) ? Done() : failWith(log);
    if (const Done written = writeTemporary(*m_directory, clientLogFileName, *log); !written)
        return written;
    m_tookClientLog = true;
    return placeTemporary(*m_directory, clientLogFileName);
}

/// What was made goes; a snapshot that has its manifest is whole and stays, whatever failed behind it. True where nothing half done is left.
bool SnapshotCopy::abandon()
{
    if (m_isNew && !m_lock) {
        const Done removed = m_group.directory->removeDirectory(m_to.time.toString());
        return removed || isGone(removed.error());
    }
    if (!m_lock)
        return true;
    const auto manifest = m_directory->find(manifestFileName);
    if (m_isNew && manifest && !*manifest)
        return removeSnapshotDirectory(*m_group.directory, *m_directory, m_to, *m_target.locks).has_value();
    return removeTemporaryFiles(*m_directory).has_value();
}

} // namespace espalier
