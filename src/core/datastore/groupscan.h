// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/findingcollector.h"
#include "core/datastore/tree.h"

#include <memory>
#include <span>
#include <stop_token>

namespace espalier {

/// The first pass of one group: @p path is its directory's, relative to the datastore's root. Two system calls for each
/// snapshot. Null where a stop was requested meanwhile.
std::shared_ptr<const Group> scanGroupDirectory(const fs::Directory &directory, const NamespacePath &ns, const GroupId &id,
                                                const std::string &path, FindingCollector &findings, const std::stop_token &stop);

/// The same from what the directory was seen to hold, without looking into its snapshots: finished and protected are not told.
std::shared_ptr<const Group> nameGroup(const fs::Directory &directory, const std::vector<fs::Entry> &entries, const NamespacePath &ns,
                                       const GroupId &id, const std::string &path, FindingCollector &findings);

/// The same from @p entries of the directory; into snapshots that are @p known (sorted by their times) it does not look once more.
std::shared_ptr<const Group> scanGroupDirectory(const fs::Directory &directory, const std::vector<fs::Entry> &entries,
                                                const NamespacePath &ns, const GroupId &id, const std::string &path,
                                                FindingCollector &findings, std::span<const Snapshot> known);

/// What stands in the tree for a group whose directory cannot be read.
std::shared_ptr<const Group> unreadableGroup(const GroupId &id);

} // namespace espalier
