// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/demo/demokey.h"
#include "core/pbs/manifest.h"

#include <string>

namespace espalier {

/// What a client says of its upload.
struct UploadStatistics
{
    std::uint64_t count = 0;
    std::uint64_t size = 0;
    std::uint64_t compressedSize = 0;
    std::uint64_t duplicates = 0;
};

/// The bytes of `index.json.blob` as PBS writes them. With @p key (may be null) it is signed and names the key.
std::string writeManifest(const Manifest &manifest, const UploadStatistics &statistics, const DemoKey *key);

} // namespace espalier
