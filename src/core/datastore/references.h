// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/hostzone.h"
#include "core/datastore/pbshost.h"
#include "core/pbs/accessrules.h"
#include "core/pbs/jobreference.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// What a PBS's configuration says that names one of its datastores or a namespace in it.
struct HostReferences
{
    std::string host;                  ///< How people call the server; empty for the one whose store is in question.
    std::vector<JobReference> jobs;    ///< That name the store as their own or as their other end.
    std::vector<AclEntry> accessRules; ///< On the store, on what lies above and below it, in the file's order.

    /// Users and tokens that may log in; nothing where PBS has no file of users. Whether one has expired is not looked at.
    std::optional<std::vector<AuthId>> accounts;
    Result<std::optional<HostZone>> hostZone; ///< As readHostZone() tells it.
    std::vector<Error> problems;              ///< Files, sections and lines that could not be read.

    /// The zone in which the server's prune jobs count; that of this computer where it is not known. Fails with TimeZoneUnknown.
    Result<TimeZone> zone() const;
};

/// Reads the files of @p host below `/etc/proxmox-backup` that name @p store, as its configuration calls it. What is not
/// there counts as empty, what cannot be read is told in problems. Changes nothing and takes no lock.
HostReferences readHostReferences(fs::FileSystem &fileSystem, const PbsHost &host, std::string_view store);

} // namespace espalier
