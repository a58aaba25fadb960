// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/backend.h"

#include "remote/localbackend.h"

namespace espalier {

namespace {

/// Answers PlaceNotSupported: hosts and servers join later.
class UnsupportedBackend : public Backend
{
public:
    UnsupportedBackend(Place place, QObject *parent) : Backend(parent), m_place(std::move(place)) {}

    Place place() const override { return m_place; }
    QFuture<Result<PlaceState>> open() override { return refused<PlaceState>(); }
    QFuture<Result<PlaceState>> refreshState() override { return refused<PlaceState>(); }
    QFuture<Result<ScanResult>> scan() override { return refused<ScanResult>(); }
    void stopScan() override {}
    QFuture<std::shared_ptr<const Group>> readDetails(const NamespacePath &, std::shared_ptr<const Group> group) override
    {
        return QtFuture::makeReadyValueFuture(std::move(group));
    }
    QFuture<Result<ScanResult>> readAllDetails(const Tree &) override { return refused<ScanResult>(); }
    QFuture<Result<std::vector<Overlap>>> readOverlaps(const Tree &, OverlapSearch) override { return refused<std::vector<Overlap>>(); }
    QFuture<Result<SnapshotContent>> readSnapshot(const NamespacePath &, const GroupId &, const SnapshotTime &) override
    {
        return refused<SnapshotContent>();
    }
    QFuture<Result<std::string>> readNotes(const NamespacePath &, const GroupId &) override { return refused<std::string>(); }
    QFuture<std::vector<Result<GuestIdentity>>> readIdentities(std::vector<std::pair<NamespacePath, GroupId>> groups) override
    {
        return QtFuture::makeReadyValueFuture(std::vector<Result<GuestIdentity>>(groups.size(), std::unexpected(error())));
    }
    QFuture<HostReferences> readReferences(const std::string &) override { return QtFuture::makeReadyValueFuture(HostReferences()); }
    QFuture<ConfigState> readConfig() override { return QtFuture::makeReadyValueFuture(ConfigState()); }
    QFuture<RunReport> execute(const Plan &, bool, const ConfigPlan &) override { return refusedRun(); }
    QFuture<Result<Recovery>> planRecovery(const std::string &) override { return refused<Recovery>(); }
    QFuture<RunReport> executeRecovery(const Recovery &) override { return refusedRun(); }
    QFuture<Result<History>> history() override { return refused<History>(); }
    QFuture<Result<UndoPlan>> planUndo(const std::string &, NewBackups, const std::set<GroupId> &) override { return refused<UndoPlan>(); }
    QFuture<RunReport> executeUndo(const UndoPlan &) override { return refusedRun(); }
    void stopRun() override {}

private:
    Error error() const { return {Error::Kind::InvalidInput, MessageId::PlaceNotSupported, {m_place.toString()}, 0}; }

    template<typename T>
    QFuture<Result<T>> refused() const
    {
        return QtFuture::makeReadyValueFuture(Result<T>(std::unexpected(error())));
    }

    QFuture<RunReport> refusedRun() const
    {
        RunReport report;
        report.failure = error();
        return QtFuture::makeReadyValueFuture(std::move(report));
    }

    Place m_place;
};

} // namespace

std::unique_ptr<Backend> makeBackend(const Place &place, const BackendOptions &options, QObject *parent)
{
    if (place.kind() == Place::Kind::Directory)
        return std::make_unique<LocalBackend>(place, options, parent);
    return std::make_unique<UnsupportedBackend>(place, parent);
}

} // namespace espalier
