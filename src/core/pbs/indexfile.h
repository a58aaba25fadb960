// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/digest.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// One chunk of an archive: which, and where its last byte ends.
struct IndexEntry
{
    std::uint64_t end = 0; ///< Offset behind its last byte in the archive.
    Digest digest;

    friend bool operator==(const IndexEntry &, const IndexEntry &) = default;
};

/// The content of a `.fidx` or `.didx` file (datastore-format §8, §9).
struct IndexFile
{
    enum class Kind { Fixed, Dynamic };

    Kind kind = Kind::Fixed;
    std::array<std::byte, 16> uuid{};
    std::int64_t createdAt = 0;    ///< Epoch seconds.
    Digest storedChecksum;         ///< As the header says; PBS does not compare it on open.
    std::uint64_t chunkSize = 0;   ///< Fixed only.
    std::uint64_t archiveSize = 0; ///< Bytes of the archive it describes.
    std::vector<IndexEntry> entries;

    Digest bodyChecksum() const; ///< SHA-256 of the body: the manifest's "csum".
};

/// Reads a whole index file; kind by its magic. @p file names the file in errors (IndexDamaged).
Result<IndexFile> readIndex(std::string_view raw, std::string_view file);

/// The bytes of an index file as PBS writes them. The stored checksum is computed.
std::string writeIndex(const IndexFile &index);

} // namespace espalier
