// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/host.h"
#include "core/pbs/lockname.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/snapshottime.h"

#include <memory>
#include <vector>

namespace espalier {

/// Takes PBS's locks for one store in the scheme of its host. Used by the executor, on the thread that acts as the store's
/// owner. Every lock is taken without waiting.
class StoreLocks
{
public:
    /// @p access comes from decideWriteAccess(); where there is a PBS its lock directory is opened, and made where it is missing.
    static Result<std::unique_ptr<StoreLocks>> open(fs::FileSystem &fileSystem, const OpenedStore &store, const WriteAccess &access);

    /// The shared record lock on `.lock`: no garbage collection of another process can start while it is held.
    /// Kind::Busy with GarbageCollectionRunning.
    Result<std::unique_ptr<fs::Lock>> holdStore();

    /// The exclusive lock of a group. In the directory scheme @p directory is the group's, or null where it does not exist yet
    /// (then nothing is locked in that scheme). Kind::Busy with GroupBusy, whose second argument is left empty;
    /// LockNameTooLong or LockNameCollides where PBS itself cannot lock it.
    Result<std::unique_ptr<fs::Lock>> lockGroup(const NamespacePath &ns, const GroupId &group, fs::Directory *directory);

    /// The lock of a snapshot, exclusive unless it is only to be read; @p groupDirectory is its group's directory. Kind::Busy with SnapshotBusy, otherwise
    /// as lockGroup(). Whether the name still stands for the same directory is for the caller to see once all are locked, as with
    /// fs::Directory::lockDirectory().
    Result<std::unique_ptr<fs::Lock>> lockSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time,
                                                   fs::Directory &groupDirectory, fs::Access access = fs::Access::Exclusive);

    /// The exclusive lock of a snapshot's manifest, which is what keeps others from editing its notes. Only a PBS has it: without one
    /// nothing is locked. Errors as of lockSnapshot().
    Result<std::unique_ptr<fs::Lock>> lockManifest(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time);

    /// Removes the lock files of a snapshot (its manifest's included) or group that went away; called while they are held.
    /// Stale files are harmless, so failures are ignored.
    void forgetSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time);
    void forgetGroup(const NamespacePath &ns, const GroupId &group);

private:
    StoreLocks() = default;

    struct Subject;

    bool usesFiles() const { return m_scheme != LockScheme::Directories; }
    bool usesDirectories() const { return m_scheme != LockScheme::Files; }
    Result<std::unique_ptr<fs::Lock>> lockFile(const Result<LockFileName> &file, const Subject &subject,
                                               fs::Access access = fs::Access::Exclusive);
    Result<std::shared_ptr<fs::Directory>> lockFileDirectory(const std::string &relative, const Subject &subject);
    void forget(const Result<LockFileName> &file);

    std::shared_ptr<fs::Directory> m_root;
    std::shared_ptr<fs::Directory> m_lockDirectory; ///< Null without PBS.
    LockScheme m_scheme = LockScheme::Directories;
    std::string m_storeName;
};

} // namespace espalier
