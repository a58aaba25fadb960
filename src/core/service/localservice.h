// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/session.h"
#include "core/service/maintenancehold.h"
#include "core/service/storeservice.h"

#include <mutex>

namespace espalier {

/// A datastore in a directory of this computer.
class LocalService : public StoreService
{
public:
    LocalService(std::shared_ptr<fs::FileSystem> fileSystem, Place place, SessionOptions options = {});

    Place place() const override { return m_place; }
    Result<PlaceState> open() override;
    Result<PlaceState> refresh() override;
    Result<ScanResult> scan(const ScanOptions &options) override;
    Result<Tree> scanPlaces(const std::vector<GroupPlace> &places) override;
    Result<GroupDetails> readDetails(const NamespacePath &ns, const std::shared_ptr<const Group> &group, std::stop_token stop) override;
    Result<ScanResult> readAllDetails(const Tree &tree, const ScanOptions &options) override;
    Result<std::vector<Overlap>> readOverlaps(const Tree &tree, OverlapSearch search, const ScanOptions &options) override;
    Result<SnapshotContent> readSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time) override;
    Result<std::string> readNotes(const NamespacePath &ns, const GroupId &group) override;
    std::vector<Result<GuestIdentity>> readIdentities(const std::vector<GroupPlace> &groups) override;
    Result<HostReferences> readReferences(const std::string &store) override;
    Result<HostPruneJobs> readPruneJobs() override;
    Result<ConfigState> readConfig() override;
    Result<std::optional<HostZone>> readZone() override;
    Done holdMaintenance(const MaintenanceMode &mode) override;
    Result<MaintenanceEnd> endMaintenance() override;
    RunReport execute(const Plan &plan, const RunOptions &options, const ConfigPlan &config) override;
    Result<History> history() override;
    Result<UndoPlan> planUndo(const std::string &runId, NewBackups newBackups, const std::set<GroupId> &only) override;
    RunReport executeUndo(const UndoPlan &undo, const RunOptions &options) override;
    Result<Recovery> planRecovery(const std::string &runId) override;
    RunReport executeRecovery(const Recovery &recovery, const RunOptions &options) override;
    Result<std::unique_ptr<SyncSource>> syncSource() override;
    Done cleanSyncLeftovers() override;
    SyncReport sync(SyncSource &source, const SyncPlan &plan, const SyncRunOptions &options) override;
    Result<StoreSession> localSession() const override { return session(); }

private:
    Result<StoreSession> session() const;
    PlaceState keep(StoreSession session);

    Place m_place;
    std::shared_ptr<fs::FileSystem> m_fileSystem;
    SessionOptions m_options;

    mutable std::mutex m_mutex; ///< Guards the session, which every call copies.
    std::optional<StoreSession> m_session;
    std::mutex m_writing;     ///< Held by a run.
    std::mutex m_maintaining; ///< Guards the mode that is held.
    std::unique_ptr<MaintenanceHold> m_maintenance;
};

} // namespace espalier
