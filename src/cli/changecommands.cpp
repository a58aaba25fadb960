// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/operation.h"
#include "core/datastore/partialscan.h"
#include "core/plan/plan.h"
#include "text/steptext.h"

#include <algorithm>
#include <unordered_set>

namespace espalier::cli {

namespace {

/// Changes that are planned and executed: what the window stages, from the command line.
class ChangeOperation : public Operation
{
public:
    ChangeOperation(Invocation &invocation, std::vector<Change> changes) : Operation(invocation), m_changes(std::move(changes)) {}

protected:
    Result<Steps> plan(const StoreSession &session, const std::vector<RunReport> &reports) override
    {
        if (!reports.empty())
            dropDone(reports.back());
        if (const Done read = readTree(session); !read)
            return std::unexpected(read.error());
        return planAgain(session);
    }

    Steps planAgain(const StoreSession &session) override
    {
        m_plan = makePlan(m_tree, m_changes, planContext(session));
        Steps steps;
        for (const Step &step : m_plan.steps)
            steps.push_back({text::changeTitle(step.change), step.verdict, step.snapshots(), 0});
        return steps;
    }

    RunReport act(const StoreSession &session, const RunOptions &options) override { return executePlan(session, m_plan, options); }

    Json planToJson() const override { return toJson(m_plan); }
    bool isUndoable() const override { return true; }

private:
    /// Moves know their groups, so only those are looked at; a new namespace wants to know what else has its name.
    Done readTree(const StoreSession &session)
    {
        std::vector<std::pair<NamespacePath, GroupId>> places;
        for (const Change &change : m_changes) {
            const auto *move = std::get_if<MoveGroup>(&change);
            if (!move) {
                auto scanned = scanStore(invocation(), session);
                if (!scanned)
                    return std::unexpected(scanned.error());
                m_tree = std::move(scanned->tree);
                return {};
            }
            places.emplace_back(move->from, move->group);
            places.emplace_back(move->to, move->group);
        }
        auto tree = scanPlaces(session.store().root, places);
        if (!tree)
            return std::unexpected(tree.error());
        m_tree = std::move(*tree);
        return {};
    }

    /// The steps of a report are parallel to the changes; one that never began has none.
    void dropDone(const RunReport &report)
    {
        std::vector<Change> left;
        for (std::size_t i = 0; i < m_changes.size(); ++i) {
            if (i >= report.steps.size() || report.steps[i].state != StepState::Completed)
                left.push_back(m_changes[i]);
        }
        m_changes = std::move(left);
    }

    std::vector<Change> m_changes;
    Tree m_tree;
    Plan m_plan;
};

Result<std::vector<Change>> movesOf(const Arguments &arguments)
{
    const auto from = namespaceArgument("--from", arguments.value("--from").value_or(std::string()));
    if (!from)
        return failWith(from);
    const auto to = namespaceArgument("--to", arguments.value("--to").value_or(std::string()));
    if (!to)
        return failWith(to);
    const auto foreign = arguments.has("--take-foreign-entries") ? ForeignEntries::TakeAlong : ForeignEntries::Undecided;
    std::vector<Change> changes;
    std::unordered_set<GroupId> seen;
    for (const std::string &text : arguments.positionals() | std::views::drop(1)) {
        const auto group = GroupId::fromString(text);
        if (!group)
            return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "TYPE/ID", text, "vm/100");
        if (seen.insert(*group).second)
            changes.emplace_back(MoveGroup{*from, *group, *to, foreign});
    }
    return changes;
}

} // namespace

ExitCode runMove(Invocation &invocation)
{
    auto changes = movesOf(invocation.arguments);
    if (!changes)
        return report(invocation, changes.error());
    return ChangeOperation(invocation, std::move(*changes)).run();
}

ExitCode runCreateNamespace(Invocation &invocation)
{
    const auto path = namespaceArgument("NS", invocation.arguments.positionals()[1]);
    if (!path)
        return report(invocation, path.error());
    return ChangeOperation(invocation, {CreateNamespace{*path}}).run();
}

} // namespace espalier::cli
