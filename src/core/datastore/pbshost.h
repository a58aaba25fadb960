// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// A datastore as `datastore.cfg` names it.
struct ConfiguredStore
{
    std::string name;               ///< Always fit to be a file name.
    std::string path;               ///< As it stands there; relative for removable stores.
    std::string maintenanceMode;    ///< "", "read-only", "offline", "delete", "unmount", "s3-refresh"; "?" where it cannot be decoded.
    std::string maintenanceMessage; ///< For display: percent-decoded, without control characters.
    bool isS3 = false;
    bool isRemovable = false; ///< Has a backing-device.

    friend bool operator==(const ConfiguredStore &, const ConfiguredStore &) = default;
};

/// Which of PBS's locking schemes a host uses (locking-and-safety §2, §3).
enum class LockScheme {
    Directories, ///< flock on group and snapshot directories: PBS <= 3.3.4; also ours where no PBS is.
    Files,       ///< flock on files below `<run>/locks/<store>`: PBS >= 3.3.5
    Both,        ///< Uncertain, as with PBS >= 3.3.5 and its flag file, which each daemon asks for only once: both are taken.
};

/// What is to be seen of a PBS below one prefix. Reading it changes nothing and takes no lock.
struct PbsHost
{
    std::string prefix = "/";        ///< `--pbs-root`; absolute, without a trailing slash unless it is the root.
    bool runDirectoryExists = false; ///< Also where it cannot be found out.
    bool runDirectoryReadable = false;
    bool configExists = false;        ///< The directory of the configuration; also where it cannot be found out.
    bool configReadable = false;      ///< And the stores are known; a missing `datastore.cfg` names none.
    std::optional<Error> configError; ///< Why the configuration could not be read.
    std::vector<ConfiguredStore> stores;
    bool oldLockingFlag = false; ///< `/run/proxmox-backup/old-locking`
    std::string version;         ///< Of proxmox-backup-server, from dpkg's status below the prefix; empty where unknown.

    bool present() const { return runDirectoryExists || configExists; }
    LockScheme lockScheme() const;
    bool isAtLeast(int major, int minor, int patch) const; ///< False where the version is unknown.
    std::string path(std::string_view below) const;        ///< The prefix and "/run/proxmox-backup/…" joined.
};

PbsHost readPbsHost(fs::FileSystem &fileSystem, const std::string &prefix);

/// The configured stores that are one directory.
struct StoreNames
{
    std::vector<ConfiguredStore> stores; ///< One at most, unless somebody edited the configuration by hand.
    bool isComplete = true;              ///< False where a configured path could not be looked at.
};

/// Finds @p store among the stores of @p host by device and inode. A configured path counts as it stands and below the
/// prefix (the root of a container or a rescue system); that of a removable store below `/mnt/datastore/NAME`
/// (config-formats §4).
StoreNames namesOfStore(fs::FileSystem &fileSystem, const PbsHost &host, const OpenedStore &store);

/// Whether @p store, a removable one of @p host, lies on a file system of its own and not in the empty mount point.
bool isOnOwnMount(fs::FileSystem &fileSystem, const PbsHost &host, const OpenedStore &store);

} // namespace espalier
