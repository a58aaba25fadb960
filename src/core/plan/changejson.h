// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/change.h"

#include <nlohmann/json_fwd.hpp>

namespace espalier {

/// A change as one JSON object: "kind" and the names that PBS's API uses ("backup-type", "ns", "target-ns", …). The fields are an
/// interface: documented in espalierctl(1), only ever added to.
nlohmann::ordered_json changeToJson(const Change &change);

/// Fails with InvalidInput (UsageBadValue: field, value, what is expected) for what is no change.
Result<Change> changeFromJson(const nlohmann::ordered_json &json);

} // namespace espalier
