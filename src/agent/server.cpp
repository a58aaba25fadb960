// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agent/server.h"

#include "core/pbs/configjson.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace espalier::agent {

namespace {

using namespace wire;
using Clock = std::chrono::steady_clock;

constexpr std::size_t readerThreads = 4;
constexpr auto progressInterval = std::chrono::milliseconds(100);

template<typename Request>
constexpr bool writes
    = std::same_as<typename Request::Progress, RunProgress> || std::same_as<Request, SyncRequest> || std::same_as<Request, CleanSyncRequest>
    || std::same_as<Request, HoldMaintenanceRequest> || std::same_as<Request, EndMaintenanceRequest>;

Error unexpected(std::string_view expected)
{
    return {Error::Kind::InvalidInput, MessageId::AgentRequestBad, {std::string(expected)}, 0};
}

/// Whether two values are the same, as far as they travel.
template<typename T>
bool isSame(const T &one, const T &other)
{
    const Encoded left = wire::Writer::encoded(one);
    const Encoded right = wire::Writer::encoded(other);
    return left.text == right.text && left.data == right.data;
}

/// Whether it names the groups from which it, or a part of it, removes snapshots: as they were seen.
bool isComplete(const Step &step)
{
    const bool removes = std::holds_alternative<RemoveSnapshots>(step.change) || std::holds_alternative<RemoveGroup>(step.change);
    return (!removes || step.group) && std::ranges::all_of(step.parts, [](const Step &part) { return isComplete(part); });
}

bool isComplete(const Plan &plan)
{
    return std::ranges::all_of(plan.steps, [](const Step &step) { return isComplete(step); });
}

/// The same of a sync.
bool isComplete(const SyncPlan &plan)
{
    const auto isSeen = [](const SyncGroup &group) { return group.target || (!group.isVanished && group.count(SyncAction::Remove) == 0); };
    return std::ranges::all_of(plan.namespaces, [&](const SyncNamespace &ns) { return std::ranges::all_of(ns.groups, isSeen); })
        && std::ranges::all_of(plan.vanished, [&](const VanishedNamespace &ns) { return std::ranges::all_of(ns.groups, isSeen); });
}

/// Entries are only changed as Espalier itself would change them.
bool isOurs(const ConfigEntry &entry)
{
    return configEntryFromJson(configEntryToJson(entry)).has_value();
}

bool isOurs(const ConfigEdit &edit)
{
    return isOurs(edit.before) && isOurs(edit.after);
}

} // namespace

Server::Server(Host host, Send send) : m_host(std::move(host)), m_send(std::move(send)), m_readers(readerThreads), m_writer(1), m_pongs(1)
{
}

Server::~Server()
{
    stop();
}

void Server::stop()
{
    m_abandoned.request_stop();
    const std::scoped_lock lock(m_mutex);
    for (auto &[id, stop] : m_running)
        stop.request_stop();
}

void Server::greet(const Hello &hello)
{
    Encoded encoded = wire::Writer::encoded(hello);
    send({.kind = FrameKind::Answer, .id = 0, .text = std::move(encoded.text), .data = std::move(encoded.data)});
}

/// Frames of several messages may alternate, so that small ones need not wait for large ones.
void Server::send(Message message)
{
    for (const Frame &frame : framesOf(std::move(message))) {
        const std::scoped_lock lock(m_sending);
        m_send(wire::encoded(frame));
    }
}

Done Server::receive(std::string_view bytes)
{
    m_frames.add(bytes);
    while (true) {
        auto frame = m_frames.next();
        if (!frame)
            return failWith(frame);
        if (!*frame)
            return {};
        auto message = m_messages.add(**std::move(frame));
        if (!message)
            return failWith(message);
        if (*message)
            begin(**std::move(message));
    }
}

/// Once it ends it is answered; until then it can be cancelled.
void Server::begin(Message message)
{
    if (message.kind == FrameKind::Ping)
        return m_pongs.add([this, id = message.id] { send({.kind = FrameKind::Pong, .id = id}); });
    if (message.kind == FrameKind::Request)
        return beginRequest(std::move(message));
    const std::scoped_lock lock(m_mutex);
    const auto running = m_running.find(message.id);
    if (message.kind == FrameKind::Cancel && running != m_running.end())
        running->second.request_stop();
}

