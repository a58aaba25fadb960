// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "syncstores.h"

#include "core/demo/manifestwriter.h"
#include "core/fs/posix.h"
#include "core/pbs/datablob.h"

#include <cstring>
#include <format>
#include <stdexcept>

namespace espalier::bench {

namespace files = std::filesystem;

namespace {

constexpr std::size_t chunkPrefixes = 65536;

void must(bool isTrue, const std::string &what)
{
    if (!isTrue)
        throw std::runtime_error(what);
}

} // namespace

SyncStore::SyncStore(const files::path &path, unsigned seed) : m_random(seed)
{
    files::create_directories(path);
    auto root = fs::posixFileSystem()->open(path.string());
    auto writer = root ? StoreWriter::make(*root, "espalier demo 1\n") : Result<StoreWriter>(failWith(root));
    must(writer.has_value(), "the store cannot be made");
    m_writer.emplace(*std::move(writer));
}

void SyncStore::addChunks(std::size_t count, std::size_t smallest, std::size_t largest)
{
    for (std::size_t i = 0; i < count; ++i) {
        std::string content(smallest + m_random() % (largest - smallest + 1), '\0');
        for (std::size_t at = 0; at + sizeof(std::uint64_t) <= content.size(); at += sizeof(std::uint64_t)) {
            const std::uint64_t value = m_random();
            std::memcpy(content.data() + at, &value, sizeof value);
        }
        const Digest digest = Digest::of(content);
        must(m_writer->writeChunk(digest, encodeBlob(content, false)).has_value(), "a chunk cannot be written");
        m_end += content.size();
        m_index.entries.push_back({m_end, digest});
    }
}

void SyncStore::addSnapshot(const std::string &group, std::int64_t time)
{
    const GroupId id = GroupId::fromString(group).value();
    auto directory = m_groups[group];
    if (!directory)
        directory = m_groups[group] = m_writer->makeGroup(NamespacePath(), id, "root@pam", {}).value();
    const auto snapshot = StoreWriter::makeSnapshot(*directory, SnapshotTime::fromEpoch(time).value()).value();
    m_index.kind = IndexFile::Kind::Dynamic;
    m_index.archiveSize = m_end;
    Manifest manifest;
    manifest.backupType = toString(id.type());
    manifest.backupId = id.id();
    manifest.backupTime = time;
    manifest.files = {{"root.pxar.didx", CryptMode::None, m_end, m_index.bodyChecksum()}};
    must(StoreWriter::writeFile(*snapshot, "root.pxar.didx", writeIndex(m_index))
             && StoreWriter::writeFile(*snapshot, "index.json.blob", writeManifest(manifest, {}, nullptr)),
         "a snapshot cannot be written");
}

void SyncStore::forget()
{
    m_index.entries.clear();
    m_end = 0;
}

void fillSyncStore(const files::path &path, std::size_t groups, std::size_t chunks, std::size_t smallest, std::size_t largest)
{
    if (files::exists(path))
        return;
    SyncStore store(path, 1);
    for (std::size_t i = 0; i < groups; ++i) {
        store.forget();
        store.addChunks(chunks / groups, smallest, largest);
        store.addSnapshot(std::format("vm/{}", 100 + i), firstDay);
    }
}

void makeSyncTarget(const files::path &path)
{
    files::remove_all(path);
    const SyncStore store(path, 2);
    for (std::size_t i = 0; i < chunkPrefixes; ++i)
        files::create_directory(path / ".chunks" / std::format("{:04x}", i));
}

} // namespace espalier::bench
