// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/hoststores.h"
#include "core/wire/frames.h"
#include "core/wire/runfields.h"
#include "core/wire/syncfields.h"

#include <tuple>

/// What a client can ask an agent for: which datastores there are, and one struct for each function of StoreService. `name` goes over the wire, Answer and Progress tell
/// what comes back; Progress is void where nothing does on the way.
namespace espalier::wire {

/// Nothing.
struct None
{
};

/// The first message of an agent, as the answer of the id 0: nobody asks for it.
struct Hello
{
    int protocol = protocolVersion;
    std::string version{}; ///< Of the program.
    std::string login{};   ///< Who works, as "user@host".
};

/// May be asked before a datastore is open.
struct StoresRequest
{
    static constexpr std::string_view name = "stores";
    using Answer = HostStores;
    using Progress = void;

    std::string pbsRoot;
};

struct OpenRequest
{
    static constexpr std::string_view name = "open";
    using Answer = PlaceState;
    using Progress = void;

    std::string path;
    std::string pbsRoot;
    std::string stateHome;
};

struct RefreshRequest
{
    static constexpr std::string_view name = "refresh";
    using Answer = PlaceState;
    using Progress = void;
};

struct ScanRequest
{
    static constexpr std::string_view name = "scan";
    using Answer = ScanResult;
    using Progress = ScanProgress;
};

struct ScanPlacesRequest
{
    static constexpr std::string_view name = "scan-places";
    using Answer = Tree;
    using Progress = void;

    std::vector<GroupPlace> places;
};

struct DetailsRequest
{
    static constexpr std::string_view name = "details";
    using Answer = GroupDetails;
    using Progress = void;

    NamespacePath ns;
    std::shared_ptr<const Group> group{}; ///< As it was scanned; never null.
};

/// Of the tree that the agent scanned last.
struct AllDetailsRequest
{
    static constexpr std::string_view name = "all-details";
    using Answer = ScanResult;
    using Progress = ScanProgress;
};

/// The same.
struct OverlapsRequest
{
    static constexpr std::string_view name = "overlaps";
    using Answer = std::vector<Overlap>;
    using Progress = ScanProgress;

    OverlapSearch search = OverlapSearch::SeveralNamespaces;
};

struct SnapshotRequest
{
    static constexpr std::string_view name = "snapshot";
    using Answer = SnapshotContent;
    using Progress = void;

    NamespacePath ns;
    GroupId group;
    SnapshotTime time;
};

struct NotesRequest
{
    static constexpr std::string_view name = "notes";
    using Answer = std::string;
    using Progress = void;

    NamespacePath ns;
    GroupId group;
};

struct IdentitiesRequest
{
    static constexpr std::string_view name = "identities";
    using Answer = std::vector<Result<GuestIdentity>>;
    using Progress = void;

    std::vector<GroupPlace> groups;
};

struct ReferencesRequest
{
    static constexpr std::string_view name = "references";
    using Answer = HostReferences;
    using Progress = void;

    std::string store;
};

struct PruneJobsRequest
{
    static constexpr std::string_view name = "prune-jobs";
    using Answer = HostPruneJobs;
    using Progress = void;
};

struct ConfigRequest
{
    static constexpr std::string_view name = "config";
    using Answer = ConfigState;
    using Progress = void;
};

struct ZoneRequest
{
    static constexpr std::string_view name = "zone";
    using Answer = std::optional<HostZone>;
    using Progress = void;
};

/// The mode ends with the connection at the latest.
struct HoldMaintenanceRequest
{
    static constexpr std::string_view name = "hold-maintenance";
    using Answer = None;
    using Progress = void;

    MaintenanceMode mode;
};

struct EndMaintenanceRequest
{
    static constexpr std::string_view name = "end-maintenance";
    using Answer = MaintenanceEnd;
    using Progress = void;
};

struct ExecuteRequest
{
    static constexpr std::string_view name = "execute";
    using Answer = RunReport;
    using Progress = RunProgress;

    Plan plan;
    bool keepGoing = false;
    ConfigPlan config;
};

struct HistoryRequest
{
    static constexpr std::string_view name = "history";
    using Answer = History;
    using Progress = void;
};

struct PlanUndoRequest
{
    static constexpr std::string_view name = "plan-undo";
    using Answer = UndoPlan;
    using Progress = void;

    std::string runId;
    NewBackups newBackups = NewBackups::Take;
    std::set<GroupId> only;
};

struct ExecuteUndoRequest
{
    static constexpr std::string_view name = "undo";
    using Answer = RunReport;
    using Progress = RunProgress;

    UndoPlan undo;          ///< As it was seen: the agent plans it anew, and does it only if that is the same.
    std::set<GroupId> only; ///< Of the request for the plan.
};

struct PlanRecoveryRequest
{
    static constexpr std::string_view name = "plan-recovery";
    using Answer = Recovery;
    using Progress = void;

    std::string runId;
};

struct ExecuteRecoveryRequest
{
    static constexpr std::string_view name = "recover";
    using Answer = RunReport;
    using Progress = RunProgress;

    Recovery recovery; ///< As it was seen, like an undo.
    bool keepGoing = false;
};

/// What is in the open datastore, for a sync to somewhere else. What is held is let go with the connection at the latest.
struct SourceRequest
{
    static constexpr std::string_view name = "source";
    using Answer = std::string;
    using Progress = void;

    SourceQuestion question;
};

struct CleanSyncRequest
{
    static constexpr std::string_view name = "clean-sync";
    using Answer = None;
    using Progress = void;
};

/// What an agent that copies wants to know of the source: answered by a SupplyRequest, in any order.
struct NumberedQuestion
{
    std::uint64_t number = 0;
    SourceQuestion question;
};

struct SyncRequest
{
    static constexpr std::string_view name = "sync";
    using Answer = SyncReport;
    using Progress = std::variant<SyncProgress, SyncEvent, NumberedQuestion>;

