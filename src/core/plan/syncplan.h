// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"
#include "core/pbs/syncjob.h"
#include "core/plan/removals.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

/// What a sync would do: PBS's rules of a pull (sync-semantics §2..§4), and what Espalier adds for safety unless
/// SyncOptions::exactPbs suspends it. Pure; the engine asks planSyncGroup() again, under the locks.
namespace espalier {

enum class SyncAction : unsigned char {
    Copy,   ///< It comes to the target, or what is unfinished there becomes whole.
    Check,  ///< The newest that both have: copied again where its manifest differs.
    Resync, ///< The copy is corrupt, and is made anew.
    Skip,   ///< It stays at the source only, or as it is at the target.
    Remove, ///< It vanished at the source.
    Keep,   ///< It would be removed, but for the reason.
};

/// Why a snapshot is skipped or stays.
enum class SyncReason : unsigned char {
    None,
    InProgress,      ///< No manifest at the source, or one that cannot be read.
    NotVerified,     ///< The job takes verified ones only.
    NotEncrypted,    ///< The job takes encrypted ones only.
    OlderThanTarget, ///< A pull never fills holes.
    TransferLast,
    Protected,
    MayRun,       ///< Unfinished, and the newest of its group: it may be a backup that runs.
    SourceUnsure, ///< The source is empty or could not be listed completely.
};

/// What becomes of one snapshot.
struct SyncMark
{
    SnapshotTime time;
    SyncAction action = SyncAction::Skip;
    SyncReason reason = SyncReason::None;
    std::uint64_t bytes = 0; ///< Of the archives, as the manifest says; how much of it is new is not known before.

    friend bool operator==(const SyncMark &, const SyncMark &) = default;
};

/// What becomes of the snapshots of a group, oldest first; each time occurs once. @p source and @p target: with details; null where there
/// is no such group. O(n log n).
std::vector<SyncMark> planSyncGroup(const Group *source, const Group *target, const SyncOptions &options);

/// A group of the source, or of the target only.
struct SyncGroup
{
    GroupId id;
    std::shared_ptr<const Group> source; ///< Null: it is only at the target.
    std::shared_ptr<const Group> target; ///< Null: it is to be made.
    std::optional<Error> refused{};      ///< Nothing is copied or removed.
    std::vector<SyncMark> marks{};
    bool isVanished = false; ///< It is to go as a whole, but for what is kept.

    std::size_t count(SyncAction action) const;
    std::vector<SnapshotTime> removed() const; ///< Oldest first.
    bool goes() const;                         ///< Vanished, and nothing of it is kept.
};

/// A namespace of the source and what it becomes.
struct SyncNamespace
{
    NamespacePath source;
    NamespacePath target;
    bool isNew = false;              ///< It is to be made at the target.
    std::optional<Error> refused{};  ///< It cannot be made: nothing of it is copied.
    std::size_t offered = 0;         ///< Groups of the source before the filters.
    std::vector<SyncGroup> groups{}; ///< In PBS's order; vanished ones behind the others.
};

/// A namespace that is only at the target and goes, if it is empty by then.
struct VanishedNamespace
{
    NamespacePath path;
    std::vector<SyncGroup> groups{};
};

struct SyncPlan
{
    std::vector<SyncNamespace> namespaces{};   ///< Parents before their children.
    std::vector<VanishedNamespace> vanished{}; ///< Children before their parents.
    std::vector<Error> notes{};                ///< Why less is removed than PBS would.
    std::vector<Error> problems{}; ///< What ends PBS's task otherwise than OK, as far as it is known before; refusals are among them.

    std::size_t count(SyncAction action) const;
    std::size_t newNamespaces() const;
    std::uint64_t bytesToCopy() const; ///< Of what is copied or made anew, an upper bound.

    /// What would go, for asking whether it may. In the order in which it is removed.
    Removals removals() const;
};

/// Fails where nothing can be done at all: PlanNamespaceMissing (the source's namespace), SyncTooDeep, or PatternNotJudged of a filter.
/// Both trees need details.
Result<SyncPlan> planSync(const Tree &source, const Tree &target, const SyncOptions &options);

} // namespace espalier
