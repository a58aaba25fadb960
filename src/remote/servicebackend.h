// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "remote/backend.h"

#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <stop_token>

namespace espalier {

/// A datastore that is asked through a StoreService, by workers.
class ServiceBackend : public Backend
{
    Q_OBJECT

public:
    /// @p readers: how many questions may wait for their answers at once. @p cancel: makes the service give up what takes long, at the end.
    ServiceBackend(std::shared_ptr<StoreService> service, int readers, std::function<void()> cancel = {}, QObject *parent = nullptr);
    ~ServiceBackend() override;

    Place place() const override { return m_service->place(); }
    QFuture<Result<PlaceState>> open() override;
    QFuture<Result<PlaceState>> refreshState() override;
    QFuture<Result<ScanResult>> scan() override;
    void stopScan() override;
    QFuture<std::shared_ptr<const Group>> readDetails(const NamespacePath &ns, std::shared_ptr<const Group> group) override;
    QFuture<Result<ScanResult>> readAllDetails(const Tree &tree) override;
    QFuture<Result<std::vector<Overlap>>> readOverlaps(const Tree &tree, OverlapSearch search) override;
    QFuture<Result<SnapshotContent>> readSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time) override;
    QFuture<Result<std::string>> readNotes(const NamespacePath &ns, const GroupId &group) override;
    QFuture<std::vector<Result<GuestIdentity>>> readIdentities(std::vector<std::pair<NamespacePath, GroupId>> groups) override;
    QFuture<HostReferences> readReferences(const std::string &store) override;
    QFuture<ConfigState> readConfig() override;
    QFuture<RunReport> execute(const Plan &plan, bool keepGoing, const ConfigPlan &config) override;
    QFuture<Result<History>> history() override;
    QFuture<Result<UndoPlan>> planUndo(const std::string &runId, NewBackups newBackups, const std::set<GroupId> &only) override;
    QFuture<RunReport> executeUndo(const UndoPlan &undo) override;
    QFuture<Result<Recovery>> planRecovery(const std::string &runId) override;
    QFuture<RunReport> executeRecovery(const Recovery &recovery) override;
    void stopRun() override;
    QFuture<Done> holdMaintenance(const MaintenanceMode &mode) override;
    QFuture<Result<MaintenanceEnd>> endMaintenance() override;

private:
    ScanOptions scanOptions(void (Backend::*progress)(const ScanProgress &), std::stop_token stop);
    RunOptions runOptions();
    void watch();

    std::shared_ptr<StoreService> m_service;
    std::function<void()> m_cancel;
    std::stop_source m_closing; ///< The backend goes away.
    std::stop_source m_scanStop;
    std::stop_source m_overlapsStop;
    std::stop_source m_runStop;
    int m_detailRequests = 0; ///< Newer ones are served first.
    QThreadPool m_readers;
    QTimer m_watch;
    QThreadPool m_writer; ///< One thread: runs on one datastore never overlap.
};

} // namespace espalier
