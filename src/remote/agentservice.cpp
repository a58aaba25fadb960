// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/agentservice.h"

#include "remote/agentrequests.h"
#include "remote/agentsource.h"
#include "remote/syncanswers.h"

#include <algorithm>
#include <utility>

namespace espalier {

namespace {

/// A name as the rules of sudo want it (sudoers(5)): what has a meaning there is escaped.
std::string sudoersName(const std::string &name)
{
    std::string escaped;
    for (const char c : name)
        escaped += std::string_view("\\@!=:,() #\"").contains(c) ? std::string{'\\', c} : std::string(1, c);
    return escaped;
}

bool isSameLogin(const Place &one, const Place &other)
{
    return one.host() == other.host() && one.user() == other.user() && one.port() == other.port();
}

} // namespace

AgentService::AgentService(Place place, std::string pbsRoot, std::string stateHome, Connect connect)
    : m_place(std::move(place))
    , m_pbsRoot(std::move(pbsRoot))
    , m_stateHome(std::move(stateHome))
    , m_connect(std::move(connect))
{
}

AgentService::~AgentService()
{
    cancel();
}

void AgentService::cancel()
{
    m_closing.request_stop();
    if (const auto present = connection())
        (*present)->client().close({Error::Kind::Stopped, MessageId::ConnectionLost, {hostName(m_place)}, 0});
}

Result<std::shared_ptr<AgentConnection>> AgentService::connection() const
{
    const std::scoped_lock lock(m_mutex);
    if (m_connection)
        return m_connection;
    return fail(Error::Kind::NotFound, MessageId::StoreNotFound, m_place.toString());
}

std::optional<Error> AgentService::loss() const
{
    const auto present = connection();
    return present ? (*present)->client().closed() : std::nullopt;
}

/// The present connection where it is one, else a new one.
Result<std::shared_ptr<AgentConnection>> AgentService::connected()
{
    const std::scoped_lock connecting(m_connecting);
    if (const auto present = connection(); present && !(*present)->client().closed())
        return present;
    std::shared_ptr<AgentConnection> former; // ending it takes a moment
    {
        const std::scoped_lock lock(m_mutex);
        former = std::exchange(m_connection, nullptr);
    }
    former.reset();
    auto fresh = m_connect(m_closing.get_token());
    if (fresh) {
        const std::scoped_lock lock(m_mutex);
        m_connection = *fresh;
    }
    return fresh;
}

template<typename Request, typename Progress>
Result<typename Request::Answer> AgentService::ask(const Request &request, const std::stop_token &stop,
                                                   const std::function<void(const Progress &)> &progress)
{
    const auto present = connection();
    return present ? askAgent((*present)->client(), request, stop, progress) : failWith(present);
}

template<typename Request>
Result<typename Request::Answer> AgentService::ask(const Request &request, const std::stop_token &stop)
{
    return ask<Request, wire::None>(request, stop, {});
}

/// A run that the connection did not outlive goes on record as one that did not end; its journal is on the host.
template<typename Request>
RunReport AgentService::run(const Request &request, const RunOptions &options)
{
    auto report = ask<Request, RunProgress>(request, options.stop, options.progress);
    if (!report) {
        RunReport unknown = failedReport(report.error());
        unknown.isUnknown = loss().has_value() || report.error().id == MessageId::AgentBadAnswer;
        return unknown;
    }
    const auto isKnown = [&](const StepOutcome &outcome) { return !outcome.change || *outcome.change < report->changes.size(); };
    if (!std::ranges::all_of(report->steps, isKnown))
        return failedReport({Error::Kind::Damaged, MessageId::AgentBadAnswer, {hostName(m_place), "changes that there are"}, 0});
    return *std::move(report);
}

/// What the host calls its own things is told as seen from here.
PlaceState AgentService::told(PlaceState state) const
{
    const auto present = connection();
    const std::string user = present ? (*present)->user() : std::string();
    state.login = user + '@' + m_place.host();
    WriteAccess &access = state.access;
    const bool wantsBackup = access.reason && access.reason->id == MessageId::WriteNeedsUser && access.reason->args.at(1) == "backup";
    if (wantsBackup && user != "backup") {
        access.reason = Error{
            Error::Kind::Denied,
            MessageId::WriteNeedsAgent,
            {m_place.path(), m_place.host(), user, sudoersName(user) + " ALL=(backup) NOPASSWD: /usr/libexec/espalier/espalier-agent"},
            0};
    }
    return state;
}

wire::OpenRequest AgentService::openRequest() const
{
    return {.path = m_place.path(), .pbsRoot = m_pbsRoot, .stateHome = m_stateHome};
}

Result<PlaceState> AgentService::open()
{
    if (const auto present = connected(); !present)
        return failWith(present);
    auto state = ask(openRequest());
    return state ? told(*std::move(state)) : state;
}

Result<PlaceState> AgentService::refresh()
{
    auto state = ask(wire::RefreshRequest());
    return state ? told(*std::move(state)) : state;
}

Result<ScanResult> AgentService::scan(const ScanOptions &options)
{
    return ask<wire::ScanRequest, ScanProgress>({}, options.stop, options.progress);
}

Result<Tree> AgentService::scanPlaces(const std::vector<GroupPlace> &places)
{
    return ask(wire::ScanPlacesRequest{places});
}

Result<GroupDetails> AgentService::readDetails(const NamespacePath &ns, const std::shared_ptr<const Group> &group, std::stop_token stop)
{
    auto details = ask(wire::DetailsRequest{ns, group}, stop);
    if (details && !details->group)
        return fail(Error::Kind::Damaged, MessageId::AgentBadAnswer, hostName(m_place), "a group");
    return details;
}

Result<ScanResult> AgentService::readAllDetails(const Tree &, const ScanOptions &options)
{
    return ask<wire::AllDetailsRequest, ScanProgress>({}, options.stop, options.progress);
}

Result<std::vector<Overlap>> AgentService::readOverlaps(const Tree &, OverlapSearch search, const ScanOptions &options)
{
    auto overlaps = ask<wire::OverlapsRequest, ScanProgress>({search}, options.stop, options.progress);
    const auto hasGroups = [](const Overlap &overlap) {
        return std::ranges::all_of(overlap.occurrences, [](const Occurrence &each) { return each.group != nullptr; });
    };
    if (overlaps && !std::ranges::all_of(*overlaps, hasGroups))
        return fail(Error::Kind::Damaged, MessageId::AgentBadAnswer, hostName(m_place), "groups");
    return overlaps;
}

Result<SnapshotContent> AgentService::readSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time)
{
    return ask(wire::SnapshotRequest{ns, group, time});
}

