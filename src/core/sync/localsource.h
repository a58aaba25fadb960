// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/locks.h"
#include "core/datastore/session.h"
#include "core/sync/syncsource.h"

namespace espalier {

/// A datastore on this machine to copy from. Nothing in it is ever changed. Where it may not be written, it has no locks either: what
/// goes away or changes meanwhile is then noticed, because all that is read is checked.
class LocalSource : public SyncSource
{
public:
    static Result<std::unique_ptr<LocalSource>> open(const StoreSession &session);

    Result<std::unique_ptr<fs::Lock>> hold(const SnapshotAddress &snapshot) override;
    Result<std::string> file(const SnapshotAddress &snapshot, std::string_view name) override;
    Result<std::string> chunk(const Digest &digest) override;

private:
    explicit LocalSource(StoreSession session);

    StoreSession m_session;
    std::uint32_t m_user = 0; ///< Whom it is read as: whoever copies may act as the owner of another datastore meanwhile.
    std::uint32_t m_group = 0;
    std::shared_ptr<fs::Directory> m_chunks;
    std::unique_ptr<StoreLocks> m_locks; ///< Null where nothing can be locked.
};

} // namespace espalier
