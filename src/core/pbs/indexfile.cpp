// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/indexfile.h"

#include "core/pbs/littleendian.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace espalier {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view fixedMagic = "\x2f\x7f\x41\xed\x91\xfd\x0f\xcd"sv;
constexpr std::string_view dynamicMagic = "\x1c\x91\x4e\xa5\x19\xba\xb3\xcd"sv;
constexpr std::size_t headerSize = 4096;
constexpr std::size_t uuidAt = 8;
constexpr std::size_t createdAtAt = 24;
constexpr std::size_t checksumAt = 32;
constexpr std::size_t archiveSizeAt = 64; // fixed only, as the next
constexpr std::size_t chunkSizeAt = 72;
constexpr std::size_t fixedEntrySize = Digest::size;
constexpr std::size_t dynamicEntrySize = 8 + Digest::size;

std::unexpected<Error> damaged(std::string_view file, std::size_t offset, std::string_view expected)
{
    return fail(Error::Kind::Damaged, MessageId::IndexDamaged, file, std::to_string(offset), expected);
}

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

Done readFixed(IndexFile &index, std::string_view raw, std::string_view file)
{
    index.archiveSize = readLittleEndian<std::uint64_t>(raw, archiveSizeAt);
    index.chunkSize = readLittleEndian<std::uint64_t>(raw, chunkSizeAt);
    if (!std::has_single_bit(index.chunkSize))
        return damaged(file, chunkSizeAt, "a chunk size that is a power of two");
    const std::uint64_t count = index.archiveSize / index.chunkSize + (index.archiveSize % index.chunkSize ? 1 : 0);
    if (count == 0)
        return damaged(file, archiveSizeAt, "an archive of at least one byte");
    const std::size_t body = raw.size() - headerSize;
    if (body % fixedEntrySize != 0 || body / fixedEntrySize != count)
        return damaged(file, raw.size(), "the end, as many entries behind the header as the size of the archive needs");
    index.entries.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t end = i + 1 < count ? (i + 1) * index.chunkSize : index.archiveSize;
        index.entries.push_back({end, digestAt(raw, headerSize + i * fixedEntrySize)});
    }
    return {};
}

Done readDynamic(IndexFile &index, std::string_view raw, std::string_view file)
{
    const std::size_t body = raw.size() - headerSize;
    if (body == 0 || body % dynamicEntrySize != 0)
        return damaged(file, raw.size(), "the end, with whole entries behind the header");
    index.entries.reserve(body / dynamicEntrySize);
    for (std::size_t at = headerSize; at < raw.size(); at += dynamicEntrySize) {
        const auto end = readLittleEndian<std::uint64_t>(raw, at);
        if (end < index.archiveSize)
            return damaged(file, at, "an offset not before the last one");
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
    IndexFile index;
    if (raw.starts_with(dynamicMagic))
        index.kind = IndexFile::Kind::Dynamic;
    else if (!raw.starts_with(fixedMagic))
        return damaged(file, 0, "the first eight bytes of an index");
    if (raw.size() < headerSize)
        return damaged(file, raw.size(), "a whole header");
    std::ranges::copy(std::as_bytes(std::span(raw).subspan(uuidAt, index.uuid.size())), index.uuid.begin());
    index.createdAt = static_cast<std::int64_t>(readLittleEndian<std::uint64_t>(raw, createdAtAt));
    index.storedChecksum = digestAt(raw, checksumAt);
    const Done read = index.kind == IndexFile::Kind::Fixed ? readFixed(index, raw, file) : readDynamic(index, raw, file);
    if (!read)
        return failWith(read);
    return index;
}

std::string writeIndex(const IndexFile &index)
{
    const std::string body = bodyOf(index);
    std::string raw(index.kind == IndexFile::Kind::Fixed ? fixedMagic : dynamicMagic);
    append(raw, index.uuid);
    appendLittleEndian(raw, static_cast<std::uint64_t>(index.createdAt));
    append(raw, Digest::of(body).bytes());
    if (index.kind == IndexFile::Kind::Fixed) {
        appendLittleEndian(raw, index.archiveSize);
        appendLittleEndian(raw, index.chunkSize);
    }
    raw.resize(headerSize, '\0');
    return raw + body;
}

} // namespace espalier
