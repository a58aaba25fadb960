// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/pbshost.h"

#include <cstdint>
#include <optional>
#include <string>

namespace espalier {

/// User and group id of Debian's `backup`, whom the stores of a PBS belong to (base-passwd: static ids).
inline constexpr std::uint32_t backupUser = 34;
inline constexpr std::uint32_t backupGroup = 34;

/// Whether and how a place may be written; one function decides for scan, hover, plan and executor (design: "Who may write").
struct WriteAccess
{
    bool allowed = false;
    std::optional<Error> reason;       ///< Why not; a sentence for the window.
    bool asksForUnseenServers = false; ///< "Make sure that no server uses this directory" at every Apply.
    std::uint32_t user = 0;            ///< Whom to act as.
    std::uint32_t group = 0;
    LockScheme lockScheme = LockScheme::Directories;
    std::string storeName;        ///< As the host's configuration names it; empty without PBS.
    std::string lockDirectory;    ///< `<prefix>/run/proxmox-backup/locks/<store>`; empty without PBS.
    std::string journalDirectory; ///< Where runs are recorded.
};

/// Decides by the table of the design. @p realHost is the PBS of the real `/` where @p host has another prefix: it cannot be
/// hidden. @p asUser and @p asGroup are the process's ids; @p stateHome is `$XDG_STATE_HOME` or its default, absolute.
/// Takes no lock; asks who holds `.lock` where no PBS is to be seen.
WriteAccess decideWriteAccess(fs::FileSystem &fileSystem, const OpenedStore &store, const PbsHost &host, const PbsHost *realHost,
                              std::uint32_t asUser, std::uint32_t asGroup, const std::string &stateHome);

} // namespace espalier
