// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/configedit.h"

#include <nlohmann/json_fwd.hpp>

namespace espalier {

/// An entry as one object: "job" (its kind), "id", "values" (a list of "key" and "value", null where there is none), or "acl" (the path),
/// "auth-id", "role", "propagate" (null where there is no such entry).
nlohmann::json configEntryToJson(const ConfigEntry &entry);

/// Reads what configEntryToJson() writes, and only what Espalier itself would change: namespaces, depths and whether vanished backups
/// go. Fails with ConfigRequestBad.
Result<ConfigEntry> configEntryFromJson(const nlohmann::json &json);

} // namespace espalier
