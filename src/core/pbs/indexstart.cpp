// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/indexstart.h"

#include "core/pbs/littleendian.h"

#include <bit>

namespace espalier {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view fixedMagic = "\x2f\x7f\x41\xed\x91\xfd\x0f\xcd"sv;
constexpr std::string_view dynamicMagic = "\x1c\x91\x4e\xa5\x19\xba\xb3\xcd"sv;
constexpr std::size_t headerSize = 4096;
constexpr std::size_t archiveSizeAt = 64;
constexpr std::size_t chunkSizeAt = 72;
constexpr std::size_t fixedEntrySize = Digest::size;
constexpr std::size_t dynamicEntrySize = 8 + Digest::size;

/// Whether a fixed index with this header is complete.
bool isWholeFixed(std::string_view start, std::uint64_t body)
{
    const auto archiveSize = readLittleEndian<std::uint64_t>(start, archiveSizeAt);
    const auto chunkSize = readLittleEndian<std::uint64_t>(start, chunkSizeAt);
    if (!std::has_single_bit(chunkSize) || body % fixedEntrySize != 0)
        return false;
    const std::uint64_t count = archiveSize / chunkSize + (archiveSize % chunkSize ? 1 : 0);
    return count > 0 && body / fixedEntrySize == count;
}

} // namespace

Result<IndexFile::Kind> checkIndexStart(std::string_view start, std::uint64_t fileSize, std::string_view file)
{
    const auto damaged = [file](std::uint64_t offset, std::string_view expected) {
        return fail(Error::Kind::Damaged, MessageId::IndexDamaged, file, std::to_string(offset), expected);
    };
    const bool dynamic = start.starts_with(dynamicMagic);
    if (!dynamic && !start.starts_with(fixedMagic))
        return damaged(0, "the first eight bytes of an index");
    if (fileSize < headerSize || start.size() < indexStartSize)
        return damaged(fileSize, "a whole header");
    const std::uint64_t body = fileSize - headerSize;
    const bool whole = dynamic ? body > 0 && body % dynamicEntrySize == 0 : isWholeFixed(start, body);
    if (!whole)
        return damaged(fileSize, "the end, with as many entries behind the header as the archive needs");
    return dynamic ? IndexFile::Kind::Dynamic : IndexFile::Kind::Fixed;
}

} // namespace espalier
