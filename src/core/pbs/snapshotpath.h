// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/groupid.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/snapshottime.h"

#include <string>
#include <string_view>

namespace espalier {

/// One snapshot inside a namespace: "vm/100/2026-03-01T22:30:00Z".
struct SnapshotId
{
    GroupId group;
    SnapshotTime time;

    /// Fails with InvalidInput: SnapshotMalformed, or what group and time say.
    static Result<SnapshotId> fromString(std::string_view text);

    std::string toString() const; ///< Also the directory below the namespace's; the time exactly as read.

    friend bool operator==(const SnapshotId &, const SnapshotId &) = default;
    friend std::strong_ordering operator<=>(const SnapshotId &, const SnapshotId &) = default;
};

/// One snapshot of a datastore, with its namespace.
struct SnapshotPath
{
    NamespacePath ns;
    SnapshotId snapshot;

    /// Parses "ns/a/ns/b/vm/100/2026-03-01T22:30:00Z". As in PBS one extra slash before the type passes.
    static Result<SnapshotPath> fromDirectoryForm(std::string_view text);

    std::string directoryForm() const; ///< Relative to the datastore's root.

    friend bool operator==(const SnapshotPath &, const SnapshotPath &) = default;
    friend std::strong_ordering operator<=>(const SnapshotPath &, const SnapshotPath &) = default;
};

} // namespace espalier
