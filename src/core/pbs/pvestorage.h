// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/namespacepath.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// A storage of Proxmox VE that lies on a PBS: a section `pbs:` of `/etc/pve/storage.cfg`.
struct PveStorage
{
    std::string id;
    std::string server;
    std::string datastore;
    NamespacePath ns; ///< "namespace"; the root where none is given.
    bool isDisabled = false;

    friend bool operator==(const PveStorage &, const PveStorage &) = default;
};

/// The PBS storages of a file, in its order, and what was left out.
struct PveStorageReading
{
    std::vector<PveStorage> storages;
    std::vector<Error> problems; ///< ConfigLineIgnored each.
};

/// Reads the text of a `storage.cfg`; @p file names it in problems. Other kinds of storage, unknown keys and comments are
/// passed over. Its grammar is PVE's, wider than that of PBS: '#' begins a comment, and a key may stand without a value.
PveStorageReading readPveStorages(std::string_view text, std::string_view file);

} // namespace espalier
