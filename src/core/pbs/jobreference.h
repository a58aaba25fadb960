// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/authid.h"
#include "core/pbs/groupfilter.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/retention.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

enum class JobKind : unsigned char { Sync, Prune, Verify, Tape };

std::string_view toString(JobKind kind);    ///< "sync", "prune", "verify", "tape"
std::string_view sectionType(JobKind kind); ///< What begins a job's section: "sync", "prune", "verification", "backup".

/// A namespace with those below it, down to a depth: what a job covers.
struct NamespaceRange
{
    NamespacePath top;
    std::optional<int> maxDepth{}; ///< 0: only the top itself. Nothing: as deep as possible.

    bool covers(const NamespacePath &ns) const;
    friend bool operator==(const NamespaceRange &, const NamespaceRange &) = default;
};

/// What a sync job says besides its own end.
struct SyncReference
{
    bool isPush = false; ///< From the job's own store to the other one; else the other way round.
    bool removesVanished = false;
    std::string remote;     ///< Empty: the other end is a store of the same server.
    std::string remoteHost; ///< As `remote.cfg` names it; empty where it is not known.
    std::string remoteStore;
    NamespacePath remoteNs;
    std::optional<AuthId> owner; ///< Nothing: root@pam.

    friend bool operator==(const SyncReference &, const SyncReference &) = default;
};

/// A job of a PBS, as far as it names datastores and namespaces (config-formats §4).
struct JobReference
{
    JobKind kind = JobKind::Sync;
    std::string id;
    std::string store;                ///< The job's own end.
    NamespaceRange range;             ///< There.
    bool isDisabled = false;          ///< Prune jobs.
    KeepOptions keep{};               ///< Prune jobs.
    std::vector<GroupFilter> filters; ///< Sync and tape jobs.
    std::optional<SyncReference> sync{};

    /// What it covers at its other end; only for sync jobs.
    NamespaceRange otherRange() const { return {sync->remoteNs, range.maxDepth}; }

    friend bool operator==(const JobReference &, const JobReference &) = default;
};

/// The jobs of a file and the sections that were left out because a value in them cannot be read.
struct JobReading
{
    std::vector<JobReference> jobs;
    std::vector<Error> problems; ///< ConfigLineIgnored each; ConfigDamaged where PBS cannot read the file either.
};

/// Reads the text of `sync.cfg`, `prune.cfg`, `verification.cfg` or `tape-job.cfg`; @p file names it in problems.
/// Keys and kinds of section that are not needed here may be anything.
JobReading readJobs(JobKind kind, std::string_view text, std::string_view file);

} // namespace espalier
