// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/pbshost.h"
#include "core/pbs/timezone.h"

#include <optional>
#include <string>

namespace espalier {

/// The time zone in which a PBS counts hours, days, weeks, months and years.
struct HostZone
{
    std::string name; ///< Such as "Europe/Vienna"; empty where only the zone's data is known.
    TimeZone zone;
};

/// Reads the zone of @p host: `etc/localtime` below its prefix, else `etc/timezone`, else UTC where the prefix is `/`.
/// Nothing where neither is there below another prefix, or where the prefix is `/` and no PBS is: the store's server is then
/// another computer, whose zone nobody knows.
/// Fails with TimeZoneUnknown where the zone is named, but this computer has no data on it.
Result<std::optional<HostZone>> readHostZone(fs::FileSystem &fileSystem, const PbsHost &host);

} // namespace espalier
