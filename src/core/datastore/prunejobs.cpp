// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/prunejobs.h"

#include "core/datastore/datastoreconfig.h"

namespace espalier {

std::string pruneJobsPath(const PbsHost &host)
{
    return host.path("/etc/proxmox-backup/prune.cfg");
}

PruneJobReading readPruneJobs(fs::FileSystem &fileSystem, const PbsHost &host)
{
    const auto problem = [](const Error &error) {
        return error.kind == Error::Kind::NotFound ? PruneJobReading{} : PruneJobReading{.jobs = {}, .problems = {error}};
    };
    const auto directory = fileSystem.open(host.path("/etc/proxmox-backup"));
    if (!directory)
        return problem(directory.error());
    const auto text = (*directory)->readFile("prune.cfg", maxConfigSize);
    return text ? readPruneJobs(*text, pruneJobsPath(host)) : problem(text.error());
}

} // namespace espalier
