// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/storemoveplan.h"
#include "core/sync/comparedgroup.h"
#include "core/sync/copycomparison.h"
#include "core/sync/localsource.h"

#include <memory>
#include <string>
#include <vector>

namespace espalier {

/// Compares groups with their copies in another datastore, and brings to these what belongs to backups besides their data: notes, verify
/// state, the client's log, protection.
class MoveComparison
{
public:
    /// Both stay as they are: who opens them anew does so before.
    static Result<std::unique_ptr<MoveComparison>> open(const StoreSession &source, const StoreSession &target, ComparisonOptions options);

    /// All snapshots that @p group was planned with, or why it stays. Each is held while it is compared; what becomes of it or of its copy
    /// after that is for the removal to see.
    Result<std::shared_ptr<const ComparedGroup>> compare(const StoreMoveGroup &group);

private:
    MoveComparison(const StoreSession &source, const StoreSession &target, ComparisonOptions options);

    Result<std::string> readNotes(const StoreMoveGroup &group) const;
    Done compareSnapshot(const SnapshotAddress &from, const SnapshotAddress &to, std::vector<Digest> &seen, ComparedGroup &compared);

    StoreSession m_source;
    StoreSession m_target;
    ComparisonOptions m_options;
    std::unique_ptr<LocalSource> m_from;
    std::unique_ptr<LocalSource> m_to;   ///< The copies, to be read back.
    std::shared_ptr<StoreLocks> m_locks; ///< Of the target.
};

} // namespace espalier
