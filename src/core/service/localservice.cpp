// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/localservice.h"

#include "core/datastore/configwriter.h"
#include "core/datastore/hostbehind.h"
#include "core/datastore/partialscan.h"
#include "core/datastore/prunejobs.h"
#include "core/fs/computer.h"
#include "core/service/guardiancommands.h"
#include "core/sync/localsource.h"
#include "core/sync/localtarget.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace espalier {

namespace {

std::string readMountInfo()
{
    std::ifstream file("/proc/self/mountinfo");
    return {std::istreambuf_iterator<char>(file), {}};
}

Result<JournalRun> findRun(const StoreSession &session, const std::string &runId)
{
    auto history = readHistory(session);
    if (!history)
        return failWith(history);
    const auto run = std::ranges::find(history->runs, runId, &JournalRun::id);
    if (run == history->runs.end())
        return fail(Error::Kind::NotFound, MessageId::RunNotFound, runId);
    return std::move(*run);
}

} // namespace

LocalService::LocalService(std::shared_ptr<fs::FileSystem> fileSystem, Place place, SessionOptions options)
    : m_place(std::move(place))
    , m_fileSystem(std::move(fileSystem))
    , m_options(std::move(options))
{
}

Result<StoreSession> LocalService::session() const
{
    const std::scoped_lock lock(m_mutex);
    if (m_session)
        return *m_session;
    return fail(Error::Kind::NotFound, MessageId::StoreNotFound, m_place.toString());
}

/// The session is the one to work with from now on.
PlaceState LocalService::keep(StoreSession session)
{
    const auto volume = session.store().root->volume();
    PlaceState state{.identity = session.store().identity,
                     .access = session.access(),
                     .activity = session.activity(),
                     .isDemo = session.store().isDemo,
                     .volume = volume ? volume->name : std::string(),
                     .name = session.name(),
                     .pbsVersion = session.host().version};
    if (!state.access.storeName.empty())
        state.heldMaintenance = MaintenanceKeeper(m_fileSystem, session.host().prefix).held(state.access.storeName);
    if (volume && volume->kind == fs::Volume::Kind::Network)
        state.hostBehind = espalier::hostBehind(session.store().identity.path, readMountInfo());
    const std::scoped_lock lock(m_mutex);
    m_session = std::move(session);
    return state;
}

Result<PlaceState> LocalService::open()
{
    auto opened = StoreSession::open(m_fileSystem, m_place, m_options);
    if (!opened)
        return failWith(opened);
    return keep(*std::move(opened));
}

Result<PlaceState> LocalService::refresh()
{
    auto current = session();
    if (!current)
        return failWith(current);
    if (const Done refreshed = current->refresh(); !refreshed)
        return failWith(refreshed);
    return keep(*std::move(current));
}

Result<ScanResult> LocalService::scan(const ScanOptions &options)
{
    const auto current = session();
    return current ? espalier::scan(current->store().root, options) : failWith(current);
}

Result<Tree> LocalService::scanPlaces(const std::vector<GroupPlace> &places)
{
    const auto current = session();
    return current ? espalier::scanPlaces(current->store().root, places) : failWith(current);
}

Result<GroupDetails> LocalService::readDetails(const NamespacePath &ns, const std::shared_ptr<const Group> &group, std::stop_token stop)
{
    const auto current = session();
    if (!current)
        return failWith(current);
    GroupDetails details;
    details.group = espalier::readDetails(current->store().root, ns, *group, details.findings, std::move(stop));
    return details;
}

Result<ScanResult> LocalService::readAllDetails(const Tree &tree, const ScanOptions &options)
{
    const auto current = session();
    return current ? espalier::readAllDetails(current->store().root, tree, options) : failWith(current);
}

Result<std::vector<Overlap>> LocalService::readOverlaps(const Tree &tree, OverlapSearch search, const ScanOptions &options)
{
    const auto current = session();
    return current ? espalier::readOverlaps(current->store().root, tree, search, options) : failWith(current);
}

Result<SnapshotContent> LocalService::readSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time)
{
    const auto current = session();
    return current ? espalier::readSnapshot(current->store().root, ns, group, time) : failWith(current);
}

Result<std::string> LocalService::readNotes(const NamespacePath &ns, const GroupId &group)
{
    const auto current = session();
    return current ? readGroupNotes(current->store().root, ns, group) : failWith(current);
}

std::vector<Result<GuestIdentity>> LocalService::readIdentities(const std::vector<GroupPlace> &groups)
{
    std::vector<Result<GuestIdentity>> identities;
    const auto current = session();
    for (const auto &[ns, id] : groups) {
        std::vector<Finding> findings;
        const auto group
            = current ? scanGroup(current->store().root, ns, id, findings) : Result<std::shared_ptr<const Group>>(failWith(current));
        identities.push_back(group ? readGuestIdentity(current->store().root, ns, **group) : Result<GuestIdentity>(failWith(group)));
    }
    return identities;
}

