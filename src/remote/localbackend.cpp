// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/localbackend.h"

#include "core/datastore/configwriter.h"
#include "core/fs/posix.h"

#include <QDeadlineTimer>
#include <QSysInfo>
#include <QtConcurrentRun>
#include <qtconcurrenttask.h>

#include <algorithm>
#include <utility>

namespace espalier {

namespace {

constexpr int readerThreads = 3;
constexpr auto progressInterval = std::chrono::milliseconds(50);

PlaceState stateOf(const StoreSession &session)
{
    const auto volume = session.store().root->volume();
    return {.identity = session.store().identity,
            .access = session.access(),
            .activity = session.activity(),
            .isDemo = session.store().isDemo,
            .volume = volume ? volume->name : std::string()};
}

RunReport failedReport(const Error &error)
{
    RunReport report;
    report.failure = error;
    return report;
}

} // namespace

LocalBackend::LocalBackend(Place place, const BackendOptions &options, QObject *parent)
    : Backend(parent)
    , m_place(std::move(place))
    , m_fileSystem(options.fileSystem ? options.fileSystem : fs::posixFileSystem())
    , m_options{.pbsRoot = options.pbsRoot, .stateHome = options.stateHome}
{
    m_readers.setMaxThreadCount(readerThreads);
    m_writer.setMaxThreadCount(1);
}

LocalBackend::~LocalBackend()
{
    m_closing.request_stop();
    m_scanStop.request_stop();
    m_overlapsStop.request_stop();
    m_runStop.request_stop();
    m_readers.clear();
    m_readers.waitForDone();
    m_writer.waitForDone();
}

Result<StoreSession> LocalBackend::session() const
{
    const std::scoped_lock lock(m_mutex);
    if (m_session)
        return *m_session;
    return fail(Error::Kind::NotFound, MessageId::StoreNotFound, m_place.toString());
}

Result<PlaceState> LocalBackend::openSession()
{
    auto opened = StoreSession::open(m_fileSystem, m_place, m_options);
    if (!opened)
        return failWith(opened);
    PlaceState state = stateOf(*opened);
    const std::scoped_lock lock(m_mutex);
    m_session = std::move(*opened);
    return state;
}

Result<PlaceState> LocalBackend::refreshSession()
{
    auto current = session();
    if (!current)
        return failWith(current);
    if (const Done refreshed = current->refresh(); !refreshed)
        return std::unexpected(refreshed.error());
    PlaceState state = stateOf(*current);
    const std::scoped_lock lock(m_mutex);
    m_session = std::move(*current);
    return state;
}

QFuture<Result<PlaceState>> LocalBackend::open()
{
    return QtConcurrent::run(&m_readers, [this] { return openSession(); });
}

QFuture<Result<PlaceState>> LocalBackend::refreshState()
{
    return QtConcurrent::run(&m_readers, [this] { return refreshSession(); });
}

/// The core never calls back from two threads at once, and often enough; the signal is queued to whoever listens.
ScanOptions LocalBackend::scanOptions(void (Backend::*progress)(const ScanProgress &), std::stop_token stop)
{
    ScanOptions options;
    options.stop = std::move(stop);
    options.progress = [this, progress](const ScanProgress &state) { emit(this->*progress)(state); };
    return options;
}

QFuture<Result<ScanResult>> LocalBackend::scan()
{
    m_scanStop.request_stop();
    m_scanStop = std::stop_source();
    return QtConcurrent::run(&m_readers,
                             [this, options = scanOptions(&Backend::scanProgress, m_scanStop.get_token())]() -> Result<ScanResult> {
                                 const auto current = session();
                                 if (!current)
                                     return failWith(current);
                                 return espalier::scan(current->store().root, options);
                             });
}

void LocalBackend::stopScan()
{
    m_scanStop.request_stop();
    m_scanStop = std::stop_source(); // for what is asked for later
}

QFuture<std::shared_ptr<const Group>> LocalBackend::readDetails(const NamespacePath &ns, std::shared_ptr<const Group> group)
{
    return QtConcurrent::task([this, stop = m_closing.get_token()](const NamespacePath &where, const std::shared_ptr<const Group> &plain) {
               const auto current = session();
               if (!current)
                   return plain;
               std::vector<Finding> findings; // the full check collects them
               return espalier::readDetails(current->store().root, where, *plain, findings, stop);
           })
        .withArguments(ns, std::move(group))
        .onThreadPool(m_readers)
        .withPriority(++m_detailRequests)
        .spawn();
}

QFuture<Result<ScanResult>> LocalBackend::readAllDetails(const Tree &tree)
{
    return QtConcurrent::run(
        &m_readers, [this, tree, options = scanOptions(&Backend::detailsProgress, m_scanStop.get_token())]() -> Result<ScanResult> {
            const auto current = session();
            if (!current)
                return failWith(current);
            return espalier::readAllDetails(current->store().root, tree, options);
        });
}

QFuture<Result<std::vector<Overlap>>> LocalBackend::readOverlaps(const Tree &tree, OverlapSearch search)
{
    m_overlapsStop.request_stop();
    m_overlapsStop = std::stop_source();
    const ScanOptions options{.stop = m_overlapsStop.get_token()};
    return QtConcurrent::run(&m_readers, [this, tree, search, options]() -> Result<std::vector<Overlap>> {
        const auto current = session();
        if (!current)
            return failWith(current);
        return espalier::readOverlaps(current->store().root, tree, search, options);
    });
}

QFuture<Result<SnapshotContent>> LocalBackend::readSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time)
{
    return QtConcurrent::task([this, ns, group, time]() -> Result<SnapshotContent> {
               const auto current = session();
               if (!current)
                   return failWith(current);
               return espalier::readSnapshot(current->store().root, ns, group, time);
           })
        .onThreadPool(m_readers)
        .withPriority(++m_detailRequests)
        .spawn();
}

