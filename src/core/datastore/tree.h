// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/authid.h"
#include "core/pbs/groupid.h"
#include "core/pbs/manifest.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/snapshottime.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace espalier {

/// What the second pass knows of one snapshot, from its manifest.
struct SnapshotDetails
{
    bool manifestReadable = false;
    std::uint64_t size = 0;      ///< As PBS's snapshot list says it: files of the manifest plus the manifest itself, in bytes.
    std::uint32_t fileCount = 0; ///< The manifest itself counted.
    CryptMode cryptMode = CryptMode::None;
    VerifyState verifyState = VerifyState::None;
    std::string keyFingerprint{};
    std::string comment{}; ///< First line of the snapshot's notes.
};

/// A snapshot after the first pass: 16 bytes.
struct Snapshot
{
    SnapshotTime time;
    bool finished = false; ///< Its manifest exists.
    bool isProtected = false;
};

/// A group after the first pass; with details after the second. Immutable once in a Tree.
struct Group
{
    GroupId id;
    std::optional<AuthId> owner{};          ///< Nothing where PBS could not read it: the group is then invisible there.
    std::string comment{};                  ///< First line of `notes`.
    std::vector<Snapshot> snapshots{};      ///< Oldest first.
    std::uint64_t inode = 0;                ///< Of its directory.
    bool hasForeignEntries = false;         ///< Something lies in its directory that is not PBS's.
    bool listable = true;                   ///< False where PBS fails to list it (an impossible time) or it could not be read.
    std::vector<SnapshotDetails> details{}; ///< Empty, or parallel to snapshots.

    bool hasDetails() const { return !details.empty() || snapshots.empty(); }
    std::uint64_t totalSize() const;    ///< Of all snapshots, bytes; 0 without details.
    std::string displayComment() const; ///< The group's note, else the newest snapshot's comment (PVE: the guest's name).
};

/// A namespace with what it holds. Immutable once in a Tree.
struct Namespace
{
    NamespacePath path;
    std::vector<std::shared_ptr<const Namespace>> children; ///< Sorted by name.
    std::vector<std::shared_ptr<const Group>> groups;       ///< In PBS's order.
    std::vector<GroupId> leaving;                           ///< Sorted. In a projection: groups that are shown here and counted elsewhere.
    bool listable = true;                                   ///< False where part of it could not be read: counts are then lower bounds.
    bool goesAway = false;                                  ///< In a projection: it is shown here and not counted any more.

    std::size_t groupsBelow = 0; ///< Own and deeper ones, without those that leave.
    std::size_t snapshotsBelow = 0;
    std::size_t namespacesBelow = 0; ///< This one not counted.
    int levelsBelow = 0;             ///< 0 without children.

    /// Sets the four sums from children, groups and what leaves.
    void updateSums();
    bool isLeaving(const GroupId &id) const;
    std::size_t ownGroups() const { return groups.size() - leaving.size(); } ///< Without those that leave.
    std::shared_ptr<const Group> group(const GroupId &id) const;             ///< Null where there is none.
    const Namespace *child(std::string_view name) const;
};

/// An immutable picture of a datastore, shared by pointer. A change makes a new one that shares the rest.
/// Copying is cheap; all functions may be called from any thread.
class Tree
{
public:
    Tree();
    explicit Tree(std::shared_ptr<const Namespace> root);

    const Namespace &root() const { return *m_root; }
    const std::shared_ptr<const Namespace> &rootPointer() const { return m_root; }

    std::shared_ptr<const Namespace> find(const NamespacePath &path) const; ///< Null where there is none.
    std::shared_ptr<const Group> find(const NamespacePath &path, const GroupId &group) const;

    /// This tree with the namespace at @p path (and all below) replaced, added (its parent must exist) or, with null, removed.
    Tree withNamespace(const NamespacePath &path, std::shared_ptr<const Namespace> replacement) const;

    /// This tree with @p group in @p path added or replaced; the namespace must exist.
    Tree withGroup(const NamespacePath &path, std::shared_ptr<const Group> group) const;
    Tree withoutGroup(const NamespacePath &path, const GroupId &group) const;

    /// Calls @p visit for each namespace, parents first, in PBS's order.
    void forEachNamespace(const std::function<void(const Namespace &)> &visit) const;

private:
    std::shared_ptr<const Namespace> m_root; ///< Never null.
};

} // namespace espalier
