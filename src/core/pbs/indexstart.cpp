// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/indexstart.h"

#include "core/pbs/littleendian.h"

#include <bit>

namespace espalier {

namespace {

std::unexpected<Error> damaged(std::string_view file, std::uint64_t offset, std::string_view expected)
{
    return fail(Error::Kind::Damaged, MessageId::IndexDamaged, file, std::to_string(offset), expected);
}

Done checkFixed(std::string_view start, std::uint64_t fileSize, std::string_view file)
{
    const auto archiveSize = readLittleEndian<std::uint64_t>(start, archiveSizeAt);
    const auto chunkSize = readLittleEndian<std::uint64_t>(start, chunkSizeAt);
    if (!std::has_single_bit(chunkSize))
        return damaged(file, chunkSizeAt, "a chunk size that is a power of two");
    const std::uint64_t count = archiveSize / chunkSize + (archiveSize % chunkSize ? 1 : 0);
    if (count == 0)
        return damaged(file, archiveSizeAt, "an archive of at least one byte");
    const std::uint64_t body = fileSize - indexHeaderSize;
    if (body % fixedEntrySize != 0 || body / fixedEntrySize != count)
        return damaged(file, fileSize, "the end, as many entries behind the header as the size of the archive needs");
    return {};
}

Done checkDynamic(std::uint64_t fileSize, std::string_view file)
{
    const std::uint64_t body = fileSize - indexHeaderSize;
    if (body == 0 || body % dynamicEntrySize != 0)
        return damaged(file, fileSize, "the end, with whole entries behind the header");
    return {};
}

} // namespace

Result<IndexFile::Kind> checkIndexStart(std::string_view start, std::uint64_t fileSize, std::string_view file)
{
    const bool dynamic = start.starts_with(dynamicIndexMagic);
    if (!dynamic && !start.starts_with(fixedIndexMagic))
        return damaged(file, 0, "the first eight bytes of an index");
    if (fileSize < indexHeaderSize || start.size() < indexStartSize)
        return damaged(file, fileSize, "a whole header");
    if (const Done checked = dynamic ? checkDynamic(fileSize, file) : checkFixed(start, fileSize, file); !checked)
        return failWith(checked);
    return dynamic ? IndexFile::Kind::Dynamic : IndexFile::Kind::Fixed;
}

} // namespace espalier
