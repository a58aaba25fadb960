// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/changeoperation.h"

#include "core/datastore/partialscan.h"
#include "text/steptext.h"

#include <optional>

namespace espalier::cli {

namespace {

using Places = std::vector<std::pair<NamespacePath, GroupId>>;

/// The groups that @p change is about; nothing where the whole tree has to be known for it.
std::optional<Places> placesOf(const Change &change)
{
    return std::visit(Overloaded{
                          [](const auto &) { return std::optional<Places>(); },
                          [](const MoveGroup &move) { return std::optional<Places>({{move.from, move.group}, {move.to, move.group}}); },
                          [](const ChangeOwner &wanted) { return std::optional<Places>({{wanted.ns, wanted.group}}); },
                          [](const ChangeNotes &wanted) { return std::optional<Places>({{wanted.ns, wanted.group}}); },
                      },
                      change);
}

} // namespace

ChangeOperation::ChangeOperation(Invocation &invocation, std::vector<Change> changes) : Operation(invocation), m_changes(std::move(changes))
{
}

Result<Operation::Steps> ChangeOperation::plan(const StoreSession &session, const std::vector<RunReport> &reports)
{
    if (!reports.empty() && !reports.back().changes.empty())
        m_changes = changesLeft(m_changes, reports.back());
    if (const Done read = readTree(session); !read)
        return std::unexpected(read.error());
    return planAgain(session);
}

Operation::Steps ChangeOperation::planAgain(const StoreSession &session)
{
    m_plan = makePlan(m_tree, m_changes, planContext(session));
    Steps steps;
    const auto add = [&](const auto &self, const Step &step, int level) -> void {
        const std::size_t snapshots = step.parts.empty() ? step.snapshots() : 0;
        steps.push_back({text::changeTitle(step.change), step.verdict, snapshots, 0, level});
        for (const Step &part : step.parts)
            self(self, part, level + 1);
    };
    for (const Step &step : m_plan.steps)
        add(add, step, 0);
    return steps;
}

RunReport ChangeOperation::act(const StoreSession &session, const RunOptions &options)
{
    return executePlan(session, m_plan, options);
}

Json ChangeOperation::planToJson() const
{
    return toJson(m_plan);
}

/// Moves know their groups, so only those are looked at; what concerns namespaces wants to know all.
Done ChangeOperation::readTree(const StoreSession &session)
{
    Places places;
    for (const Change &change : m_changes) {
        const auto concerned = placesOf(change);
        if (!concerned) {
            auto scanned = scanStore(invocation(), session);
            if (!scanned)
                return std::unexpected(scanned.error());
            m_tree = std::move(scanned->tree);
            return {};
        }
        places.insert(places.end(), concerned->begin(), concerned->end());
    }
    auto tree = scanPlaces(session.store().root, places);
    if (!tree)
        return std::unexpected(tree.error());
    m_tree = std::move(*tree);
    return {};
}

} // namespace espalier::cli
