// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"

#include <algorithm>

namespace espalier {

namespace {

/// How each change that has no parts is done.
struct StepOf
{
    RunStep operator()(const CreateNamespace &change) const { return RunCreateNamespace{change.path}; }

    RunStep operator()(const MoveGroup &change) const
    {
        return RunMoveGroup{.from = change.from,
                            .group = change.group,
                            .to = change.to,
                            .takeForeignEntries = change.foreignEntries == ForeignEntries::TakeAlong,
                            .into = change.existing == ExistingGroup::Undecided ? IntoExisting::No : IntoExisting::Merge};
    }

    RunStep operator()(const DeleteNamespace &change) const { return RunDeleteNamespace{change.path, change.onlyIfEmpty}; }

    RunStep operator()(const ChangeOwner &change) const
    {
        return RunChangeGroupFile{change.ns, change.group, RunChangeGroupFile::File::Owner, change.owner.toString() + "\n"};
    }

    RunStep operator()(const ChangeNotes &change) const
    {
        return RunChangeGroupFile{change.ns, change.group, RunChangeGroupFile::File::Notes, change.notes};
    }

    RunStep operator()(const ChangeProtection &change) const
    {
        return RunChangeProtection{change.ns, change.group, change.time, change.isProtected};
    }

    RunStep operator()(const RemoveSnapshots &change) const
    {
        return RunRemoveSnapshots{change.ns, change.group, change.times, false, change.rule != nullptr, change.rule};
    }

    /// Those that it has now, and no other ones.
    RunStep operator()(const RemoveGroup &change) const
    {
        RunRemoveSnapshots step{.ns = change.ns, .group = change.group, .times = {}, .wholeGroup = true};
        for (const Snapshot &snapshot : seen->snapshots)
            step.times.push_back(snapshot.time);
        return step;
    }

    const Group *seen; ///< As it was planned; not null where a group is removed.
};

/// The steps of a plan that can be done, one after the other.
class Flattening
{
public:
    std::vector<RunStep> steps;
    SeenGroups seen;
    std::vector<std::optional<std::size_t>> changes; ///< For each step, whose it is.

    void add(const std::vector<ConfigEdit> &edits)
    {
        for (const ConfigEdit &edit : edits) {
            steps.emplace_back(RunEditConfig{edit.before, edit.after});
            seen.push_back(nullptr);
            changes.emplace_back();
        }
    }

    void add(const Step &step, std::size_t index)
    {
        for (const Step &part : step.partsToDo())
            add(part, index);
        if (!step.parts.empty() || step.verdict.level > Verdict::Level::Waits)
            return;
        std::visit(
            [&](const auto &change) {
                if constexpr (std::is_invocable_v<StepOf, decltype(change)>) {
                    steps.push_back(StepOf{step.group.get()}(change));
                    seen.push_back(step.group);
                    changes.push_back(index);
                }
            },
            step.change);
    }
};

/// Of snapshots that were named those that are still to go.
Change withoutGone(Change change, const RunReport &report)
{
    auto *removal = std::get_if<RemoveSnapshots>(&change);
    for (const StepOutcome &outcome : report.steps) {
        if (removal && outcome.change && report.changes[*outcome.change] == change)
            std::erase_if(removal->times, [&](const SnapshotTime &time) { return std::ranges::contains(outcome.gone, time); });
    }
    return change;
}

} // namespace

RunReport executePlan(StoreSession session, const Plan &plan, const RunOptions &options, const ConfigPlan &config)
{
    const bool isOnlyConfig = plan.steps.empty() && !config.isEmpty();
    if (!isOnlyConfig && (options.keepGoing ? !plan.canStart() : !plan.isReady())) {
        RunReport report;
        report.failure
            = Error{Error::Kind::Conflict,
                    MessageId::RunNotPossible,
                    {std::to_string(plan.count(Verdict::Level::Refused)), std::to_string(plan.count(Verdict::Level::NeedsAttention))},
                    0};
        return report;
    }
    Flattening flattened;
    flattened.add(config.pauses);
    for (std::size_t i = 0; i < plan.steps.size(); ++i)
        flattened.add(plan.steps[i], i);
    flattened.add(config.edits);
    RunReport report = runSteps(std::move(session), flattened.steps, flattened.seen, {}, options);
    for (std::size_t i = 0; i < report.steps.size(); ++i)
        report.steps[i].change = flattened.changes[i];
    for (const Step &step : plan.steps)
        report.changes.push_back(step.change);
    return report;
}

Verdict checkAllowed(const RunStep &step, const PlanContext &context)
{
    // The rule asks only which group it is about.
    return std::visit(
        Overloaded{
            [&](const auto &) { return checkAllowed(Change(CreateNamespace{}), context); },
            [&](const RunMoveGroup &done) { return checkAllowed(Change(MoveGroup{done.from, done.group, done.to}), context); },
            [&](const RunChangeGroupFile &done) { return checkAllowed(Change(ChangeNotes{done.ns, done.group, {}}), context); },
            [&](const RunRemoveSnapshots &done) { return checkAllowed(Change(RemoveGroup{done.ns, done.group}), context); },
            [&](const RunChangeProtection &done) {
                return checkAllowed(Change(ChangeProtection{done.ns, done.group, done.time, done.isProtected}), context);
            },
        },
        step);
}

std::vector<Change> changesLeft(std::span<const Change> changes, const RunReport &report)
{
    std::vector<std::size_t> all(report.changes.size());
    std::vector<std::size_t> done(report.changes.size());
    for (const StepOutcome &outcome : report.steps) {
        if (!outcome.change)
            continue;
        ++all[*outcome.change];
        done[*outcome.change] += outcome.state == StepState::Completed ? 1 : 0;
    }
    const auto isLeft = [&](const Change &change) {
        const auto at = std::ranges::find(report.changes, change);
        const auto index = static_cast<std::size_t>(at - report.changes.begin());
        return at == report.changes.end() || all[index] == 0 || done[index] < all[index];
    };
    std::vector<Change> left;
    for (const Change &change : changes) {
        if (isLeft(change))
            left.push_back(withoutGone(change, report));
    }
    return left;
}

} // namespace espalier
