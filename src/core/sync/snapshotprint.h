// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/pbs/digest.h"
#include "core/sync/syncsource.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// What a snapshot's directory holds: equal prints are the same files, as long as nobody writes into one, which PBS never does.
struct SnapshotPrint
{
    struct File
    {
        std::string name;
        std::uint64_t inode = 0;
        std::uint64_t size = 0;

        friend bool operator==(const File &, const File &) = default;
    };

    std::uint64_t inode = 0; ///< Of the directory.
    std::vector<File> files; ///< By name.
    Digest manifest;         ///< Of its bytes.

    bool has(std::string_view name) const;
    friend bool operator==(const SnapshotPrint &, const SnapshotPrint &) = default;
};

/// Fails with RemovalForeignEntry where anything but files is in @p directory; @p snapshot names it.
Result<SnapshotPrint> printOf(const fs::Directory &directory, const SnapshotAddress &snapshot);

} // namespace espalier