Result<HostReferences> LocalService::readReferences(const std::string &store)
{
    const auto current = session();
    if (!current)
        return failWith(current);
    if (current->access().storeName.empty())
        return HostReferences();
    HostReferences references = readHostReferences(*m_fileSystem, current->host(), store);
    references.host = current->host().prefix == "/" ? fs::hostName() : current->host().prefix;
    return references;
}

Result<HostPruneJobs> LocalService::readPruneJobs()
{
    const auto current = session();
    if (!current)
        return failWith(current);
    return HostPruneJobs{espalier::readPruneJobs(*m_fileSystem, current->host()), pruneJobsPath(current->host())};
}

/// Fails only where there is a PBS whose files cannot be read.
Result<ConfigState> LocalService::readConfig()
{
    const auto current = session();
    if (!current)
        return failWith(current);
    if (current->access().storeName.empty())
        return ConfigState();
    const ConfigWriter writer(m_fileSystem, current->host().prefix);
    auto texts = readConfigTexts(*m_fileSystem, writer.directory());
    if (!texts)
        return failWith(texts);
    ConfigState state{.texts = *std::move(texts)};
    std::ranges::copy_if(allConfigFiles, std::inserter(state.writable, state.writable.end()),
                         [&writer](ConfigFile file) { return writer.way(file) != ConfigWriter::Way::None; });
    return state;
}

Result<std::optional<HostZone>> LocalService::readZone()
{
    const auto current = session();
    return current ? readHostZone(*m_fileSystem, current->host()) : failWith(current);
}

Done LocalService::holdMaintenance(const MaintenanceMode &mode)
{
    const std::scoped_lock lock(m_maintaining);
    const auto current = session();
    if (!current)
        return failWith(current);
    if (current->access().storeName.empty())
        return fail(Error::Kind::Denied, MessageId::MaintenanceNoServer, current->store().identity.path);
    auto hold = MaintenanceHold::begin(guardianCommands(*m_fileSystem, current->host().prefix, m_options.guardian, {"guard"}),
                                       current->access().storeName, mode);
    if (!hold)
        return failWith(hold);
    m_maintenance = *std::move(hold);
    return {};
}

Result<MaintenanceEnd> LocalService::endMaintenance()
{
    const std::scoped_lock lock(m_maintaining);
    if (const auto own = std::exchange(m_maintenance, nullptr))
        return own->end();
    const auto current = session();
    if (!current)
        return failWith(current);
    const std::string &store = current->access().storeName;
    if (!MaintenanceKeeper(m_fileSystem, current->host().prefix).held(store))
        return MaintenanceEnd::Gone;
    return MaintenanceHold::endOther(guardianCommands(*m_fileSystem, current->host().prefix, m_options.guardian, {"restore", store}));
}

RunReport LocalService::execute(const Plan &plan, const RunOptions &options, const ConfigPlan &config)
{
    const std::scoped_lock writing(m_writing);
    auto current = session();
    return current ? executePlan(*std::move(current), plan, options, config) : failedReport(current.error());
}

Result<History> LocalService::history()
{
    const auto current = session();
    return current ? readHistory(*current) : failWith(current);
}

Result<UndoPlan> LocalService::planUndo(const std::string &runId, NewBackups newBackups, const std::set<GroupId> &only)
{
    const auto current = session();
    const auto run = current ? findRun(*current, runId) : failWith(current);
    return run ? espalier::planUndo(*current, *run, newBackups, only) : failWith(run);
}

RunReport LocalService::executeUndo(const UndoPlan &undo, const RunOptions &options)
{
    const std::scoped_lock writing(m_writing);
    auto current = session();
    return current ? espalier::executeUndo(*std::move(current), undo, options) : failedReport(current.error());
}

Result<Recovery> LocalService::planRecovery(const std::string &runId)
{
    const auto current = session();
    const auto run = current ? findRun(*current, runId) : failWith(current);
    return run ? espalier::planRecovery(*current, *run) : failWith(run);
}

RunReport LocalService::executeRecovery(const Recovery &recovery, const RunOptions &options)
{
    const std::scoped_lock writing(m_writing);
    auto current = session();
    return current ? espalier::executeRecovery(*std::move(current), recovery, options) : failedReport(current.error());
}

Result<std::unique_ptr<SyncSource>> LocalService::syncSource()
{
    const auto current = session();
    if (!current)
        return failWith(current);
    auto source = LocalSource::open(*current);
    return source ? Result<std::unique_ptr<SyncSource>>(*std::move(source)) : failWith(source);
}

Done LocalService::cleanSyncLeftovers()
{
    const std::scoped_lock writing(m_writing);
    const auto current = session();
    return current ? cleanLeftovers(*current) : failWith(current);
}

SyncReport LocalService::sync(SyncSource &source, const SyncPlan &plan, const SyncRunOptions &options)
{
    const std::scoped_lock writing(m_writing);
    const auto current = session();
    return current ? runSync(source, *current, plan, options) : failedSync(current.error());
}

} // namespace espalier
