// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/pbs/authid.h"
#include "core/pbs/groupfilter.h"
#include "core/pbs/jobreference.h"
#include "core/pbs/sectionconfig.h"
#include "core/pbs/transferrate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace espalier {

enum class SyncDirection : unsigned char { Pull, Push };

/// What a sync does, wherever its two ends are: the part of a job that the engine needs.
struct SyncOptions
{
    NamespacePath source{};                      ///< The namespace that is copied, with those below it down to maxDepth.
    NamespacePath target{};                      ///< What it becomes.
    std::optional<int> maxDepth{};               ///< 0: only the namespace itself. Nothing: as deep as possible.
    std::string owner = "root@pam";              ///< Of the groups that are made; existing ones must be owned by it.
    std::vector<GroupFilter> filters{};          ///< Empty: all groups.
    std::optional<std::uint64_t> transferLast{}; ///< Only the last so many snapshots of a group; never 0.
    bool removeVanished = false;
    bool encryptedOnly = false;
    bool verifiedOnly = false;
    bool resyncCorrupt = false;
    bool keepsFinished = false; ///< What is finished at the target and has other data is not overwritten, even where PBS would do it.
    bool exactPbs = false;      ///< As PBS does it, without what Espalier adds for safety; for comparison.
};

/// A sync job with all that PBS 4.2's `sync.cfg` says of it (config-formats §4), every value as PBS would accept it. What is not there
/// is nothing, even where PBS has a default for it, so that a job that is written again says what it said.
struct SyncJob
{
    std::string id;
    std::string store; ///< The job's own end.
    std::optional<NamespacePath> ns{};
    std::optional<AuthId> owner{};
    std::optional<std::string> remote{}; ///< Nothing: the other end is a store of the same server.
    std::string remoteStore;
    std::optional<NamespacePath> remoteNs{};
    std::optional<SyncDirection> direction{};
    std::optional<int> maxDepth{};
    std::optional<std::string> schedule{}; ///< A calendar event, as it was written.
    std::optional<std::string> comment{};
    std::vector<GroupFilter> filters{};
    std::optional<std::uint64_t> transferLast{};
    std::optional<bool> removeVanished{};
    std::optional<bool> encryptedOnly{};
    std::optional<bool> verifiedOnly{};
    std::optional<bool> resyncCorrupt{};
    std::optional<bool> runOnMount{};
    std::optional<bool> unmountOnDone{};
    std::optional<std::uint64_t> workerThreads{};
    std::optional<std::string> rateIn{}; ///< Bytes per second, as they were written: "40 MiB".
    std::optional<std::string> burstIn{};
    std::optional<std::string> rateOut{};
    std::optional<std::string> burstOut{};
    std::optional<std::string> activeEncryptionKey{};
    std::vector<std::string> associatedKeys{};
    std::vector<std::pair<std::string, std::string>> others{}; ///< Properties that are not known here; PBS refuses a file with any.

    /// Reads one section. Fails with ConfigLineIgnored, which names @p file, the section and its key.
    static Result<SyncJob> fromSection(const ConfigSection &section, std::string_view file);

    /// The section as PBS writes it: keys ascending, numbers and truth values in one form.
    ConfigSection toSection() const;

    bool isPush() const { return direction == SyncDirection::Push; }

    /// How fast it may copy: a pull's rate-in, a push's rate-out. Nothing: as fast as it can.
    std::optional<TransferRate> rate() const;

    /// What it asks of the engine, whichever end is whose.
    SyncOptions options() const;
};

/// The jobs of a file, in its order, and why others could not be read.
struct SyncJobReading
{
    std::vector<SyncJob> jobs;
    std::vector<Error> problems;
};

/// Reads the text of a `sync.cfg`; @p file names it in problems.
SyncJobReading readSyncJobs(std::string_view text, std::string_view file);

/// Who finds the ends of a sync job.
enum class SyncEnds : unsigned char {
    Named,  ///< A PBS, by the names of its datastores and remotes.
    Placed, ///< Whoever runs it, by places that are noted beside it; names are for people only.
};

/// What PBS's API would refuse although the file could say it: ConfigLineIgnored or SyncSameStore each (sync-semantics §1).
std::vector<Error> problemsOf(const SyncJob &job, SyncEnds ends = SyncEnds::Named);

/// Whether @p job can be written as one whose ends are places: its name, datastores, schedule and comment, and problemsOf(). Fails with the
/// first problem.
Done checkPlacedSyncJob(const SyncJob &job);

} // namespace espalier
