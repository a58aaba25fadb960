// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/servicebackend.h"

#include <QDeadlineTimer>
#include <QtConcurrentRun>
#include <qtconcurrenttask.h>

#include <utility>

namespace espalier {

namespace {

constexpr auto progressInterval = std::chrono::milliseconds(50);
constexpr auto watchInterval = std::chrono::seconds(1);

} // namespace

ServiceBackend::ServiceBackend(std::shared_ptr<StoreService> service, int readers, std::function<void()> cancel, QObject *parent)
    : Backend(parent)
    , m_service(std::move(service))
    , m_cancel(std::move(cancel))
    , m_watch(this)
{
    m_readers.setMaxThreadCount(readers);
    m_writer.setMaxThreadCount(1);
    m_watch.setInterval(watchInterval);
    connect(&m_watch, &QTimer::timeout, this, &ServiceBackend::watch);
}

ServiceBackend::~ServiceBackend()
{
    m_closing.request_stop();
    m_scanStop.request_stop();
    m_overlapsStop.request_stop();
    m_runStop.request_stop();
    if (m_cancel)
        m_cancel();
    m_readers.clear();
    m_readers.waitForDone();
    m_writer.waitForDone();
}

void ServiceBackend::watch()
{
    const auto loss = m_service->loss();
    if (!loss)
        return;
    m_watch.stop();
    emit connectionLost(*loss);
}

QFuture<Result<PlaceState>> ServiceBackend::open()
{
    m_watch.stop();
    return QtConcurrent::run(&m_readers, [this] {
        auto state = m_service->open();
        if (state && place().kind() != Place::Kind::Directory)
            QMetaObject::invokeMethod(&m_watch, qOverload<>(&QTimer::start), Qt::QueuedConnection);
        return state;
    });
}

QFuture<Result<PlaceState>> ServiceBackend::refreshState()
{
    return QtConcurrent::run(&m_readers, [this] { return m_service->refresh(); });
}

/// A service never calls back from two threads at once, and often enough; the signal is queued to whoever listens.
ScanOptions ServiceBackend::scanOptions(void (Backend::*progress)(const ScanProgress &), std::stop_token stop)
{
    ScanOptions options;
    options.stop = std::move(stop);
    options.progress = [this, progress](const ScanProgress &state) { emit(this->*progress)(state); };
    return options;
}

QFuture<Result<ScanResult>> ServiceBackend::scan()
{
    m_scanStop.request_stop();
    m_scanStop = std::stop_source();
    return QtConcurrent::run(
        &m_readers, [this, options = scanOptions(&Backend::scanProgress, m_scanStop.get_token())] { return m_service->scan(options); });
}

void ServiceBackend::stopScan()
{
    m_scanStop.request_stop();
    m_scanStop = std::stop_source(); // for what is asked for later
}

/// The full check collects the findings.
QFuture<std::shared_ptr<const Group>> ServiceBackend::readDetails(const NamespacePath &ns, std::shared_ptr<const Group> group)
{
    return QtConcurrent::task([this, stop = m_closing.get_token()](const NamespacePath &where, const std::shared_ptr<const Group> &plain) {
               const auto details = m_service->readDetails(where, plain, stop);
               return details ? details->group : plain;
           })
        .withArguments(ns, std::move(group))
        .onThreadPool(m_readers)
        .withPriority(++m_detailRequests)
        .spawn();
}

QFuture<Result<ScanResult>> ServiceBackend::readAllDetails(const Tree &tree)
{
    return QtConcurrent::run(&m_readers, [this, tree, options = scanOptions(&Backend::detailsProgress, m_scanStop.get_token())] {
        return m_service->readAllDetails(tree, options);
    });
}

QFuture<Result<std::vector<Overlap>>> ServiceBackend::readOverlaps(const Tree &tree, OverlapSearch search)
{
    m_overlapsStop.request_stop();
    m_overlapsStop = std::stop_source();
    const ScanOptions options{.stop = m_overlapsStop.get_token()};
    return QtConcurrent::run(&m_readers, [this, tree, search, options] { return m_service->readOverlaps(tree, search, options); });
}

QFuture<Result<SnapshotContent>> ServiceBackend::readSnapshot(const NamespacePath &ns, const GroupId &group, const SnapshotTime &time)
{
    return QtConcurrent::task([this, ns, group, time] { return m_service->readSnapshot(ns, group, time); })
        .onThreadPool(m_readers)
        .withPriority(++m_detailRequests)
        .spawn();
}

QFuture<Result<std::string>> ServiceBackend::readNotes(const NamespacePath &ns, const GroupId &group)
{
    return QtConcurrent::task([this, ns, group] { return m_service->readNotes(ns, group); })
        .onThreadPool(m_readers)
        .withPriority(++m_detailRequests)
        .spawn();
}

RunOptions ServiceBackend::runOptions()
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

QFuture<std::vector<Result<GuestIdentity>>> ServiceBackend::readIdentities(std::vector<std::pair<NamespacePath, GroupId>> groups)
{
    return QtConcurrent::run(&m_readers, [this, groups = std::move(groups)] { return m_service->readIdentities(groups); });
}

QFuture<HostReferences> ServiceBackend::readReferences(const std::string &store)
{
    return QtConcurrent::run(&m_readers, [this, store] {
        auto references = m_service->readReferences(store);
        if (references)
            return *std::move(references);
        HostReferences none;
        none.problems.push_back(references.error());
        return none;
    });
}

QFuture<ConfigState> ServiceBackend::readConfig()
{
    return QtConcurrent::run(&m_readers, [this] { return m_service->readConfig().value_or(ConfigState()); });
}

QFuture<RunReport> ServiceBackend::execute(const Plan &plan, bool keepGoing, const ConfigPlan &config)
{
    RunOptions options = runOptions();
    options.keepGoing = keepGoing;
    return QtConcurrent::run(&m_writer,
                             [this, plan, config, options = std::move(options)] { return m_service->execute(plan, options, config); });
}

QFuture<Result<History>> ServiceBackend::history()
{
    return QtConcurrent::run(&m_readers, [this] { return m_service->history(); });
}

QFuture<Result<UndoPlan>> ServiceBackend::planUndo(const std::string &runId, NewBackups newBackups, const std::set<GroupId> &only)
{
    return QtConcurrent::run(&m_readers, [this, runId, newBackups, only] { return m_service->planUndo(runId, newBackups, only); });
}

QFuture<RunReport> ServiceBackend::executeUndo(const UndoPlan &undo)
{
    return QtConcurrent::run(&m_writer, [this, undo, options = runOptions()] { return m_service->executeUndo(undo, options); });
}

QFuture<Result<Recovery>> ServiceBackend::planRecovery(const std::string &runId)
{
    return QtConcurrent::run(&m_readers, [this, runId] { return m_service->planRecovery(runId); });
}

/// What something else changed is named in the dialog; the rest is done.
QFuture<RunReport> ServiceBackend::executeRecovery(const Recovery &recovery)
{
    RunOptions options = runOptions();
    options.keepGoing = !recovery.isReady();
    return QtConcurrent::run(&m_writer,
                             [this, recovery, options = std::move(options)] { return m_service->executeRecovery(recovery, options); });
}

void ServiceBackend::stopRun()
{
    m_runStop.request_stop();
}

QFuture<Done> ServiceBackend::holdMaintenance(const MaintenanceMode &mode)
{
    return QtConcurrent::run(&m_readers, [this, mode] { return m_service->holdMaintenance(mode); });
}

QFuture<Result<MaintenanceEnd>> ServiceBackend::endMaintenance()
{
    return QtConcurrent::run(&m_readers, [this] { return m_service->endMaintenance(); });
}

} // namespace espalier
