// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/scan.h"
#include "core/datastore/tree.h"

#include <string>
#include <vector>

namespace espalier {

/// A group, and whose backups it holds.
struct Occurrence
{
    NamespacePath ns;
    std::shared_ptr<const Group> group;  ///< Never null.
    std::vector<std::string> guestNames; ///< Those that were read, each once, of the newest snapshot first.

    const Snapshot *oldest() const; ///< Finished one; null where none is.
    const Snapshot *newest() const;
};

/// One guest id and every group of that id in a datastore: in several namespaces, as where two clusters use one VMID, or in
/// one whose backups carry several guests' names.
struct Overlap
{
    GroupId id;
    std::vector<Occurrence> occurrences; ///< In PBS's order of namespaces.

    bool ownersDiffer() const; ///< Between groups whose owner is known.
    /// Of all groups, each once. More than one: different guests, or one that was renamed.
    std::vector<std::string> guestNames() const;
};

/// Which groups readOverlaps() looks into.
enum class OverlapSearch : unsigned char {
    SeveralNamespaces, ///< Those that findOverlaps() finds.
    EveryGroup,        ///< All: also finds single groups with several guests' names. Opens three files for each group.
};

/// The ids that occur in several namespaces, in PBS's order of groups. Reads nothing; of a projection, groups that leave do not
/// count.
std::vector<Overlap> findOverlaps(const Tree &tree);

/// The same with guests' names, as readGuestName() tells them of three finished snapshots of each group: the newest, the one
/// before, because two guests that back up into one group take turns, and the oldest. What cannot be read gives no name.
/// @p tree: as on disk. Progress counts groups. Fails only where it is stopped (Kind::Stopped).
Result<std::vector<Overlap>> readOverlaps(const std::shared_ptr<fs::Directory> &root, const Tree &tree, OverlapSearch search,
                                          const ScanOptions &options = {});

} // namespace espalier
