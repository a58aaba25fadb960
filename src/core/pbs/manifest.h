// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/archivename.h"
#include "core/pbs/digest.h"
#include "core/pbs/groupid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

enum class CryptMode : unsigned char { None, SignOnly, Encrypt };
enum class VerifyState : unsigned char { None, Ok, Failed };

std::string_view toString(CryptMode mode);    ///< "none", "sign-only", "encrypt"
std::string_view toString(VerifyState state); ///< "", "ok", "failed"

struct ManifestFile
{
    std::string fileName; ///< As written: foreign input. Only use it as a path through ArchiveName.
    CryptMode cryptMode = CryptMode::None;
    std::uint64_t size = 0;
    Digest checksum;

    friend bool operator==(const ManifestFile &, const ManifestFile &) = default;
};

/// The manifest of a snapshot, `index.json.blob` (datastore-format §10).
struct Manifest
{
    std::string backupType;
    std::string backupId;
    std::int64_t backupTime = 0; ///< Epoch seconds.
    std::vector<ManifestFile> files;
    std::optional<std::string> signature;
    std::string notes;
    std::string keyFingerprint; ///< Empty without a key.
    VerifyState verifyState = VerifyState::None;
    std::string verifyUpid;
    std::string json; ///< The whole text, as stored.

    std::uint64_t totalSize() const;
    CryptMode cryptMode() const; ///< The weakest of its files' modes.
};

/// Reads the raw bytes of `index.json.blob`. @p file names the file in errors.
Result<Manifest> readManifest(std::string_view raw, std::string_view file);

} // namespace espalier