void Server::beginRequest(Message message)
{
    const std::scoped_lock lock(m_mutex);
    if (m_running.contains(message.id))
        return;
    if (m_running.size() >= maxOpenMessages)
        return m_pongs.add([this, id = message.id] { reply(id, Result<None>(std::unexpected(unexpected("fewer requests at once")))); });
    const std::stop_token stop = m_running[message.id].get_token();
    auto json = std::make_shared<Json>(Reader::parsed(message.text));
    auto data = std::make_shared<std::string>(std::move(message.data));
    const bool isNamed = json->is_object() && json->contains("do") && (*json)["do"].is_string();
    const std::string name = isNamed ? (*json)["do"].get<std::string>() : std::string();
    bool isKnown = false;
    const auto offer = [&]<typename Request>(const Request *) {
        if (name != Request::name)
            return;
        isKnown = true;
        Workers &workers = writes<Request> ? m_writer : m_readers;
        workers.add([this, id = message.id, json, data, stop] { handle<Request>(id, *json, *data, stop); });
    };
    [&]<typename... Each>(const std::tuple<Each...> *) {
        (offer(static_cast<const Each *>(nullptr)), ...);
    }(static_cast<const Requests *>(nullptr));
    if (!isKnown) {
        m_running.erase(message.id);
        m_readers.add([this, id = message.id] { reply(id, Result<None>(std::unexpected(unexpected("a known request")))); });
    }
}

template<typename T>
void Server::reply(std::uint32_t id, const T &answer)
{
    Encoded encoded = wire::Writer::encoded(answer);
    if (encoded.text.size() > maxMessage || encoded.data.size() > maxMessage)
        encoded = wire::Writer::encoded(Result<None>(std::unexpected(unexpected("an answer of at most 256 MiB"))));
    send({.kind = FrameKind::Answer, .id = id, .text = std::move(encoded.text), .data = std::move(encoded.data)});
}

template<typename Request>
void Server::handle(std::uint32_t id, const Json &json, const std::string &data, const std::stop_token &stop)
{
    const auto request = Reader::decodedJson<Request>(json, data);
    const Result<typename Request::Answer> result = request ? answer(*request, id, stop) : failWith(request);
    {
        const std::scoped_lock lock(m_mutex);
        m_running.erase(id);
    }
    reply(id, result);
}

template<typename T>
void Server::tell(std::uint32_t id, const T &news)
{
    Encoded encoded = wire::Writer::encoded(news);
    send({.kind = FrameKind::Progress, .id = id, .text = std::move(encoded.text)});
}

/// Not more often than people can read.
template<typename T>
std::function<void(const T &)> Server::progress(std::uint32_t id)
{
    return [this, id, next = Clock::time_point()](const T &state) mutable {
        if (Clock::now() < next)
            return;
        next = Clock::now() + progressInterval;
        tell(id, state);
    };
}

ScanOptions Server::scanOptions(std::uint32_t id, const std::stop_token &stop)
{
    return {.stop = stop, .progress = progress<ScanProgress>(id)};
}

RunOptions Server::runOptions(std::uint32_t id, const std::stop_token &stop)
{
    RunOptions options;
    options.stop = stop;
    options.abandoned = m_abandoned.get_token();
    options.progress = progress<RunProgress>(id);
    return options;
}

Result<std::shared_ptr<StoreService>> Server::service()
{
    const std::scoped_lock lock(m_mutex);
    if (m_service)
        return m_service;
    return std::unexpected(Error{Error::Kind::InvalidInput, MessageId::AgentRequestBad, {"the choice of a datastore before all else"}, 0});
}

/// The tree that was scanned last, a fresh one where none was.
Result<Tree> Server::scannedTree(const std::stop_token &stop)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_tree)
            return *m_tree;
    }
    const auto store = service();
    const auto scanned = store ? (*store)->scan({.stop = stop}) : failWith(store);
    return scanned ? Result<Tree>(scanned->tree) : failWith(scanned);
}

Result<HostStores> Server::answer(const StoresRequest &request, std::uint32_t, const std::stop_token &)
{
    return m_host.stores(request.pbsRoot);
}

