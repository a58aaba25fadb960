// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/invocation.h"
#include "core/plan/removals.h"

#include <optional>

namespace espalier::cli {

/// What --max-removed, --max-share and --allow-last agree to; nothing where the first is missing. UsageBadValue where one of them is no
/// such number.
Result<std::optional<RemovalBudget>> removalBudget(const Arguments &arguments);

/// Makes sure that somebody has agreed to @p removals: by a budget, by --yes where they are few and no group loses its last snapshot, or
/// on the terminal, where the number has to be typed if they are not. A dry run only asks for the budget, where there is one. Fails with NotConfirmed, or as checkBudget() does.
Done confirmRemovals(const Invocation &invocation, const Removals &removals);

} // namespace espalier::cli
