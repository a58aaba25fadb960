// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/operation.h"
#include "core/plan/plan.h"

#include <vector>

namespace espalier::cli {

/// Changes that are planned and executed: what the window stages, from the command line.
class ChangeOperation : public Operation
{
public:
    ChangeOperation(Invocation &invocation, std::vector<Change> changes);

protected:
    Result<Steps> plan(const StoreSession &session, const std::vector<RunReport> &reports) override;
    Steps planAgain(const StoreSession &session) override;
    RunReport act(const StoreSession &session, const RunOptions &options) override;
    Json planToJson() const override;
    bool isUndoable() const override { return true; }

private:
    Done readTree(const StoreSession &session);

    std::vector<Change> m_changes;
    Tree m_tree;
    Plan m_plan;
};

} // namespace espalier::cli
