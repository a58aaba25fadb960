// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <string>

namespace espalier {

/// The directory of compiled time zones (tzfile(5)) that this computer or this program has, with a slash at its end.
std::string zoneDirectory();

/// The file of this computer's own time zone; empty where there is none, which means UTC. Fails with TimeZoneUnknown where the system
/// does not tell.
Result<std::string> localZoneFile();

} // namespace espalier