Result<std::string> AgentService::readNotes(const NamespacePath &ns, const GroupId &group)
{
    return ask(wire::NotesRequest{ns, group});
}

std::vector<Result<GuestIdentity>> AgentService::readIdentities(const std::vector<GroupPlace> &groups)
{
    auto identities = ask(wire::IdentitiesRequest{groups});
    if (identities && identities->size() == groups.size())
        return *std::move(identities);
    const Error why = identities
        ? Error{Error::Kind::Damaged, MessageId::AgentBadAnswer, {hostName(m_place), "as many answers as questions"}, 0}
        : identities.error();
    return std::vector<Result<GuestIdentity>>(groups.size(), std::unexpected(why));
}

Result<HostReferences> AgentService::readReferences(const std::string &store)
{
    return ask(wire::ReferencesRequest{store});
}

Result<HostPruneJobs> AgentService::readPruneJobs()
{
    return ask(wire::PruneJobsRequest());
}

Result<ConfigState> AgentService::readConfig()
{
    return ask(wire::ConfigRequest());
}

Result<std::optional<HostZone>> AgentService::readZone()
{
    return ask(wire::ZoneRequest());
}

Done AgentService::holdMaintenance(const MaintenanceMode &mode)
{
    return ask(wire::HoldMaintenanceRequest{mode}).transform([](const wire::None &) {});
}

Result<MaintenanceEnd> AgentService::endMaintenance()
{
    return ask(wire::EndMaintenanceRequest());
}

RunReport AgentService::execute(const Plan &plan, const RunOptions &options, const ConfigPlan &config)
{
    return run(wire::ExecuteRequest{plan, options.keepGoing, config}, options);
}

Result<History> AgentService::history()
{
    return ask(wire::HistoryRequest());
}

Result<UndoPlan> AgentService::planUndo(const std::string &runId, NewBackups newBackups, const std::set<GroupId> &only)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_undone[runId] = only;
    }
    return ask(wire::PlanUndoRequest{runId, newBackups, only});
}

RunReport AgentService::executeUndo(const UndoPlan &undo, const RunOptions &options)
{
    std::set<GroupId> only;
    if (undo.isPartial) {
        const std::scoped_lock lock(m_mutex);
        only = m_undone[undo.runId];
    }
    return run(wire::ExecuteUndoRequest{undo, only}, options);
}

Result<Recovery> AgentService::planRecovery(const std::string &runId)
{
    return ask(wire::PlanRecoveryRequest{runId});
}

RunReport AgentService::executeRecovery(const Recovery &recovery, const RunOptions &options)
{
    return run(wire::ExecuteRecoveryRequest{recovery, options.keepGoing}, options);
}

Result<std::unique_ptr<SyncSource>> AgentService::syncSource()
{
    const auto present = connection();
    return present ? Result<std::unique_ptr<SyncSource>>(std::make_unique<AgentSource>(*present, openRequest(), m_place))
                   : failWith(present);
}

Done AgentService::cleanSyncLeftovers()
{
    return ask(wire::CleanSyncRequest()).transform([](const wire::None &) {});
}

/// The work is done there. What it asks of the source is answered from here, unless the source is on the same host.
SyncReport AgentService::sync(SyncSource &source, const SyncPlan &plan, const SyncRunOptions &options)
{
    const auto present = connection();
    if (!present)
        return failedSync(present.error());
    wire::SyncRequest request{.plan = plan,
                              .job = options.job,
                              .removes = options.removes,
                              .workers = options.workers,
                              .threads = options.threads,
                              .rate = options.rate,
                              .checkDigests = options.checkDigests,
                              .source = {}};
    if (const auto *neighbour = dynamic_cast<const AgentSource *>(&source); neighbour && isSameLogin(neighbour->place(), m_place))
        request.source = neighbour->openRequest();
    SyncAnswers answers(source, plan, (*present)->client());
    const auto listen = [&](const wire::SyncRequest::Progress &news) {
        if (const auto *progress = std::get_if<SyncProgress>(&news); progress && options.progress)
            options.progress(*progress);
        else if (const auto *event = std::get_if<SyncEvent>(&news); event && options.log)
            options.log(*event);
        else if (const auto *question = std::get_if<wire::NumberedQuestion>(&news))
            answers.answer(*question);
    };
    const auto report = ask<wire::SyncRequest, wire::SyncRequest::Progress>(request, options.stop, listen);
    return report ? *report : failedSync(report.error());
}

} // namespace espalier