Result<PlaceState> Server::answer(const OpenRequest &request, std::uint32_t, const std::stop_token &)
{
    auto opened = m_host.open(request);
    auto state = opened->open();
    if (!state)
        return state;
    const std::scoped_lock lock(m_mutex);
    m_service = std::move(opened);
    m_tree.reset();
    m_offered.reset();
    return state;
}

Result<PlaceState> Server::answer(const RefreshRequest &, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    return store ? (*store)->refresh() : failWith(store);
}

Result<ScanResult> Server::answer(const ScanRequest &, std::uint32_t id, const std::stop_token &stop)
{
    const auto store = service();
    auto scanned = store ? (*store)->scan(scanOptions(id, stop)) : failWith(store);
    if (!scanned)
        return scanned;
    const std::scoped_lock lock(m_mutex);
    m_tree = scanned->tree;
    return scanned;
}

Result<Tree> Server::answer(const ScanPlacesRequest &request, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    return store ? (*store)->scanPlaces(request.places) : failWith(store);
}

Result<GroupDetails> Server::answer(const DetailsRequest &request, std::uint32_t, const std::stop_token &stop)
{
    if (!request.group)
        return fail(Error::Kind::InvalidInput, MessageId::AgentRequestBad, "a group");
    const auto store = service();
    return store ? (*store)->readDetails(request.ns, request.group, stop) : failWith(store);
}

Result<ScanResult> Server::answer(const AllDetailsRequest &, std::uint32_t id, const std::stop_token &stop)
{
    const auto store = service();
    const auto tree = store ? scannedTree(stop) : failWith(store);
    return tree ? (*store)->readAllDetails(*tree, scanOptions(id, stop)) : failWith(tree);
}

Result<std::vector<Overlap>> Server::answer(const OverlapsRequest &request, std::uint32_t id, const std::stop_token &stop)
{
    const auto store = service();
    const auto tree = store ? scannedTree(stop) : failWith(store);
    return tree ? (*store)->readOverlaps(*tree, request.search, scanOptions(id, stop)) : failWith(tree);
}

Result<SnapshotContent> Server::answer(const SnapshotRequest &request, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    return store ? (*store)->readSnapshot(request.ns, request.group, request.time) : failWith(store);
}

Result<std::string> Server::answer(const NotesRequest &request, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    return store ? (*store)->readNotes(request.ns, request.group) : failWith(store);
}

Result<std::vector<Result<GuestIdentity>>> Server::answer(const IdentitiesRequest &request, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    if (!store)
        return failWith(store);
    return (*store)->readIdentities(request.groups);
}

Result<HostReferences> Server::answer(const ReferencesRequest &request, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    return store ? (*store)->readReferences(request.store) : failWith(store);
}

Result<HostPruneJobs> Server::answer(const PruneJobsRequest &, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    return store ? (*store)->readPruneJobs() : failWith(store);
}

Result<ConfigState> Server::answer(const ConfigRequest &, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    return store ? (*store)->readConfig() : failWith(store);
}

Result<std::optional<HostZone>> Server::answer(const ZoneRequest &, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    return store ? (*store)->readZone() : failWith(store);
}

Result<None> Server::answer(const HoldMaintenanceRequest &request, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    const Done held = store ? (*store)->holdMaintenance(request.mode) : failWith(store);
    return held.transform([] { return None(); });
}

Result<MaintenanceEnd> Server::answer(const EndMaintenanceRequest &, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    return store ? (*store)->endMaintenance() : failWith(store);
}

Result<RunReport> Server::answer(const ExecuteRequest &request, std::uint32_t id, const std::stop_token &stop)
{
    const auto store = service();
    if (!store)
        return failWith(store);
    if (!isComplete(request.plan))
        return std::unexpected(unexpected("the groups that lose snapshots"));
    const auto isEdit = [](const ConfigEdit &edit) { return isOurs(edit); };
    if (!std::ranges::all_of(request.config.pauses, isEdit) || !std::ranges::all_of(request.config.edits, isEdit))
        return std::unexpected(unexpected("an entry that Espalier changes"));
    RunOptions options = runOptions(id, stop);
    options.keepGoing = request.keepGoing;
    return (*store)->execute(request.plan, options, request.config);
}

Result<History> Server::answer(const HistoryRequest &, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    return store ? (*store)->history() : failWith(store);
}

Result<UndoPlan> Server::answer(const PlanUndoRequest &request, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    return store ? (*store)->planUndo(request.runId, request.newBackups, request.only) : failWith(store);
}

