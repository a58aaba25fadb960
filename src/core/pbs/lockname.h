// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/groupid.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/snapshottime.h"

#include <string>

namespace espalier {

/// Where PBS >= 3.3.5 locks something, relative to `<run>/locks/<store>` (locking-and-safety §2).
struct LockFileName
{
    std::string directory; ///< "", "a:b", "hashed" or "a:b/hashed"
    std::string name;

    std::string path() const { return directory.empty() ? name : directory + "/" + name; }
    friend bool operator==(const LockFileName &, const LockFileName &) = default;
};

/// Fail with LockNameTooLong where PBS itself cannot make the file (about 245..254 bytes: its temporary name is longer).
Result<LockFileName> groupLockName(const NamespacePath &ns, const GroupId &group);
Result<LockFileName> snapshotLockName(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time);
Result<LockFileName> manifestLockName(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time);

/// The same of PBS <= 3.3.4, which has lock files for manifests only (locking-and-safety §3).
LockFileName oldManifestLockName(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time);

/// @name Names that collide: a namespace of the first level needs a directory where a lock of the root is a file (§2)
/// @{
/// The group of the root whose lock file has the name of the directory that the locks of @p ns need.
std::optional<GroupId> rootGroupLockedAs(const NamespacePath &ns);
/// The namespace whose locks need a directory where the root's @p group has its lock file.
std::optional<NamespacePath> namespaceLockedAs(const GroupId &group);
/// Whether PBS keeps a file of its own there: no namespace of this name can be locked.
bool isPbsLockFile(const NamespacePath &ns);
/// @}

/// PBS's unit-name escaping: `/` becomes `-`, `[A-Za-z0-9_.]` stays (not a first `.`), all else `\xHH`.
std::string escapeUnit(std::string_view text);

} // namespace espalier
