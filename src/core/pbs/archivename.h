// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <string>
#include <string_view>

namespace espalier {

enum class ArchiveType : unsigned char { Blob, DynamicIndex, FixedIndex };

/// A server-side file name in a snapshot directory: SAFE_ID that ends in .blob, .didx or .fidx, at most 255 bytes.
/// Manifest file names are foreign input (datastore-format §2): whatever is no ArchiveName is never used as a path.
class ArchiveName
{
public:
    static Result<ArchiveName> fromString(std::string_view text);

    const std::string &toString() const { return m_text; }
    ArchiveType type() const { return m_type; }

    friend bool operator==(const ArchiveName &, const ArchiveName &) = default;

private:
    std::string m_text;
    ArchiveType m_type = ArchiveType::Blob;
};

inline constexpr std::string_view manifestFileName = "index.json.blob";
inline constexpr std::string_view clientLogFileName = "client.log.blob";
inline constexpr std::string_view protectedFileName = ".protected";
inline constexpr std::string_view ownerFileName = "owner";
inline constexpr std::string_view notesFileName = "notes";

/// What PBS's text parser alone says of a name's extension (it lets slashes and blanks through); for comparing with PBS.
Result<ArchiveType> archiveTypeOf(std::string_view name);

} // namespace espalier