Result<RunReport> Server::answer(const ExecuteUndoRequest &request, std::uint32_t id, const std::stop_token &stop)
{
    const auto store = service();
    if (!store)
        return failWith(store);
    const auto now = (*store)->planUndo(request.undo.runId, request.undo.newBackups, request.only);
    if (!now)
        return failWith(now);
    if (!isSame(*now, request.undo))
        return fail(Error::Kind::Conflict, MessageId::RecoveryChanged);
    return (*store)->executeUndo(*now, runOptions(id, stop));
}

Result<Recovery> Server::answer(const PlanRecoveryRequest &request, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    return store ? (*store)->planRecovery(request.runId) : failWith(store);
}

Result<RunReport> Server::answer(const ExecuteRecoveryRequest &request, std::uint32_t id, const std::stop_token &stop)
{
    const auto store = service();
    if (!store)
        return failWith(store);
    const auto now = (*store)->planRecovery(request.recovery.runId);
    if (!now)
        return failWith(now);
    if (!isSame(*now, request.recovery))
        return fail(Error::Kind::Conflict, MessageId::RecoveryChanged);
    RunOptions options = runOptions(id, stop);
    options.keepGoing = request.keepGoing;
    return (*store)->executeRecovery(*now, options);
}

/// One for all questions, because of what is held.
Result<std::shared_ptr<Server::Offered>> Server::offered()
{
    const auto store = service();
    if (!store)
        return failWith(store);
    const std::scoped_lock lock(m_mutex);
    if (m_offered)
        return m_offered;
    auto source = (*store)->syncSource();
    if (!source)
        return failWith(source);
    m_offered = std::make_shared<Offered>(*store, std::move(*source));
    return m_offered;
}

Result<std::string> Server::answer(const SourceRequest &request, std::uint32_t, const std::stop_token &)
{
    const auto source = offered();
    return source ? (*source)->answers.answer(request.question) : failWith(source);
}

Result<None> Server::answer(const CleanSyncRequest &, std::uint32_t, const std::stop_token &)
{
    const auto store = service();
    const Done cleaned = store ? (*store)->cleanSyncLeftovers() : failWith(store);
    return cleaned.transform([] { return None(); });
}

SyncRunOptions Server::syncOptions(const SyncRequest &request, std::uint32_t id, const std::stop_token &stop)
{
    SyncRunOptions options;
    options.job = request.job;
    options.removes = request.removes;
    options.workers = request.workers;
    options.threads = request.threads;
    options.rate = request.rate;
    options.checkDigests = request.checkDigests;
    options.stop = stop;
    options.progress
        = [tell = progress<SyncRequest::Progress>(id)](const SyncProgress &progress) { tell(SyncRequest::Progress(progress)); };
    options.log = [this, id](const SyncEvent &event) { tell(id, SyncRequest::Progress(event)); };
    return options;
}

/// On this host, or at the other end.
Result<std::unique_ptr<SyncSource>> Server::sourceOf(const SyncRequest &request, std::uint32_t id, const std::stop_token &stop)
{
    if (!request.source) {
        const Questions::Send send = [this, id](std::uint64_t number, const SourceQuestion &question) {
            tell(id, SyncRequest::Progress(NumberedQuestion{number, question}));
        };
        return std::make_unique<AskedSource>(
            [this, send, stop](const SourceQuestion &question) { return m_questions.ask(question, send, stop); });
    }
    const auto store = m_host.open(*request.source);
    const auto opened = store->open();
    return opened ? store->syncSource() : failWith(opened);
}

Result<SyncReport> Server::answer(const SyncRequest &request, std::uint32_t id, const std::stop_token &stop)
{
    const auto store = service();
    if (!store)
        return failWith(store);
    if (!isComplete(request.plan))
        return std::unexpected(unexpected("the groups that lose snapshots"));
    const auto source = sourceOf(request, id, stop);
    if (!source)
        return failWith(source);
    return (*store)->sync(**source, request.plan, syncOptions(request, id, stop));
}

Result<None> Server::answer(const SupplyRequest &request, std::uint32_t, const std::stop_token &)
{
    if (!m_questions.answer(request.number, request.answer))
        return std::unexpected(unexpected("the answer to a question"));
    return None();
}

} // namespace espalier::agent
