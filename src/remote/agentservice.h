// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cancellable.h"
#include "core/wire/requests.h"
#include "remote/sshconnection.h"

#include <functional>
#include <memory>
#include <mutex>

namespace espalier {

/// A datastore on another host, asked through the agent there. open() connects, again where the connection was lost; everything else
/// then fails with the reason of the loss until it is called.
class AgentService : public StoreService, public Cancellable
{
public:
    /// Connects to the agent of the place's host. May ask people, and take long.
    using Connect = std::function<Result<std::shared_ptr<AgentConnection>>(const std::stop_token &stop)>;

    AgentService(Place place, std::string pbsRoot, std::string stateHome, Connect connect);
    ~AgentService() override;

    Place place() const override { return m_place; }
    std::optional<Error> loss() const override;

    void cancel() override; ///< Also gives up a connection that is being made.
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

private:
    Result<std::shared_ptr<AgentConnection>> connection() const;
    Result<std::shared_ptr<AgentConnection>> connected();
    template<typename Request>
    Result<typename Request::Answer> ask(const Request &request, const std::stop_token &stop = {});
    template<typename Request, typename Progress>
    Result<typename Request::Answer> ask(const Request &request, const std::stop_token &stop,
                                         const std::function<void(const Progress &)> &progress);
    template<typename Request>
    RunReport run(const Request &request, const RunOptions &options);
    wire::OpenRequest openRequest() const;
    PlaceState told(PlaceState state) const;

    const Place m_place;
    const std::string m_pbsRoot;
    const std::string m_stateHome;
    const Connect m_connect;
    std::stop_source m_closing;

    mutable std::mutex m_mutex; ///< Guards the connection.
    std::shared_ptr<AgentConnection> m_connection;
    std::mutex m_connecting; ///< Held while one is made.
    std::map<std::string, std::set<GroupId>>
        m_undone; ///< Of the last plan for the undoing of a run: only these groups. Guarded like the connection.
};

} // namespace espalier
