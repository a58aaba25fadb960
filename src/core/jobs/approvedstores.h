// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/store.h"
#include "core/error.h"

#include <string>

namespace espalier {

/// The datastores that somebody looked at when he agreed to removals, as storeMark() has them: disks may take turns at one mount point.
/// Where a mark is empty nobody looked, and nothing is agreed to.
struct ApprovedStores
{
    std::string target{}; ///< What is removed from.
    std::string source{}; ///< Of a sync: what has vanished where.

    friend bool operator==(const ApprovedStores &, const ApprovedStores &) = default;
};

/// What stays the same of a datastore as long as nobody copies it, as one word; never empty. It is the same for all of which the file system
/// does not tell when directories were made: mounts over a network give them other numbers each time.
std::string storeMark(const StoreIdentity &identity);

/// A datastore that is open, as one of ApprovedStores may be.
struct PresentStore
{
    const StoreIdentity &identity;
    std::string place{}; ///< For people.
};

/// Fails with JobOtherStore, which names the place, where another datastore than the approved one is.
Done checkApproved(const ApprovedStores &approved, const PresentStore &target);
Done checkApproved(const ApprovedStores &approved, const PresentStore &target, const PresentStore &source);

} // namespace espalier
