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

/// What somebody has agreed to, for all attempts of an operation.
class RemovalConsent
{
public:
    /// What somebody approved for runs that nobody looks at: holds with --yes, unless the command line has a budget of its own. @p isHere:
    /// whether these are the datastores that it was approved for; else ask() fails with its error.
    void approve(const RemovalBudget &budget, const Done &isHere)
    {
        m_approved = budget;
        m_isHere = isHere;
    }

    /// The first time makes sure that somebody agrees to @p removals: by a budget, by --yes where they are few and no group loses its last
    /// snapshot, or on the terminal, where the number has to be typed if they are not; a dry run asks nobody. Fails with NotConfirmed, or as checkBudget() does. Later ones must not go beyond that: RemovalOverBudget.
    Done ask(const Invocation &invocation, Removals removals);

private:
    std::optional<RemovalBudget> m_approved;
    Done m_isHere;
    std::optional<Removals> m_agreed; ///< Nothing before it was asked.
};

} // namespace espalier::cli
