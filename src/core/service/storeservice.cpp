// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/storeservice.h"

namespace espalier {

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

Done checkDifferentStores(const Place &one, const PlaceState &stateOfOne, const Place &other, const PlaceState &stateOfOther)
{
    const StoreIdentity &first = stateOfOne.identity;
    const StoreIdentity &second = stateOfOther.identity;
    const bool isOneHost = one.kind() == other.kind() && one.host() == other.host();
    const bool isSameHere
        = first.device == second.device && (first.rootInode == second.rootInode || first.chunksInode == second.chunksInode);
    const bool isSameAnywhere = first.rootBirthTime != 0 && first.sameStore(second);
    if (isOneHost ? isSameHere : isSameAnywhere)
        return fail(Error::Kind::InvalidInput, MessageId::SyncSameStore, first.path);
    return {};
}

} // namespace espalier
