// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/activity.h"
#include "core/datastore/guestidentity.h"
#include "core/datastore/maintenancekeeper.h"
#include "core/datastore/overlaps.h"
#include "core/datastore/place.h"
#include "core/datastore/references.h"
#include "core/datastore/scan.h"
#include "core/datastore/store.h"
#include "core/datastore/writeaccess.h"
#include "core/pbs/prunejob.h"
#include "core/plan/configplan.h"
#include "core/plan/plan.h"
#include "core/run/resume.h"
#include "core/run/undo.h"
#include "core/sync/syncrun.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace espalier {

/// What a host says of a datastore besides its tree.
struct PlaceState
{
    StoreIdentity identity;
    WriteAccess access;
    Activity activity;
    bool isDemo = false;
    std::string volume;                ///< "ext4"
    std::string name{};                ///< The name to show: as PBS calls the store, else the last component of its path.
    std::string pbsVersion{};          ///< Of the PBS on the host; empty where none is seen.
    std::string login{};               ///< Who works there, as "user@host"; empty on this computer.
    std::optional<Place> hostBehind{}; ///< Where the directory lives in truth, if it is mounted from another host that can be named.
    std::optional<HeldMaintenance> heldMaintenance{}; ///< The maintenance mode that Espalier has set there, whoever wanted it.
};

/// The configuration of a store's PBS as it can be changed along.
struct ConfigState
{
    ConfigTexts texts{};             ///< Empty without PBS, and where they cannot be read.
    std::set<ConfigFile> writable{}; ///< Those that somebody here may change.

    bool isWritable() const { return writable.size() == allConfigFiles.size(); }
};

/// The prune jobs of a store's PBS.
struct HostPruneJobs
{
    PruneJobReading reading;
    std::string path; ///< Of their file.
};

/// A group by its place on disk.
using GroupPlace = std::pair<NamespacePath, GroupId>;

/// A group with details and what does not fit inside its snapshots.
struct GroupDetails
{
    std::shared_ptr<const Group> group; ///< Never null.
    std::vector<Finding> findings;
};

/// The port to a datastore, wherever it lives: in this process, or in an agent on another host. Every function waits for its
/// answer, so none belongs on the thread of a window. All may be called from several threads at once; what writes is done one after
/// the other. Everything but open() fails until that succeeded once, and where the connection to the host was lost since.
class StoreService
{
public:
    StoreService() = default;
    StoreService(const StoreService &) = delete;
    StoreService &operator=(const StoreService &) = delete;
    virtual ~StoreService() = default;

    virtual Place place() const = 0;

    /// Why the connection to the place's host is gone; nothing while it is there, or none is needed. Does not wait for anything.
    virtual std::optional<Error> loss() const { return std::nullopt; }

    /// Opens (again) and tells the state.
    virtual Result<PlaceState> open() = 0;
    /// Fails with StoreChanged where another directory or disk is at the place now.
    virtual Result<PlaceState> refresh() = 0;

    virtual Result<ScanResult> scan(const ScanOptions &options) = 0;
    /// Only these groups, as far as they exist, in their namespaces.
    virtual Result<Tree> scanPlaces(const std::vector<GroupPlace> &places) = 0;
    virtual Result<GroupDetails> readDetails(const NamespacePath &ns, const std::shared_ptr<const Group> &group, std::stop_token stop) = 0;
    virtual Result<ScanResult> readAllDetails(const Tree &tree, const ScanOptions &options) = 0;
    virtual Result<std::vector<Overlap>> readOverlaps(const Tree &tree, OverlapSearch search, const ScanOptions &options) = 0;
    virtual Result<SnapshotContent> readSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time) = 0;
    virtual Result<std::string> readNotes(const NamespacePath &ns, const GroupId &group) = 0;
    /// Parallel to @p groups.
    virtual std::vector<Result<GuestIdentity>> readIdentities(const std::vector<GroupPlace> &groups) = 0;

    /// What the configuration of the store's PBS says about @p store, which may be its own or another server's; empty where no PBS
    /// has the store. HostReferences::host tells hosts apart.
    virtual Result<HostReferences> readReferences(const std::string &store) = 0;
    virtual Result<HostPruneJobs> readPruneJobs() = 0;
    virtual Result<ConfigState> readConfig() = 0;
    /// The time zone of the host; nothing where it cannot be known.
    virtual Result<std::optional<HostZone>> readZone() = 0;

    /// Sets a maintenance mode of the store's PBS until endMaintenance(), or until this object, its process or the connection to it ends.
    /// Fails as MaintenanceHold::begin() does, with MaintenanceNoServer where no PBS has the store.
    virtual Done holdMaintenance(const MaintenanceMode &mode) = 0;
    /// Ends a mode that was set by Espalier, by whomever, whether or not it is still held.
    virtual Result<MaintenanceEnd> endMaintenance() = 0;

    /// As executePlan(). A report says why where the work could not be begun.
    virtual RunReport execute(const Plan &plan, const RunOptions &options, const ConfigPlan &config) = 0;
    virtual Result<History> history() = 0;
    /// Fails with RunNotFound.
    virtual Result<UndoPlan> planUndo(const std::string &runId, NewBackups newBackups, const std::set<GroupId> &only) = 0;
    virtual RunReport executeUndo(const UndoPlan &undo, const RunOptions &options) = 0;
    virtual Result<Recovery> planRecovery(const std::string &runId) = 0;
    virtual RunReport executeRecovery(const Recovery &recovery, const RunOptions &options) = 0;

    /// What is in it, to copy from. The service must outlive it.
    virtual Result<std::unique_ptr<SyncSource>> syncSource() = 0;
    /// As cleanLeftovers().
    virtual Done cleanSyncLeftovers() = 0;
    /// Copies from @p source into this datastore, as runSync(), where this one is: only what it lacks crosses a network.
    virtual SyncReport sync(SyncSource &source, const SyncPlan &plan, const SyncRunOptions &options) = 0;

    /// The datastore as this process has it open, for what works on two of them at once. Fails with StoreMoveOnHost where another
    /// process works on it.
    virtual Result<StoreSession> localSession() const;
};

/// The report of a run that could not be begun.
RunReport failedReport(const Error &error);
SyncReport failedSync(const Error &error); ///< The same of a sync.

/// Fails with SyncSameStore where two open datastores are one, however they are reached. Copies of whole file systems on other hosts are
/// told apart where these know when a directory was made.
Done checkDifferentStores(const Place &one, const PlaceState &stateOfOne, const Place &other, const PlaceState &stateOfOther);

} // namespace espalier
