// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"
#include "core/pbs/snapshottime.h"

#include <memory>

namespace espalier {

/// What else a removal has to ask, once nobody can change any more what it is about: whether the copy in another datastore is there.
class RemovalGuard
{
public:
    virtual ~RemovalGuard() = default;

    /// Whether a snapshot may go; @p snapshot is its directory, locked exclusively, as its manifest is. What comes back, possibly null, is
    /// held until it is gone. Fails with the reason why it stays.
    virtual Result<std::unique_ptr<fs::Lock>> mayGo(const SnapshotTime &time, const fs::Directory &snapshot) const = 0;

    /// Whether a snapshot goes although it is protected.
    virtual bool liftsProtection(const SnapshotTime &time) const = 0;

    /// Whether the group, locked and without any snapshot, may go with its owner and notes.
    virtual Done groupMayGo(const fs::Directory &group) const = 0;
};

} // namespace espalier
