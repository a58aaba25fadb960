// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/locks.h"
#include "core/pbs/archivename.h"
#include "core/pbs/manifest.h"
#include "core/run/storedirectories.h"
#include "core/sync/syncsource.h"

#include <string>
#include <string_view>

/// What a sync does with the files of a snapshot in the datastore that it copies into. The caller holds the snapshot's lock.
namespace espalier {

inline constexpr std::uint32_t snapshotFileMode = 0644; // datastore-format §5
inline constexpr std::uint32_t storeDirectoryMode = 0755;

/// Writes @p content beside the file @p name that it is going to be; not synced.
Done writeTemporary(fs::Directory &snapshot, std::string_view name, std::string_view content);

/// Gives what writeTemporary() wrote its name.
Done placeTemporary(fs::Directory &snapshot, std::string_view name);

/// Removes what writeTemporary() may have left.
Done removeTemporaryFiles(fs::Directory &snapshot);

/// Removes regular files that neither a manifest with @p files nor PBS puts into a snapshot. Protection counts as such a file only where
/// @p evenProtection says so: that is what PBS does.
Done removeUnlisted(fs::Directory &snapshot, const std::vector<ManifestFile> &files, bool evenProtection);

/// Removes a snapshot that has no manifest, with its lock files.
Done removeSnapshotDirectory(fs::Directory &group, fs::Directory &directory, const SnapshotAddress &snapshot, StoreLocks &locks);

/// Removes a group in which nothing but its owner and notes is; true where it is gone. The caller holds its lock.
bool removeGroupIfEmpty(fs::Directory &type, fs::Directory &directory, const GroupId &group, StoreLocks &locks, const NamespacePath &ns);

} // namespace espalier
