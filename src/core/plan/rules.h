// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/host.h"
#include "core/datastore/tree.h"
#include "core/plan/change.h"
#include "core/plan/verdict.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The rules of what may be done: asked while hovering, for a plan, and by the executor under its locks. All of them are pure,
/// and say nothing of write access and activity unless told otherwise.
namespace espalier {

/// What besides the tree decides whether something can be done now.
struct PlanContext
{
    WriteAccess access;
    Activity activity;
    bool hasActivity = false; ///< False while it was not read yet: then nothing waits for it.
    std::string storeName;    ///< For messages, as StoreSession::name() says.
    /// What makes the group @p source in its place on disk look like the backups of another guest than @p target, for people; empty:
    /// nothing; no value: they were not compared yet. Where it is not set every two groups look the same.
    std::function<std::optional<std::string>(const NamespacePath &source, const NamespacePath &target, const GroupId &group)> differences{};
};

/// What is known of one move, from a tree (planning) or from disk under locks (executing).
struct MoveFacts
{
    const Group *group = nullptr; ///< Null where it is not at the source.
    bool targetNamespaceExists = false;
    bool targetGroupExists = false;     ///< A directory of that name, a group or not.
    const Group *targetGroup = nullptr; ///< The group at the target, where it is known.
    std::string nameTakenBy;            ///< Path of what is at the target's place and no directory; empty: nothing.
    std::string foreignEntries;         ///< Names of the group's foreign entries, where they are known: for the message.
    std::string lockRival;              ///< From lockRival(); empty: nothing.
    /// What makes the two groups look like different guests; empty: nothing; no value: they were not compared yet.
    std::optional<std::string> differences = std::string();
};

/// What is known of a move of a namespace as a whole; its parts are asked for one by one.
struct NamespaceMoveFacts
{
    bool exists = false;
    bool targetExists = false;
    bool targetParentExists = false;
    std::vector<std::string> impossible; ///< Full names of those namespaces below it that would be too deep or too long.
    std::optional<Error> why;            ///< What is wrong with the first of them.
};

/// Something that is there and needs, in PBS, a lock directory where this move needs a lock file, or the other way round
/// (a namespace `vm-100` and the root's group vm/100; the namespace `move-journal`; locking-and-safety §2). Empty: nothing.
std::string lockRival(const MoveGroup &move, const std::function<bool(const NamespacePath &)> &namespaceExists,
                      const std::function<bool(const GroupId &)> &rootGroupExists);

/// The same for a namespace that is to be made.
std::string lockRival(const CreateNamespace &create, const std::function<bool(const GroupId &)> &rootGroupExists);

/// Moving a group, or merging it into one that is there: PBS demands one owner and a source that is strictly newer than all
/// that is at the target (move-semantics §1).
Verdict checkMove(const MoveGroup &move, const MoveFacts &facts);

/// @p parentExists and @p exists tell what is there, @p rival comes from lockRival().
Verdict checkCreateNamespace(const CreateNamespace &create, bool parentExists, bool exists, const std::string &rival = {});

Verdict checkMoveNamespace(const MoveNamespace &move, const NamespaceMoveFacts &facts);

/// As checkMoveNamespace(): the target must not exist at all.
Verdict checkCopyNamespaces(const CopyNamespaces &copy, const NamespaceMoveFacts &facts);

/// @p groupsBelow: how many groups are in it and below. Those are asked for one by one where they are to go, too.
Verdict checkDeleteNamespace(const DeleteNamespace &deletion, bool exists, std::size_t groupsBelow);

/// @p group: null where there is none.
Verdict checkChangeOwner(const ChangeOwner &change, const Group *group);
Verdict checkChangeNotes(const ChangeNotes &change, const Group *group);
Verdict checkChangeProtection(const ChangeProtection &change, const Group *group);

/// @name What removes backups
/// Never what is protected, and never an unfinished snapshot that is the newest of its group: it may be a backup that runs.
/// @{
Verdict checkRemoveSnapshots(const RemoveSnapshots &removal, const Group *group);
Verdict checkRemoveGroup(const RemoveGroup &removal, const Group *group);

/// Those of @p removal that @p group has and that may go: all where somebody named them and checkRemoveSnapshots() agrees; of a prune
/// those that its rule removes. Oldest first.
std::vector<SnapshotTime> removableSnapshots(const RemoveSnapshots &removal, const Group &group);
/// @}

/// What write access and activity say about @p change: WillDo where they have no objection.
Verdict checkAllowed(const Change &change, const PlanContext &context);

/// The longest notes of a group that can be set, in bytes.
inline constexpr std::size_t maxGroupNotes = std::size_t{1} * 1024 * 1024;

/// The weightier of two verdicts, the first where they weigh the same.
Verdict weightier(Verdict first, Verdict second);

/// @p path with @p from at its beginning replaced by @p to. Fails with what NamespacePath says of impossible names.
Result<NamespacePath> relocated(const NamespacePath &path, const NamespacePath &from, const NamespacePath &to);

} // namespace espalier
