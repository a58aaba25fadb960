// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/storeservice.h"
#include "remote/makeservice.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>
#include <set>

namespace espalier {

/// The asynchronous port to a datastore, wherever it lives. Calls return at once and answer through a future that is
/// finished on a worker thread; signals come in the thread of the object. Work on one datastore that writes is done one
/// after the other. A backend may be destroyed at any time: it asks its workers to stop and waits for them.
class Backend : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Place place() const = 0;

    /// Opens (again) and tells the state. Everything else fails until it succeeded once.
    virtual QFuture<Result<PlaceState>> open() = 0;
    virtual QFuture<Result<PlaceState>> refreshState() = 0;

    /// The first pass; scanProgress() tells how far it is. Only one at a time: another call stops the former.
    virtual QFuture<Result<ScanResult>> scan() = 0;
    virtual void stopScan() = 0; ///< And readAllDetails(): both answer with Kind::Stopped.

    /// The second pass of these groups, newest request first in line; each answer carries the group with details.
    virtual QFuture<std::shared_ptr<const Group>> readDetails(const NamespacePath &ns, std::shared_ptr<const Group> group) = 0;
    /// The second pass of everything, with findings inside snapshots.
    virtual QFuture<Result<ScanResult>> readAllDetails(const Tree &tree) = 0;
    /// Guests that occur several times in @p tree, with their names. Only one at a time: another call stops the former.
    virtual QFuture<Result<std::vector<Overlap>>> readOverlaps(const Tree &tree, OverlapSearch search) = 0;
    virtual QFuture<Result<SnapshotContent>> readSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time) = 0;
    virtual QFuture<Result<std::string>> readNotes(const NamespacePath &ns, const GroupId &group) = 0;

    /// What tells which guests these groups, named where they are on disk, are of; parallel to @p groups.
    virtual QFuture<std::vector<Result<GuestIdentity>>> readIdentities(std::vector<std::pair<NamespacePath, GroupId>> groups) = 0;
    /// What the configuration of the store's PBS says about @p store, which may be its own or another server's; empty where no PBS
    /// has the store. HostReferences::host tells hosts apart.
    virtual QFuture<HostReferences> readReferences(const std::string &store) = 0;

    /// The files of that PBS that can go along with what moves.
    virtual QFuture<ConfigState> readConfig() = 0;

    /// Executes; runProgress() tells how far it is. stopRun() ends it after the step under way.
    /// @p keepGoing: leaves out what is refused or not decided, and goes on after a failure. @p config: what of PBS's configuration
    /// goes along.
    virtual QFuture<RunReport> execute(const Plan &plan, bool keepGoing, const ConfigPlan &config) = 0;
    virtual QFuture<Result<History>> history() = 0;
    /// @p only: the groups to undo; all of the run where there are none.
    virtual QFuture<Result<UndoPlan>> planUndo(const std::string &runId, NewBackups newBackups, const std::set<GroupId> &only) = 0;
    virtual QFuture<RunReport> executeUndo(const UndoPlan &undo) = 0;
    virtual QFuture<Result<Recovery>> planRecovery(const std::string &runId) = 0;
    virtual QFuture<RunReport> executeRecovery(const Recovery &recovery) = 0;
    virtual void stopRun() = 0;

    /// As StoreService's; also while a run is under way.
    virtual QFuture<Done> holdMaintenance(const MaintenanceMode &mode) = 0;
    virtual QFuture<Result<MaintenanceEnd>> endMaintenance() = 0;

signals:
    void connectionLost(const espalier::Error &why); ///< Once, until open() is called; everything else fails until then.
    void scanProgress(const espalier::ScanProgress &progress);
    void detailsProgress(const espalier::ScanProgress &progress);
    void runProgress(const espalier::RunProgress &progress);
};

/// How a program reaches places.
using BackendOptions = ServiceOptions;

/// Makes the backend for @p place. Nothing is opened yet.
std::unique_ptr<Backend> makeBackend(const Place &place, const BackendOptions &options, QObject *parent = nullptr);

} // namespace espalier
