// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/authid.h"
#include "core/pbs/groupid.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/retention.h"
#include "core/pbs/snapshottime.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace espalier {

/// What to do with things in a group's directory that are not PBS's.
enum class ForeignEntries { Undecided, TakeAlong };

/// What to do where a group of the same name is at the target.
enum class ExistingGroup {
    Undecided,
    Merge,       ///< Into it, if they look like backups of the same guest.
    MergeAnyhow, ///< Into it, even if they look like backups of different guests.
};

/// Somebody wants an empty namespace; its parent exists by then.
struct CreateNamespace
{
    NamespacePath path;

    friend bool operator==(const CreateNamespace &, const CreateNamespace &) = default;
};

/// Somebody wants a group to be in another namespace of the same datastore.
struct MoveGroup
{
    NamespacePath from;
    GroupId group;
    NamespacePath to;
    ForeignEntries foreignEntries = ForeignEntries::Undecided;
    ExistingGroup existing = ExistingGroup::Undecided;

    friend bool operator==(const MoveGroup &, const MoveGroup &) = default;
};

/// Somebody wants a namespace, with all groups and namespaces below it, to have another full name. PBS does it group by group
/// (move-semantics §1); so do we.
struct MoveNamespace
{
    NamespacePath from;
    NamespacePath to;            ///< The whole new name; its parent exists by then.
    std::optional<int> maxDepth; ///< Levels below @p from that go along; nothing: all of them.
    bool keepSource = false;     ///< The emptied namespaces stay.
    bool intoExisting = false;   ///< @p to may exist already: what is there stays and is joined.
    ForeignEntries foreignEntries = ForeignEntries::Undecided;
    ExistingGroup existing = ExistingGroup::Undecided;

    friend bool operator==(const MoveNamespace &, const MoveNamespace &) = default;
};

/// Somebody wants the namespaces below (and including) @p from once more, empty, as @p to.
struct CopyNamespaces
{
    NamespacePath from;
    NamespacePath to; ///< The whole new name; its parent exists by then.

    friend bool operator==(const CopyNamespaces &, const CopyNamespaces &) = default;
};

/// Somebody wants a namespace gone, with the empty ones below it.
struct DeleteNamespace
{
    NamespacePath path;
    bool onlyIfEmpty = false; ///< Part of another change: what is not empty by then stays, and that is no failure.
    bool withGroups = false;  ///< With all groups in it and below it: each becomes a RemoveGroup.

    friend bool operator==(const DeleteNamespace &, const DeleteNamespace &) = default;
};

struct ChangeOwner
{
    NamespacePath ns;
    GroupId group;
    AuthId owner; ///< The new one.

    friend bool operator==(const ChangeOwner &, const ChangeOwner &) = default;
};

struct ChangeNotes
{
    NamespacePath ns;
    GroupId group;
    std::string notes; ///< The new ones, UTF-8, all lines; empty removes them.

    friend bool operator==(const ChangeNotes &, const ChangeNotes &) = default;
};

struct ChangeProtection
{
    NamespacePath ns;
    GroupId group;
    SnapshotTime time;
    bool isProtected = true; ///< As it shall be.

    friend bool operator==(const ChangeProtection &, const ChangeProtection &) = default;
};

/// What a prune goes by. It is asked again just before a snapshot is removed, for what is in the group then.
struct PruneRule
{
    KeepOptions keep;
    TimeZone zone;
    std::string zoneName{}; ///< As TimeZone::named() knows it; empty where it has no name that is known.

    /// Zones without a name are never taken for the same.
    friend bool operator==(const PruneRule &one, const PruneRule &other)
    {
        return &one == &other || (one.keep == other.keep && one.zoneName == other.zoneName && !one.zoneName.empty());
    }
};

/// Somebody wants snapshots of a group gone for good.
struct RemoveSnapshots
{
    NamespacePath ns;
    GroupId group;
    std::vector<SnapshotTime> times; ///< Oldest first, each once.
    /// Of a prune: what it would not remove any more stays, and that is no failure. Null: somebody named them one by one.
    std::shared_ptr<const PruneRule> rule{};

    friend bool operator==(const RemoveSnapshots &one, const RemoveSnapshots &other)
    {
        const bool haveSameRule = one.rule && other.rule ? *one.rule == *other.rule : one.rule == other.rule;
        return haveSameRule && one.ns == other.ns && one.group == other.group && one.times == other.times;
    }
};

/// Somebody wants a group gone for good with the snapshots that it has now. What comes into it meanwhile stays, and the group with it.
struct RemoveGroup
{
    NamespacePath ns;
    GroupId group;

    friend bool operator==(const RemoveGroup &, const RemoveGroup &) = default;
};

/// What somebody wants. A list of changes composes: each sees the tree as the earlier ones leave it.
using Change = std::variant<CreateNamespace, MoveGroup, MoveNamespace, CopyNamespaces, DeleteNamespace, ChangeOwner, ChangeNotes,
                            ChangeProtection, RemoveSnapshots, RemoveGroup>;

/// For std::visit with one lambda for each kind.
template<typename... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};

} // namespace espalier
