// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/place.h"
#include "core/fs/filesystem.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace espalier {

/// Which directory this is, so that another disk at the same path is noticed.
struct StoreIdentity
{
    std::string path;         ///< Resolved: absolute, without symbolic links.
    std::uint64_t device = 0; ///< For finding the same directory in this boot; may change at a mount.
    std::uint64_t rootInode = 0;
    std::int64_t rootBirthTime = 0; ///< Nanoseconds since 1970; 0 where unknown.
    std::uint64_t chunksInode = 0;  ///< Of `.chunks`.
    std::int64_t chunksBirthTime = 0;

    /// The same directory on the same file system; the device number and the path may differ.
    bool sameStore(const StoreIdentity &other) const;
    friend bool operator==(const StoreIdentity &, const StoreIdentity &) = default;
};

/// A directory that is a datastore.
struct OpenedStore
{
    std::shared_ptr<fs::Directory> root;
    StoreIdentity identity;
    std::uint32_t user = 0; ///< Owner of the root directory.
    std::uint32_t group = 0;
    bool isDemo = false;       ///< Its marker file is there.
    bool metadataOnly = false; ///< A big demo without chunks.
};

/// The marker file of a demo store, in its root. Content: "espalier demo 1\n", second line "metadata-only" for big ones.
inline constexpr std::string_view demoMarkerName = ".espalier-demo";
inline constexpr std::string_view demoMarkerFirstLine = "espalier demo 1\n";
inline constexpr std::string_view demoMetadataOnlyLine = "metadata-only";

/// Opens @p path and recognises a datastore (a `.chunks` directory and a `.lock` file). Each other thing gets its own error:
/// StoreIsFile, StoreIsEmpty, StoreNotFound, StoreDenied, StoreOneLevelBelow (args: path, the datastore below),
/// StoreLevelsAbove (args: path, the datastore it lies in), StoreNotRecognised. An S3 cache store is recognised by the
/// host's configuration (host.h), not here. Never opens `.lock`.
Result<OpenedStore> openStore(fs::FileSystem &fileSystem, const std::string &path);

} // namespace espalier
