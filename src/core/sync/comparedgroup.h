// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/locks.h"
#include "core/datastore/session.h"
#include "core/pbs/groupid.h"
#include "core/run/removalguard.h"
#include "core/sync/snapshotprint.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace espalier {

/// A group whose snapshots were all compared with their copies in another datastore. Lets those go that are still what was compared, while
/// the copies are, too.
class ComparedGroup : public RemovalGuard
{
public:
    /// @p locks: of the datastore of the copies. @p notes: of the group, which its copy has, too.
    ComparedGroup(StoreSession copies, std::shared_ptr<StoreLocks> locks, const GroupId &group, const NamespacePath &from,
                  const NamespacePath &to, std::string notes);

    void add(const SnapshotTime &time, SnapshotPrint source, SnapshotPrint copy);
    std::vector<SnapshotTime> times() const; ///< Oldest first.

    /// Fails with StoreMoveChanged or StoreMoveCopyChanged. What comes back keeps the copy from being removed.
    Result<std::unique_ptr<fs::Lock>> mayGo(const SnapshotTime &time, const fs::Directory &snapshot) const override;
    bool liftsProtection(const SnapshotTime &time) const override;
    /// Fails with StoreMoveChanged where its notes are not those that the copy has.
    Done groupMayGo(const fs::Directory &group) const override;

private:
    struct Prints
    {
        SnapshotPrint source;
        SnapshotPrint copy;
    };

    StoreSession m_copies;
    std::shared_ptr<StoreLocks> m_locks;
    GroupId m_group;
    NamespacePath m_from;
    NamespacePath m_to;
    std::string m_notes;
    std::map<SnapshotTime, Prints> m_prints;
};

} // namespace espalier
