// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/joblist.h"

#include <string>
#include <vector>

namespace espalier::cli {

using NamedPruneJob = NamedJob<PruneJob>;
using PruneJobList = JobList<PruneJob>;

PruneJobList readPruneJobList(const Invocation &invocation);
/// With those of the server of a datastore.
PruneJobList readPruneJobList(const Invocation &invocation, const HostPruneJobs &host);

/// The user's own prune jobs on the datastore of @p session, as its server would name them.
std::vector<JobReference> ownJobReferences(const Invocation &invocation, const Session &session);

/// Changes an entry of the host's `prune.cfg`, as far as --dry-run lets it, and tells what. Fails as ConfigWriter::write() does.
Result<ConfigFileEdits> editHostJob(const Invocation &invocation, const JobState &wanted);

} // namespace espalier::cli
