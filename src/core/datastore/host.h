// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/store.h"
#include "core/pbs/groupid.h"
#include "core/pbs/upid.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace espalier {

/// A datastore as `datastore.cfg` names it.
struct ConfiguredStore
{
    std::string name;
    std::string path;
    std::string maintenanceMode;    ///< "", "read-only", "offline", "delete", "unmount", "s3-refresh"; "?" where it cannot be decoded.
    std::string maintenanceMessage;
    bool isS3 = false;
    bool isRemovable = false;       ///< Has a backing-device.
};

/// Which of PBS's locking schemes a host uses (locking-and-safety §2, §3).
enum class LockScheme {
    Directories, ///< flock on group and snapshot directories: PBS <= 3.3.4 or its flag file; also ours where no PBS is.
    Files,       ///< flock on files below `<run>/locks/<store>`: PBS >= 3.3.5
    Both,        ///< Uncertain: both are taken.
};

/// What is to be seen of a PBS below one prefix. Reading it changes nothing and takes no lock.
struct PbsHost
{
    std::string prefix = "/";       ///< `--pbs-root`
    bool runDirectoryExists = false;
    bool runDirectoryReadable = false;
    bool configExists = false;
    bool configReadable = false;
    std::vector<ConfiguredStore> stores;
    bool oldLockingFlag = false;    ///< `/run/proxmox-backup/old-locking`
    std::string version;            ///< Of proxmox-backup-server, from dpkg's status below the prefix; empty where unknown.

    bool present() const { return runDirectoryExists || configExists; }
    LockScheme lockScheme() const;
    std::string path(std::string_view below) const; ///< The prefix and "/run/proxmox-backup/…" joined.
};

PbsHost readPbsHost(fs::FileSystem &fileSystem, const std::string &prefix);

/// A running task of PBS that concerns a store.
struct RunningTask
{
    Upid upid;
    std::string description; ///< "backup of vm/100", for messages; English technical words as PBS's task list has them.
};

/// What goes on in one store now.
struct Activity
{
    std::vector<RunningTask> tasks;           ///< From `<log>/tasks/active`, live processes only, this store only.
    int readers = 0;                          ///< Active operations of live processes.
    int writers = 0;
    bool garbageCollection = false;           ///< `.lock` is held exclusively, or such a task runs.
    std::int64_t lockHolder = 0;              ///< Process that holds `.lock` exclusively.
    std::optional<ConfiguredStore> configured;

    /// The task that keeps @p group busy, in whatever namespace (a backup task does not tell its namespace).
    const RunningTask *blocker(const GroupId &group) const;
};

Activity readActivity(fs::FileSystem &fileSystem, const PbsHost &host, const OpenedStore &store);

/// Whether and how a place may be written; one function decides for scan, hover, plan and executor (design: "Who may write").
struct WriteAccess
{
    bool allowed = false;
    std::optional<Error> reason;              ///< Why not; a sentence for the window.
    bool asksForUnseenServers = false;        ///< "Make sure that no server uses this directory" at every Apply.
    std::uint32_t user = 0;                   ///< Whom to act as.
    std::uint32_t group = 0;
    LockScheme lockScheme = LockScheme::Directories;
    std::string storeName;                    ///< As the host's configuration names it; empty without PBS.
    std::string lockDirectory;                ///< `<prefix>/run/proxmox-backup/locks/<store>`; empty without PBS.
    std::string journalDirectory;             ///< Where runs are recorded.
};

/// Decides by the table of the design. @p realHost is the PBS of the real `/` where @p host has another prefix: it cannot be
/// hidden. @p asUser and @p asGroup are the process's ids; @p stateHome is `$XDG_STATE_HOME` or its default.
WriteAccess decideWriteAccess(fs::FileSystem &fileSystem, const OpenedStore &store, const PbsHost &host, const PbsHost *realHost,
                              std::uint32_t asUser, std::uint32_t asGroup, const std::string &stateHome);

} // namespace espalier
