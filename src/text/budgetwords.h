// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/removals.h"

#include <QString>

#include <optional>

namespace espalier::text {

/// What runs that nobody looks at may remove: "at most 40 snapshots, and 30 % of those that the groups have".
QString budgetWords(const std::optional<RemovalBudget> &budget);

} // namespace espalier::text
