// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/joblist.h"

#include <span>
#include <string_view>

namespace espalier::cli {

using NamedSyncJob = NamedJob<SyncJob>;
using SyncJobList = JobList<SyncJob>;

SyncJobList readSyncJobList(const Invocation &invocation);

/// Puts into @p job what the options of a sync say, each named as PBS names the property; what is not given stays. UsageBadValue where a
/// value is none.
Result<SyncJob> withSyncOptions(const Arguments &arguments, SyncJob job);

/// Puts into @p job the options that are called as the properties @p keys, read as PBS's file has them. UsageBadValue where a value is
/// none.
Result<SyncJob> withProperties(const Arguments &arguments, SyncJob job, std::span<const std::string_view> keys);

/// The job with its places: the noted ones of an own job, those of its datastores for one of a PBS. A remote is no place on this computer.
OwnSyncJob placedJob(const SyncJobList &list, const NamedSyncJob &named);

} // namespace espalier::cli
