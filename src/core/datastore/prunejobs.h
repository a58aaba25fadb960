// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/pbshost.h"
#include "core/pbs/prunejob.h"

namespace espalier {

/// Where the prune jobs of @p host are written: `etc/proxmox-backup/prune.cfg` below its prefix.
std::string pruneJobsPath(const PbsHost &host);

/// Reads the prune jobs of @p host. A file that is missing holds none; what cannot be read is told in the problems.
PruneJobReading readPruneJobs(fs::FileSystem &fileSystem, const PbsHost &host);

} // namespace espalier
