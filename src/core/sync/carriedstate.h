// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/locks.h"
#include "core/datastore/session.h"
#include "core/sync/copycomparison.h"
#include "core/sync/snapshotprint.h"

#include <optional>
#include <string>

namespace espalier {

/// What belongs to backups besides their data, brought to copies of them that are to take their place. Each function acts as the owner of
/// the datastore of @p copies; what is there already is fine, so that it can be done again.
class CarriedState
{
public:
    /// Both must outlive the object; @p locks are of @p copies.
    CarriedState(const StoreSession &copies, StoreLocks &locks) : m_copies(copies), m_locks(locks) {}

    /// Notes, verify state, the client's log and, where @p isProtected, protection of one snapshot: under its lock, if it still is what
    /// @p print says. Tells what it is then. Fails with StoreMoveNotesDiffer, which names the @p source too, or StoreMoveCopyChanged.
    Result<SnapshotPrint> bring(const ComparedCopy &compared, bool isProtected, const SnapshotAddress &source, const SnapshotAddress &copy,
                                const SnapshotPrint &print);

    /// The @p notes of a group in the namespace @p from, under the lock of its copy in @p to. Fails with StoreMoveNotesDiffer where that has
    /// other ones.
    Done bringNotes(const std::string &notes, const GroupId &group, const NamespacePath &from, const NamespacePath &to);

private:
    struct Missing;

    static Done write(fs::Directory &snapshot, const Missing &missing);

    const StoreSession &m_copies;
    StoreLocks &m_locks;
};

} // namespace espalier
