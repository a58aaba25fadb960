// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <QString>

namespace espalier {

class OpenStore;

/// What the Apply button says, and whether it can be pressed.
struct ApplyState
{
    bool enabled = false;
    bool hasChanges = false;
    bool waits = false; ///< Somebody else's work is in the way, and it ends by itself: look again.
    QString buttonText; ///< Names the act and its number: "Move 14 groups".
    QString reason;     ///< Why it is disabled, as whole sentences; empty where it is not, and where nothing is pending.
    QString summary;    ///< "3 changes in alpha: 2 will be done, 1 needs attention."
};

/// @p store may be null. @p isRunning: a run of this store is under way.
/// @p keepGoing: what is refused or not decided is left out.
ApplyState applyState(const OpenStore *store, bool isRunning, bool keepGoing = false);

/// True where every change of @p plan is of one of these kinds.
template<typename... Kinds>
bool holdsOnly(const Plan &plan)
{
    for (const Step &step : plan.steps) {
        if (!(std::holds_alternative<Kinds>(step.change) || ...))
            return false;
    }
    return true;
}

/// What a store is called in sentences: as PBS calls it, else its directory.
QString storeName(const OpenStore &store);

} // namespace espalier
