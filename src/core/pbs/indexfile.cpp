// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/indexfile.h"

#include "core/pbs/indexstart.h"
#include "core/pbs/littleendian.h"

#include <algorithm>

namespace espalier {

namespace {

constexpr std::size_t uuidAt = 8;
constexpr std::size_t createdAtAt = 24;
constexpr std::size_t checksumAt = 32;

Digest digestAt(std::string_view raw, std::size_t at)
{
    return Digest(std::as_bytes(std::span(raw).subspan(at).first<Digest::size>()));
}

void append(std::string &raw, std::span<const std::byte> bytes)
{
    raw.append(reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

/// The bytes behind the header, as the checksum covers them.
std::string bodyOf(const IndexFile &index)
{
    const bool dynamic = index.kind == IndexFile::Kind::Dynamic;
    std::string body;
    body.reserve(index.entries.size() * (dynamic ? dynamicEntrySize : fixedEntrySize));
    for (const IndexEntry &entry : index.entries) {
        if (dynamic)
            appendLittleEndian(body, entry.end);
        append(body, entry.digest.bytes());
    }
    return body;
}

void readFixed(IndexFile &index, std::string_view raw)
{
    index.archiveSize = readLittleEndian<std::uint64_t>(raw, archiveSizeAt);
    index.chunkSize = readLittleEndian<std::uint64_t>(raw, chunkSizeAt);
    const std::size_t count = (raw.size() - indexHeaderSize) / fixedEntrySize;
    index.entries.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t end = i + 1 < count ? (i + 1) * index.chunkSize : index.archiveSize;
        index.entries.push_back({end, digestAt(raw, indexHeaderSize + i * fixedEntrySize)});
    }
}

Done readDynamic(IndexFile &index, std::string_view raw, std::string_view file)
{
    index.entries.reserve((raw.size() - indexHeaderSize) / dynamicEntrySize);
    for (std::size_t at = indexHeaderSize; at < raw.size(); at += dynamicEntrySize) {
        const auto end = readLittleEndian<std::uint64_t>(raw, at);
        if (end < index.archiveSize)
            return fail(Error::Kind::Damaged, MessageId::IndexDamaged, file, std::to_string(at), "an offset not before the last one");
        index.archiveSize = end;
        index.entries.push_back({end, digestAt(raw, at + 8)});
    }
    return {};
}

} // namespace

Digest IndexFile::bodyChecksum() const
{
    return Digest::of(bodyOf(*this));
}

Result<IndexFile> readIndex(std::string_view raw, std::string_view file)
{
    const auto kind = checkIndexStart(raw, raw.size(), file);
    if (!kind)
        return failWith(kind);
    IndexFile index;
    index.kind = *kind;
    std::ranges::copy(std::as_bytes(std::span(raw).subspan(uuidAt, index.uuid.size())), index.uuid.begin());
    index.createdAt = static_cast<std::int64_t>(readLittleEndian<std::uint64_t>(raw, createdAtAt));
    index.storedChecksum = digestAt(raw, checksumAt);
    if (index.kind == IndexFile::Kind::Fixed)
        readFixed(index, raw);
    else if (const Done read = readDynamic(index, raw, file); !read)
        return failWith(read);
    return index;
}

std::string writeIndex(const IndexFile &index)
{
    const std::string body = bodyOf(index);
    std::string raw(index.kind == IndexFile::Kind::Fixed ? fixedIndexMagic : dynamicIndexMagic);
    append(raw, index.uuid);
    appendLittleEndian(raw, static_cast<std::uint64_t>(index.createdAt));
    append(raw, Digest::of(body).bytes());
    if (index.kind == IndexFile::Kind::Fixed) {
        appendLittleEndian(raw, index.archiveSize);
        appendLittleEndian(raw, index.chunkSize);
    }
    raw.resize(indexHeaderSize, '\0');
    return raw + body;
}

} // namespace espalier
