// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/confirmremovals.h"
#include "cli/mergelist.h"
#include "cli/operation.h"
#include "core/plan/configplan.h"
#include "core/plan/plan.h"

#include <vector>

namespace espalier::cli {

/// Changes that are planned and executed: what the window stages, from the command line. With --save-plan they are planned and
/// written to a file.
class ChangeOperation : public Operation
{
public:
    /// How much of the datastore is looked at: moves know their groups, so that a part of it is enough to plan them.
    enum class TreeReading { Needed, Whole };

    ChangeOperation(Invocation &invocation, std::vector<Change> changes, TreeReading reading = TreeReading::Needed);

protected:
    Result<Steps> plan(const Session &session, const std::vector<RunReport> &reports) override;
    Steps planAgain(const Session &session) override;
    RunReport act(const Session &session, const RunOptions &options) override;
    Json planToJson() const override;
    bool isUndoable() const override;
    Done confirm() override;
    void showMore() const override;
    void addToJson(Json &json) const override;

    const Plan &present() const { return m_plan; } ///< The last plan.
    void setChanges(std::vector<Change> changes) { m_changes = std::move(changes); }
    void approve(const RemovalBudget &budget, const Done &isHere) { m_consent.approve(budget, isHere); }
    void adaptConfig() { m_adapts = true; }
    const ConfigPlan &config() const { return m_config; }
    Plan planForFile(const Session &session) const; ///< As plan files have it: rights and activity left out.

private:
    Done readTree(const Session &session);
    Done savePlan(const Session &session, const std::string &path) const;

    std::vector<Change> m_changes;
    TreeReading m_reading;
    Tree m_tree;
    Plan m_plan;
    std::vector<MergeCandidate> m_mergeCandidates; ///< Of the first plan, as the next.
    std::vector<Consequence> m_consequences;       ///< Of the first plan.
    ConfigPlan m_config;                           ///< Of the first plan; empty where nothing is to go along.
    RemovalConsent m_consent;
    bool m_adapts = false;
    bool m_wasPlanned = false;
};

} // namespace espalier::cli
