// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/invocation.h"
#include "cli/jsonoutput.h"
#include "core/plan/storemoveplan.h"

namespace espalier::cli {

/// Shows the plan of a move to another datastore.
class StoreMoveList
{
public:
    /// Both must outlive the object.
    StoreMoveList(const Invocation &invocation, const StoreMovePlan &plan) : m_invocation(invocation), m_plan(plan) {}

    /// What is copied, what is refused, and what goes at the source; with --snapshots each of them.
    void print() const;
    Json toJson() const;

private:
    void printGroups() const;
    void printSnapshots() const;

    const Invocation &m_invocation;
    const StoreMovePlan &m_plan;
};

} // namespace espalier::cli
