// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"
#include "core/fs/filesystem.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// What tells which guest a group's backups are of: two clusters may use one VMID for different ones.
/// All texts but the notes come from the newest finished snapshot whose manifest can be read.
struct GuestIdentity
{
    std::string guestName{}; ///< As readGuestName() tells it.
    /// Names of the indexes that the manifest lists, sorted: disks and file trees. Blobs are left out, because which of them
    /// there are (firewall, client log, sealed key) depends on settings rather than on the guest.
    std::vector<std::string> archives{};
    std::string keyFingerprint{}; ///< As in the manifest; empty without a key.
    std::string notes{};          ///< Of the group, whole; empty where there are none.
    bool readable = false;        ///< False where no finished snapshot's manifest could be read: only the notes are known then.

    friend bool operator==(const GuestIdentity &, const GuestIdentity &) = default;
};

/// Reads what identifies the guest of @p group. Goes from its newest snapshot back to the first with a manifest that can be
/// read, whatever Snapshot::finished says, so the group may also come from listGroup().
/// Fails where the group's directory cannot be opened or its notes cannot be read.
Result<GuestIdentity> readGuestIdentity(const std::shared_ptr<fs::Directory> &root, const NamespacePath &ns, const Group &group);

/// The guest's name in the configuration that PVE stores with a backup, as one line of at most 256 bytes: `name` in
/// `qemu-server.conf.blob` of a vm, `hostname` in `pct.conf.blob` of a ct. Only what comes before the first "[section]" counts:
/// there the guest's PVE snapshots begin. Empty where there is no such file, where it is encrypted, damaged or larger than PVE
/// writes it, and for hosts.
std::string readGuestName(const fs::Directory &snapshot, BackupType type);

/// One thing in which two groups look like different guests, and what each of them has. Texts may have several lines.
struct IdentityDifference
{
    enum class What : unsigned char { GuestName, Archives, KeyFingerprint, Notes };

    What what = What::GuestName;
    std::string first;  ///< Archives: one in each line. Key fingerprint: empty where nothing is encrypted or signed.
    std::string second; ///< The same of the other group.

    friend bool operator==(const IdentityDifference &, const IdentityDifference &) = default;
};

/// In which points @p first and @p second look like different guests, in the order of IdentityDifference::What.
/// What one side does not tell is no difference: a guest's name, notes, and all that manifests say where one is not readable.
/// A key on one side only is a difference. Notes differ where a move could not keep both: by their bytes. Archives are compared
/// by what they hold: neither a catalog nor whether a file tree is split into metadata and payload makes another guest.
std::vector<IdentityDifference> identityDifferences(const GuestIdentity &first, const GuestIdentity &second);

/// The same as names for a message ("guest-name,archives"), "unreadable" among them where a side could not be read. Nothing is a
/// group whose identity could not be read at all. Empty: nothing differs.
std::string identityDifferenceNames(const std::optional<GuestIdentity> &first, const std::optional<GuestIdentity> &second);

} // namespace espalier
