// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/findingcollector.h"
#include "core/datastore/tree.h"

#include <string>

namespace espalier {

/// No manifest is larger: PBS takes blobs of 16 MiB.
inline constexpr std::size_t manifestFileLimit = std::size_t{17} * 1024 * 1024;

/// The second pass of one snapshot: @p name is its directory in @p group, @p path the same relative to the datastore's root.
/// Its owner is not judged where @p judgeOwner is false (that of the group's directory is wrong already), those of its files
/// not where its own is wrong.
SnapshotDetails scanSnapshotDirectory(const fs::Directory &group, const std::string &name, const std::string &path, bool judgeOwner,
                                      FindingCollector &findings);

} // namespace espalier
