// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/storeservice.h"

namespace espalier {

Result<StoreSession> StoreService::localSession() const
{
    return fail(Error::Kind::InvalidInput, MessageId::StoreMoveOnHost, place().toString());
}

RunReport failedReport(const Error &error)
{
    RunReport report;
    report.failure = error;
    return report;
}

SyncReport failedSync(const Error &error)
{
    SyncReport report;
    report.failure = error;
    report.stopped = error.kind == Error::Kind::Stopped;
    return report;
}

namespace {

/// Whether @p state is that of a mount of @p place.
bool isMountOf(const PlaceState &state, const Place &place, const StoreIdentity &identity)
{
    return state.hostBehind && state.hostBehind->host() == place.host()
        && (state.hostBehind->path() == place.path() || state.hostBehind->path() == identity.path);
}

} // namespace

Done checkDifferentStores(const Place &one, const PlaceState &stateOfOne, const Place &other, const PlaceState &stateOfOther)
{
    const StoreIdentity &first = stateOfOne.identity;
    const StoreIdentity &second = stateOfOther.identity;
    const bool isOneHost = one.kind() == other.kind() && one.host() == other.host() && one.port() == other.port();
    const bool isSameHere
        = first.device == second.device && (first.rootInode == second.rootInode || first.chunksInode == second.chunksInode);
    const bool knowsBirth = first.rootBirthTime != 0 && second.rootBirthTime != 0;
    const bool isSameAnywhere
        = first.rootInode == second.rootInode && first.chunksInode == second.chunksInode && (!knowsBirth || first.sameStore(second));
    if (isMountOf(stateOfOne, other, second) || isMountOf(stateOfOther, one, first) || (isOneHost ? isSameHere : isSameAnywhere))
        return fail(Error::Kind::InvalidInput, MessageId::SyncSameStore, first.path);
    return {};
}

} // namespace espalier