QFuture<Result<std::string>> LocalBackend::readNotes(const NamespacePath &ns, const GroupId &group)
{
    return QtConcurrent::task([this, ns, group]() -> Result<std::string> {
               const auto current = session();
               if (!current)
                   return failWith(current);
               return readGroupNotes(current->store().root, ns, group);
           })
        .onThreadPool(m_readers)
        .withPriority(++m_detailRequests)
        .spawn();
}

RunOptions LocalBackend::runOptions()
{
    m_runStop = std::stop_source();
    RunOptions options;
    options.stop = m_runStop.get_token();
    options.progress = [this, next = QDeadlineTimer(0)](const RunProgress &progress) mutable {
        if (!next.hasExpired() && progress.done != progress.total)
            return;
        next.setRemainingTime(progressInterval);
        emit runProgress(progress);
    };
    return options;
}

QFuture<std::vector<Result<GuestIdentity>>> LocalBackend::readIdentities(std::vector<std::pair<NamespacePath, GroupId>> groups)
{
    return QtConcurrent::run(&m_readers, [this, groups = std::move(groups)] {
        std::vector<Result<GuestIdentity>> identities;
        const auto current = session();
        for (const auto &[ns, id] : groups) {
            std::vector<Finding> findings;
            const auto group
                = current ? scanGroup(current->store().root, ns, id, findings) : Result<std::shared_ptr<const Group>>(failWith(current));
            identities.push_back(group ? readGuestIdentity(current->store().root, ns, **group) : Result<GuestIdentity>(failWith(group)));
        }
        return identities;
    });
}

QFuture<HostReferences> LocalBackend::readReferences(const std::string &store)
{
    return QtConcurrent::run(&m_readers, [this, store] {
        const auto current = session();
        if (!current || current->access().storeName.empty())
            return HostReferences();
        HostReferences references = readHostReferences(*current->fileSystem(), current->host(), store);
        references.host = current->host().prefix == "/" ? QSysInfo::machineHostName().toStdString() : current->host().prefix;
        return references;
    });
}

QFuture<ConfigState> LocalBackend::readConfig()
{
    return QtConcurrent::run(&m_readers, [this] {
        const auto current = session();
        if (!current || current->access().storeName.empty())
            return ConfigState();
        const ConfigWriter writer(current->fileSystem(), current->host().prefix);
        auto texts = readConfigTexts(*current->fileSystem(), writer.directory());
        const auto isOpen = [&writer](ConfigFile file) { return writer.way(file) != ConfigWriter::Way::None; };
        return texts ? ConfigState{*std::move(texts), std::ranges::all_of(allConfigFiles, isOpen)} : ConfigState();
    });
}

QFuture<RunReport> LocalBackend::execute(const Plan &plan, bool keepGoing, const ConfigPlan &config)
{
    RunOptions options = runOptions();
    options.keepGoing = keepGoing;
    return QtConcurrent::run(&m_writer, [this, plan, config, options = std::move(options)] {
        auto current = session();
        return current ? executePlan(std::move(*current), plan, options, config) : failedReport(current.error());
    });
}

QFuture<Result<History>> LocalBackend::history()
{
    return QtConcurrent::run(&m_readers, [this]() -> Result<History> {
        const auto current = session();
        if (!current)
            return failWith(current);
        return readHistory(*current);
    });
}

QFuture<Result<UndoPlan>> LocalBackend::planUndo(const std::string &runId, NewBackups newBackups, const std::set<GroupId> &only)
{
    return QtConcurrent::run(&m_readers, [this, runId, newBackups, only]() -> Result<UndoPlan> {
        const auto current = session();
        if (!current)
            return failWith(current);
        const auto history = readHistory(*current);
        if (!history)
            return failWith(history);
        const auto run = std::ranges::find(history->runs, runId, &JournalRun::id);
        if (run == history->runs.end())
            return fail(Error::Kind::NotFound, MessageId::RunNotFound, runId);
        return espalier::planUndo(*current, *run, newBackups, only);
    });
}

QFuture<RunReport> LocalBackend::executeUndo(const UndoPlan &undo)
{
    return QtConcurrent::run(&m_writer, [this, undo, options = runOptions()] {
        auto current = session();
        return current ? espalier::executeUndo(std::move(*current), undo, options) : failedReport(current.error());
    });
}

QFuture<Result<Recovery>> LocalBackend::planRecovery(const std::string &runId)
{
    return QtConcurrent::run(&m_readers, [this, runId]() -> Result<Recovery> {
        const auto current = session();
        if (!current)
            return failWith(current);
        const auto history = readHistory(*current);
        if (!history)
            return failWith(history);
        const auto run = std::ranges::find(history->runs, runId, &JournalRun::id);
        if (run == history->runs.end())
            return fail(Error::Kind::NotFound, MessageId::RunNotFound, runId);
        return espalier::planRecovery(*current, *run);
    });
}

/// What something else changed is named in the dialog; the rest is done.
QFuture<RunReport> LocalBackend::executeRecovery(const Recovery &recovery)
{
    RunOptions options = runOptions();
    options.keepGoing = !recovery.isReady();
    return QtConcurrent::run(&m_writer, [this, recovery, options = std::move(options)] {
        auto current = session();
        return current ? espalier::executeRecovery(std::move(*current), recovery, options) : failedReport(current.error());
    });
}

void LocalBackend::stopRun()
{
    m_runStop.request_stop();
}

} // namespace espalier
