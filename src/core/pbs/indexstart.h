// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/indexfile.h"

namespace espalier {

/// How much of an index file checkIndexStart() wants.
inline constexpr std::size_t indexStartSize = 80;

/// @name How an index file is laid out (datastore-format §8, §9); the last two are in a fixed index only
/// @{
inline constexpr std::string_view fixedIndexMagic{"\x2f\x7f\x41\xed\x91\xfd\x0f\xcd", 8};
inline constexpr std::string_view dynamicIndexMagic{"\x1c\x91\x4e\xa5\x19\xba\xb3\xcd", 8};
inline constexpr std::size_t indexHeaderSize = 4096;
inline constexpr std::size_t fixedEntrySize = Digest::size;
inline constexpr std::size_t dynamicEntrySize = 8 + Digest::size;
inline constexpr std::size_t archiveSizeAt = 64;
inline constexpr std::size_t chunkSizeAt = 72;
/// @}

/// Checks the first bytes of an index file and its size, which is all that PBS looks at when it opens one: the kind, or
/// IndexDamaged. Entries are not looked at. @p start may be longer than needed; @p file names the file in errors.
Result<IndexFile::Kind> checkIndexStart(std::string_view start, std::uint64_t fileSize, std::string_view file);

} // namespace espalier
