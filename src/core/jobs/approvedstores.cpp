// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/approvedstores.h"

#include <format>

namespace espalier {

namespace {

Done checkMark(const std::string &mark, const PresentStore &present)
{
    if (mark == storeMark(present.identity))
        return {};
    return fail(Error::Kind::Conflict, MessageId::JobOtherStore, present.place);
}

} // namespace

std::string storeMark(const StoreIdentity &identity)
{
    if (identity.rootBirthTime == 0 || identity.chunksBirthTime == 0)
        return "untold";
    return std::format("{}.{}-{}.{}", identity.rootInode, identity.rootBirthTime, identity.chunksInode, identity.chunksBirthTime);
}

Done checkApproved(const ApprovedStores &approved, const PresentStore &target)
{
    return checkMark(approved.target, target);
}

Done checkApproved(const ApprovedStores &approved, const PresentStore &target, const PresentStore &source)
{
    return checkMark(approved.target, target).and_then([&] { return checkMark(approved.source, source); });
}

} // namespace espalier
