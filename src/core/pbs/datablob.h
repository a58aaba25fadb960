// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// The largest plain content that a blob may claim or grow to (PBS's encode limit).
inline constexpr std::size_t maxBlobContent = std::size_t{128} * 1024 * 1024;

/// What a DataBlob's header says (datastore-format §6).
struct BlobHeader
{
    bool encrypted = false;
    bool compressed = false;
    std::size_t headerSize = 12; ///< 12, or 44 with IV and tag.
};

/// Reads the header of @p raw and checks the CRC over what follows it.
/// @p file names the file in errors (BlobDamaged with file, offset, expectation).
Result<BlobHeader> checkBlob(std::string_view raw, std::string_view file);

/// The plain content of an unencrypted blob, decompressed, never more than @p limit bytes.
/// An encrypted one is checked as far as possible without a key and then fails with BlobEncrypted (Kind::Denied).
Result<std::string> decodeBlob(std::string_view raw, std::string_view file, std::size_t limit = maxBlobContent);

/// The same without a copy where none is needed: a part of @p raw, or @p unpacked, which holds what was compressed.
Result<std::string_view> viewBlob(std::string_view raw, std::string_view file, std::string &unpacked, std::size_t limit = maxBlobContent);

/// Makes an unencrypted blob of @p content; compressed with zstd level 1 where that is not larger.
std::string encodeBlob(std::string_view content, bool compress = true);

} // namespace espalier
