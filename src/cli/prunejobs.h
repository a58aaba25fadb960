// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/invocation.h"
#include "core/datastore/pbshost.h"
#include "core/jobs/ownjobs.h"

#include <string>
#include <vector>

namespace espalier::cli {

/// A prune job of Espalier's own or of a server.
struct NamedPruneJob
{
    PruneJob job;
    bool isOwn = false;
    JobNotes notes{}; ///< Own ones.
};

/// The prune jobs that --own and --host leave, own ones first.
struct PruneJobList
{
    PbsHost host{};         ///< That --pbs-root names; nothing is known of it where the jobs are those of a datastore's server.
    std::string hostFile{}; ///< Where the host's jobs are.
    std::vector<NamedPruneJob> jobs{};
    std::vector<Error> problems{};

    /// Fails with JobAmbiguous where both have a job of that name, with PruneJobUnknown, and with the first problem where there is one.
    Result<NamedPruneJob> find(const std::string &id) const;
};

PruneJobList readPruneJobList(const Invocation &invocation);
/// With those of the server of a datastore.
PruneJobList readPruneJobList(const Invocation &invocation, const HostPruneJobs &host);

/// What --own and --host leave.
bool wantsOwnJobs(const Invocation &invocation);
bool wantsHostJobs(const Invocation &invocation);

/// Where the datastore @p store of @p host lies; nothing where its configuration does not name it.
std::optional<std::string> placeOfStore(fs::FileSystem &fileSystem, const PbsHost &host, const std::string &store);

/// The user's own prune jobs on the datastore of @p session, as its server would name them.
std::vector<JobReference> ownJobReferences(const Invocation &invocation, const Session &session);

/// The user's own jobs; nothing is written where --dry-run was given.
OwnJobs ownJobs(const Invocation &invocation);

/// Changes an entry of the host's `prune.cfg`, as far as --dry-run lets it, and tells what. Fails as ConfigWriter::write() does.
Result<ConfigFileEdits> editHostJob(const Invocation &invocation, const JobState &wanted);

/// Tells what became, or would become, of the file of jobs; @p remark is said behind it where something changed.
void printJobEdit(const Invocation &invocation, const std::string &id, const ConfigFileEdits &edit, const QString &remark = {});

} // namespace espalier::cli
