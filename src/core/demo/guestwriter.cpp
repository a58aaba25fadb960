// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/guestwriter.h"

#include "core/pbs/archivename.h"
#include "core/pbs/datablob.h"
#include "core/pbs/upid.h"

#include <algorithm>
#include <format>

namespace espalier {

namespace {

constexpr std::uint64_t diskChunkSize = 4 * 1024 * 1024; // the only size that a server writes
constexpr std::uint64_t diskSize = 6 * diskChunkSize;
constexpr std::uint64_t firmwareSize = 528 * 1024;
constexpr std::int64_t secondsPerDay = 86'400;
constexpr std::size_t verifiedFrom = 2; ///< The newest snapshots were not verified yet.

/// Content that compresses well, beginning with @p random's bytes.
std::string filler(DemoRandom random, std::size_t size)
{
    constexpr std::size_t blockSize = 4096;
    constexpr std::size_t freshBytes = 512;
    std::string block = random.bytes(freshBytes);
    block.resize(blockSize, ' ');
    std::string content;
    content.reserve(size + blockSize);
    while (content.size() < size)
        content += block;
    content.resize(size);
    return content;
}

void setUuid(IndexFile &index, DemoRandom random)
{
    const std::string bytes = random.bytes(index.uuid.size());
    std::ranges::copy(std::as_bytes(std::span(bytes)), index.uuid.begin());
}

} // namespace

GuestWriter::GuestWriter(StoreWriter &store, std::string_view siteName, const DemoGuest &guest, std::uint64_t seed)
    : m_store(store)
    , m_siteName(siteName)
    , m_guest(guest)
    , m_id(GroupId::fromString(guest.group).value())
    , m_seed(seed)
    , m_key(DemoRandom::of(seed, "key").bytes(Digest::size))
{
}

Done GuestWriter::write(std::int64_t now, const std::function<void()> &written)
{
    const auto path = NamespacePath::fromString(m_guest.ns).value();
    const auto group = m_store.makeGroup(path, m_id, m_guest.owner, m_guest.note);
    if (!group)
        return failWith(group);
    const std::vector<SnapshotTime> times = demoSchedule(m_guest, now);
    for (std::size_t i = 0; i < times.size(); ++i) {
        const std::size_t newer = times.size() - 1 - i;
        const bool isCorrupt = m_guest.has(DemoFeature::FailedVerify) && newer == verifiedFrom + 1;
        const VerifyState verified = isCorrupt ? VerifyState::Failed : VerifyState::Ok;
        const bool isProtected = i == 0 && m_guest.has(DemoFeature::Protected);
        if (const Done done = writeSnapshot(**group, times[i], newer < verifiedFrom ? VerifyState::None : verified, isProtected); !done)
            return done;
        written();
    }
    if (!m_guest.has(DemoFeature::Interrupted) || times.empty() || times.back().epoch() + secondsPerDay / 24 > now)
        return {};
    return writeInterrupted(**group, times.back());
}

Done GuestWriter::writeSnapshot(fs::Directory &group, const SnapshotTime &time, VerifyState state, bool isProtected)
{
    const auto directory = StoreWriter::makeSnapshot(group, time);
    if (!directory)
        return failWith(directory);
    Backup backup{**directory, time, state};
    backup.manifest.notes = m_guest.name;
    Done done;
    switch (m_id.type()) {
    case BackupType::Vm: done = writeMachine(backup); break;
    case BackupType::Ct: done = writeContainer(backup); break;
    case BackupType::Host: done = writeHost(backup); break;
    }
    if (done)
        done = finish(backup);
    if (done && isProtected)
        done = StoreWriter::writeFile(**directory, protectedFileName, {});
    return done;
}

/// An hour after the last backup another one began; its disk was sent, the rest was not.
Done GuestWriter::writeInterrupted(fs::Directory &group, const SnapshotTime &after)
{
    const auto time = SnapshotTime::fromEpoch(after.epoch() + 3600);
    const auto directory = time ? StoreWriter::makeSnapshot(group, *time) : failWith(time);
    if (!directory)
        return failWith(directory);
    Backup backup{**directory, *time};
    return m_id.type() == BackupType::Vm ? addDisk(backup, "drive-scsi0.img.fidx", diskSize)
                                         : addBlob(backup, "pct.conf.blob", "arch: amd64\n");
}

Done GuestWriter::writeMachine(Backup &backup)
{
    const std::string config
        = std::format("cores: 2\nmemory: 4096\nname: {}\nscsi0: local:vm-{}-disk-0,size=24M\n", m_guest.name, m_id.id());
    Done done = addBlob(backup, "qemu-server.conf.blob", config);
    if (done && m_guest.has(DemoFeature::FirmwareDisk))
        done = addDisk(backup, "drive-efidisk0.img.fidx", firmwareSize);
    if (done)
        done = addDisk(backup, "drive-scsi0.img.fidx", diskSize);
    const std::string log = std::format("INFO: starting backup of VM {}\nINFO: backup finished\n", m_id.id());
    return done ? StoreWriter::writeFile(backup.directory, clientLogFileName, encodeBlob(log)) : done;
}

Done GuestWriter::writeContainer(Backup &backup)
{
    constexpr std::size_t rootChunks = 4;
    constexpr std::size_t rootChunkSize = 192 * 1024;
    const bool isSplit = m_guest.has(DemoFeature::SplitArchive);
    Done done = addBlob(backup, "pct.conf.blob", std::format("arch: amd64\ncores: 1\nhostname: {}\n", m_guest.name));
    if (done)
        done = addStream(backup, isSplit ? "root.mpxar.didx" : "catalog.pcat1.didx", 1, 4096);
    return done ? addStream(backup, isSplit ? "root.ppxar.didx" : "root.pxar.didx", rootChunks, rootChunkSize) : done;
}

Done GuestWriter::writeHost(Backup &backup)
{
    constexpr std::size_t homeChunks = 3;
    constexpr std::size_t homeChunkSize = 128 * 1024;
    const Done done = addStream(backup, "catalog.pcat1.didx", 1, 2048);
    return done ? addStream(backup, "home.pxar.didx", homeChunks, homeChunkSize) : done;
}

Done GuestWriter::addBlob(Backup &backup, std::string_view name, std::string_view content)
{
    const bool isEncrypted = cryptMode() == CryptMode::Encrypt;
    const std::string iv = randomFor(std::format("{} {}", backup.time.toString(), name)).bytes(DemoKey::ivSize);
    const std::string raw = isEncrypted ? m_key.encodeBlob(content, iv) : encodeBlob(content);
    backup.manifest.files.push_back({std::string(name), cryptMode(), raw.size(), Digest::of(std::string_view(raw))});
    return StoreWriter::writeFile(backup.directory, name, raw);
}

Done GuestWriter::addDisk(Backup &backup, std::string_view name, std::uint64_t size)
{
    IndexFile index;
    index.kind = IndexFile::Kind::Fixed;
    index.chunkSize = diskChunkSize;
    for (std::uint64_t at = 0; at < size; at += diskChunkSize) {
        const std::uint64_t length = std::min(diskChunkSize, size - at);
        const bool isLast = at + length == size;
        const bool isCorrupt = isLast && length == diskChunkSize && backup.verifyState == VerifyState::Failed;
        const Chunk chunk = isCorrupt ? Chunk{"corrupt", length, true} : diskChunk(name, at / diskChunkSize, length, backup.time);
        if (const Done done = addChunk(backup, index, chunk); !done)
            return done;
    }
    return addIndex(backup, name, std::move(index));
}

/// The first chunk never changes, the next two do now and then, the rest was never written to.
GuestWriter::Chunk GuestWriter::diskChunk(std::string_view disk, std::uint64_t number, std::uint64_t size, const SnapshotTime &time) const
{
    constexpr std::array<std::int64_t, 3> daysBetweenChanges{36'500, 240, 90};
    if (number >= daysBetweenChanges.size())
        return {{}, size};
    const std::int64_t version = time.epoch() / secondsPerDay / daysBetweenChanges[number];
    return {std::format("{} {} {}", disk, number, version), size};
}

/// The last chunk changes each week.
Done GuestWriter::addStream(Backup &backup, std::string_view name, std::size_t chunks, std::size_t chunkSize)
{
    constexpr std::int64_t daysBetweenChanges = 7;
    IndexFile index;
    index.kind = IndexFile::Kind::Dynamic;
    for (std::size_t i = 0; i < chunks; ++i) {
        const std::int64_t version = i + 1 < chunks ? 0 : backup.time.epoch() / secondsPerDay / daysBetweenChanges;
        const std::string chunk = std::format("{} {} {}", name, i, version);
        const std::size_t size = chunkSize / 2 + randomFor(chunk).below(chunkSize);
        if (const Done done = addChunk(backup, index, {chunk, size}); !done)
            return done;
    }
    return addIndex(backup, name, std::move(index));
}

std::string GuestWriter::content(const Chunk &chunk) const
{
    return chunk.name.empty() ? std::string(chunk.size, '\0') : filler(randomFor(chunk.name), chunk.size);
}

Done GuestWriter::addChunk(Backup &backup, IndexFile &index, const Chunk &chunk)
{
    index.archiveSize += chunk.size;
    ++backup.statistics.count;
    backup.statistics.size += chunk.size;
    const std::string key = std::format("{} {}", chunk.size, chunk.name);
    if (const auto written = m_written.find(key); written != m_written.end()) {
        index.entries.push_back({index.archiveSize, written->second});
        ++backup.statistics.duplicates;
        return {};
    }
    const bool isEncrypted = cryptMode() == CryptMode::Encrypt;
    const std::string plain = content(chunk);
    const Digest digest = isEncrypted ? m_key.digest(plain) : Digest::of(std::string_view(plain));
    m_written.emplace(key, digest);
    index.entries.push_back({index.archiveSize, digest});
    if (m_store.hasChunk(digest)) {
        ++backup.statistics.duplicates;
        return {};
    }
    const std::string iv = randomFor(digest.toHex()).bytes(DemoKey::ivSize);
    std::string blob = isEncrypted ? m_key.encodeBlob(plain, iv) : encodeBlob(plain);
    backup.statistics.compressedSize += blob.size();
    if (!chunk.isCorrupt)
        return m_store.writeChunk(digest, blob);
    blob.back() = static_cast<char>(blob.back() ^ 1);
    return m_store.writeBadChunk(digest, blob);
}

Done GuestWriter::addIndex(Backup &backup, std::string_view name, IndexFile index)
{
    setUuid(index, randomFor(std::format("{} {}", backup.time.toString(), name)));
    index.createdAt = backup.time.epoch();
    backup.manifest.files.push_back({std::string(name), cryptMode(), index.archiveSize, index.bodyChecksum()});
    return StoreWriter::writeFile(backup.directory, name, writeIndex(index));
}

Done GuestWriter::finish(Backup &backup)
{
    backup.manifest.backupType = toString(m_id.type());
    backup.manifest.backupId = m_id.id();
    backup.manifest.backupTime = backup.time.epoch();
    backup.manifest.verifyState = backup.verifyState;
    backup.manifest.verifyUpid = verifyTask(backup.time);
    const DemoKey *key = cryptMode() == CryptMode::Encrypt ? &m_key : nullptr;
    return StoreWriter::writeFile(backup.directory, manifestFileName, writeManifest(backup.manifest, backup.statistics, key));
}

/// The verification ran on the evening after the backup.
std::string GuestWriter::verifyTask(const SnapshotTime &time) const
{
    const std::int64_t evening = time.epoch() / secondsPerDay * secondsPerDay + 20 * 3600;
    const auto day = static_cast<std::uint64_t>(time.epoch() / secondsPerDay);
    return Upid{.node = "pbs",
                .pid = 4711,
                .processStart = 0x1badA,
                .taskId = day,
                .startTime = evening,
                .workerType = "verificationjob",
                .workerId = m_siteName + ":v-daily",
                .authId = "root@pam"}
        .toString();
}

DemoRandom GuestWriter::randomFor(std::string_view what) const
{
    return DemoRandom::of(m_seed, std::format("{}/{}/{} {}", m_siteName, m_guest.ns, m_guest.group, what));
}

} // namespace espalier