    SyncPlan plan;
    SyncOptions job;
    bool removes = false;
    unsigned workers = 1;
    unsigned threads = 0;
    std::optional<TransferRate> rate;
    bool checkDigests = true;
    std::optional<OpenRequest> source; ///< Where it is on the same host; nothing: the client has it.
};

struct SupplyRequest
{
    static constexpr std::string_view name = "supply";
    using Answer = None;
    using Progress = void;

    std::uint64_t number = 0;
    Result<std::string> answer;
};

using Requests = std::tuple<StoresRequest, OpenRequest, RefreshRequest, ScanRequest, ScanPlacesRequest, DetailsRequest, AllDetailsRequest,
                            OverlapsRequest, SnapshotRequest, NotesRequest, IdentitiesRequest, ReferencesRequest, PruneJobsRequest,
                            ConfigRequest, ZoneRequest, HoldMaintenanceRequest, EndMaintenanceRequest, ExecuteRequest, HistoryRequest,
                            PlanUndoRequest, ExecuteUndoRequest, PlanRecoveryRequest, ExecuteRecoveryRequest, SourceRequest,
                            CleanSyncRequest, SyncRequest, SupplyRequest>;

template<>
struct Fields<None>
{
    static void visit(auto &, auto &&) {}
};

template<>
struct Fields<Hello>
{
    static void visit(auto &v, auto &&f)
    {
        f("protocol", v.protocol);
        f("version", v.version);
        f("login", v.login);
    }
};

template<>
struct Fields<HostStores>
{
    static void visit(auto &v, auto &&f)
    {
        f("pbs-version", v.pbsVersion);
        f("stores", v.stores);
        f("problem", v.problem);
    }
};

template<>
struct Fields<StoresRequest>
{
    static void visit(auto &v, auto &&f) { f("pbs-root", v.pbsRoot); }
};

template<>
struct Fields<OpenRequest>
{
    static void visit(auto &v, auto &&f)
    {
        f("path", v.path);
        f("pbs-root", v.pbsRoot);
        f("state-home", v.stateHome);
    }
};

template<typename T>
    requires(std::is_empty_v<T> && requires { T::name; })
struct Fields<T>
{
    static void visit(auto &, auto &&) {}
};

template<>
struct Fields<ScanPlacesRequest>
{
    static void visit(auto &v, auto &&f) { f("places", v.places); }
};

template<>
struct Fields<DetailsRequest>
{
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.ns);
        f("group", v.group);
    }
};

template<>
struct Fields<OverlapsRequest>
{
    static void visit(auto &v, auto &&f) { f("search", v.search); }
};

template<>
struct Fields<SnapshotRequest>
{
    static SnapshotRequest blank() { return {.ns = {}, .group = TextForm<GroupId>::blank(), .time = TextForm<SnapshotTime>::blank()}; }
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.ns);
        f("group", v.group);
        f("time", v.time);
    }
};

template<>
struct Fields<NotesRequest>
{
    static NotesRequest blank() { return {.ns = {}, .group = TextForm<GroupId>::blank()}; }
    static void visit(auto &v, auto &&f)
    {
        f("ns", v.ns);
        f("group", v.group);
    }
};

template<>
struct Fields<IdentitiesRequest>
{
    static void visit(auto &v, auto &&f) { f("groups", v.groups); }
};

template<>
struct Fields<ReferencesRequest>
{
    static void visit(auto &v, auto &&f) { f("store", v.store); }
};

template<>
struct Fields<HoldMaintenanceRequest>
{
    static void visit(auto &v, auto &&f) { f("mode", v.mode); }
};

template<>
struct Fields<ExecuteRequest>
{
    static void visit(auto &v, auto &&f)
    {
        f("plan", v.plan);
        f("keep-going", v.keepGoing);
        f("config", v.config);
    }
};

template<>
struct Fields<PlanUndoRequest>
{
    static void visit(auto &v, auto &&f)
    {
        f("run", v.runId);
        f("new-backups", v.newBackups);
        f("only", v.only);
    }
};

template<>
struct Fields<ExecuteUndoRequest>
{
    static void visit(auto &v, auto &&f)
    {
        f("undo", v.undo);
        f("only", v.only);
    }
};

template<>
struct Fields<PlanRecoveryRequest>
{
    static void visit(auto &v, auto &&f) { f("run", v.runId); }
};

template<>
struct Fields<ExecuteRecoveryRequest>
{
    static void visit(auto &v, auto &&f)
    {
        f("recovery", v.recovery);
        f("keep-going", v.keepGoing);
    }
};

template<>
struct Fields<SourceRequest>
{
    static void visit(auto &v, auto &&f) { f("question", v.question); }
};

template<>
struct Fields<NumberedQuestion>
{
    static void visit(auto &v, auto &&f)
    {
        f("number", v.number);
        f("question", v.question);
    }
};

template<>
struct Fields<SyncRequest>
{
    static void visit(auto &v, auto &&f)
    {
        f("plan", v.plan);
        f("job", v.job);
        f("removes", v.removes);
        f("workers", v.workers);
        f("threads", v.threads);
        f("rate", v.rate);
        f("check-digests", v.checkDigests);
        f("source", v.source);
    }
};

template<>
struct Fields<SupplyRequest>
{
    static void visit(auto &v, auto &&f)
    {
        f("number", v.number);
        f("answer", v.answer);
    }
};

} // namespace espalier::wire
