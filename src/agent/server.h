// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agent/questions.h"
#include "agent/workers.h"
#include "core/service/storeservice.h"
#include "core/wire/frames.h"
#include "core/wire/requests.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>

namespace espalier::agent {

/// The agent's end of a connection: answers requests about one datastore, several at once, those that write one after the other. What
/// carries the bytes is somebody else's. The other end is not trusted to keep to the protocol; what it may do in a datastore is decided
/// by the user the agent runs as, and by the rules that hold everywhere.
class Server
{
public:
    /// What the requests are about.
    struct Host
    {
        std::function<std::shared_ptr<StoreService>(const wire::OpenRequest &)> open; ///< A datastore as the request names it.
        std::function<HostStores(const std::string &pbsRoot)> stores;
    };
    /// Sends the bytes of one frame, never called from two threads at once. May wait.
    using Send = std::function<void(std::string_view bytes)>;

    Server(Host host, Send send);
    ~Server(); ///< As stop(), and waits for it.
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    void greet(const wire::Hello &hello);

    /// The other end is gone: asks what is under way to stop. Any thread.
    void stop();

    /// Bytes from the other end, from one thread. Fails where they break the protocol: nothing can be answered from then on.
    Done receive(std::string_view bytes);

private:
    using Json = wire::Json;

    void send(wire::Message message);
    void begin(wire::Message message);
    void beginRequest(wire::Message message);
    void end(std::uint32_t id);
    template<typename Request>
    void handle(std::uint32_t id, const Json &json, const std::string &data, const std::stop_token &stop);
    template<typename T>
    void tell(std::uint32_t id, const T &news);
    template<typename T>
    std::function<void(const T &)> progress(std::uint32_t id);
    template<typename T>
    void reply(std::uint32_t id, const T &answer);
    Result<std::shared_ptr<StoreService>> service();

    Result<HostStores> answer(const wire::StoresRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<PlaceState> answer(const wire::OpenRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<PlaceState> answer(const wire::RefreshRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<ScanResult> answer(const wire::ScanRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<Tree> answer(const wire::ScanPlacesRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<GroupDetails> answer(const wire::DetailsRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<ScanResult> answer(const wire::AllDetailsRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<std::vector<Overlap>> answer(const wire::OverlapsRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<SnapshotContent> answer(const wire::SnapshotRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<std::string> answer(const wire::NotesRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<std::vector<Result<GuestIdentity>>> answer(const wire::IdentitiesRequest &request, std::uint32_t id,
                                                      const std::stop_token &stop);
    Result<HostReferences> answer(const wire::ReferencesRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<HostPruneJobs> answer(const wire::PruneJobsRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<ConfigState> answer(const wire::ConfigRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<std::optional<HostZone>> answer(const wire::ZoneRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<wire::None> answer(const wire::HoldMaintenanceRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<MaintenanceEnd> answer(const wire::EndMaintenanceRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<RunReport> answer(const wire::ExecuteRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<History> answer(const wire::HistoryRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<UndoPlan> answer(const wire::PlanUndoRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<RunReport> answer(const wire::ExecuteUndoRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<Recovery> answer(const wire::PlanRecoveryRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<RunReport> answer(const wire::ExecuteRecoveryRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<std::string> answer(const wire::SourceRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<wire::None> answer(const wire::CleanSyncRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<SyncReport> answer(const wire::SyncRequest &request, std::uint32_t id, const std::stop_token &stop);
    Result<wire::None> answer(const wire::SupplyRequest &request, std::uint32_t id, const std::stop_token &stop);

    Result<Tree> scannedTree(const std::stop_token &stop);
    /// The backups of the open datastore.
    struct Offered
    {
        std::shared_ptr<StoreService> store;
        std::unique_ptr<SyncSource> source;
        wire::OfferedSource answers{*source};
    };
    Result<std::shared_ptr<Offered>> offered();
    Result<std::unique_ptr<SyncSource>> sourceOf(const wire::SyncRequest &request, std::uint32_t id, const std::stop_token &stop);
    SyncRunOptions syncOptions(const wire::SyncRequest &request, std::uint32_t id, const std::stop_token &stop);
    RunOptions runOptions(std::uint32_t id, const std::stop_token &stop);
    ScanOptions scanOptions(std::uint32_t id, const std::stop_token &stop);

    const Host m_host;
    const Send m_send;
    wire::FrameReader m_frames;
    wire::MessageReader m_messages;
    std::mutex m_sending;

    std::mutex m_mutex; ///< Guards what follows.
    std::shared_ptr<StoreService> m_service;
    std::optional<Tree> m_tree;         ///< As it was scanned last.
    std::shared_ptr<Offered> m_offered; ///< Null before somebody wants to copy.
    std::map<std::uint32_t, std::stop_source> m_running;
    std::stop_source m_abandoned; ///< The other end is gone.

    Questions m_questions; ///< Of the sync under way.

    Workers m_readers; ///< Last, so that they end first.
    Workers m_writer;
    Workers m_pongs; ///< Sending may wait, which the thread that receives must not.
};

} // namespace espalier::agent
