// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/undo.h"

#include "core/run/run.h"
#include "core/run/undoplanner.h"

#include <algorithm>
#include <utility>

namespace espalier {

namespace {

Verdict refused(Error::Kind kind, MessageId id, std::vector<std::string> args)
{
    return {.level = Verdict::Level::Refused, .reason = Error{kind, id, std::move(args), 0}, .cures = {}};
}

} // namespace

bool UndoPlan::isReady() const
{
    return !steps.empty() && std::ranges::all_of(steps, [](const UndoStep &step) { return step.verdict.level == Verdict::Level::WillDo; });
}

std::size_t UndoPlan::groupsToMove() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(steps, [](const UndoStep &step) { return std::holds_alternative<RunMoveGroup>(step.step); }));
}

std::size_t UndoPlan::newSnapshots() const
{
    std::size_t sum = 0;
    for (const UndoStep &step : steps)
        sum += step.newSnapshots;
    return sum;
}

Result<UndoPlan> planUndo(const StoreSession &session, const JournalRun &run, NewBackups newBackups, const std::set<GroupId> &only)
{
    if (!run.store.sameStore(session.store().identity))
        return fail(Error::Kind::Conflict, MessageId::StoreChanged, session.store().identity.path);
    if (!run.undoneBy.empty())
        return fail(Error::Kind::Conflict, MessageId::RunAlreadyUndone, run.id);
    if (run.isRunning)
        return fail(Error::Kind::Busy, MessageId::RunInProgress, run.id);
    return planUndoSteps(session, run, newBackups, only);
}

RunReport executeUndo(StoreSession session, const UndoPlan &undo, const RunOptions &options)
{
    const auto isRefused = [](const UndoStep &step) { return step.verdict.level != Verdict::Level::WillDo; };
    if (const auto count = std::ranges::count_if(undo.steps, isRefused); count > 0) {
        RunReport report;
        report.failure = Error{Error::Kind::Conflict, MessageId::RunNotPossible, {std::to_string(count), "0"}, 0};
        return report;
    }
    std::vector<RunStep> steps;
    steps.reserve(undo.steps.size());
    for (const UndoStep &step : undo.steps)
        steps.push_back(step.step);
    return runSteps(std::move(session), steps, {}, {undo.runId, undo.isPartial}, options);
}

bool isUndoable(const JournalRun &run)
{
    // Namespaces that went with their groups would only come back empty.
    const bool removes
        = std::ranges::any_of(run.steps, [](const JournalStep &step) { return std::holds_alternative<RunRemoveSnapshots>(step.step); });
    const auto mayBeUndone = [&run, removes](const JournalStep &step) {
        const bool happened = step.state == StepState::Completed || !step.effects.moved.empty() || !step.effects.made.empty();
        const bool isForGood
            = removes && (std::holds_alternative<RunRemoveSnapshots>(step.step) || std::holds_alternative<RunDeleteNamespace>(step.step));
        return !isForGood && (happened || !run.endedAt);
    };
    return run.undoes.empty() && run.undoneBy.empty() && !run.isRunning && std::ranges::any_of(run.steps, mayBeUndone);
}

const JournalRun *lastUndoable(const History &history)
{
    const auto found = std::ranges::find_if(history.runs, isUndoable);
    return found == history.runs.end() ? nullptr : &*found;
}

bool isBare(const Group &group)
{
    return !group.owner && group.snapshots.empty() && !group.hasForeignEntries;
}

Verdict checkReturn(const NamespacePath &ns, const Group &returning, std::string_view returningNotes, const Group &present,
                    std::string_view presentNotes)
{
    const std::string group = returning.id.toString();
    if (returning.owner != present.owner || !present.owner)
        return refused(
            Error::Kind::Conflict, MessageId::UndoOwnersDiffer,
            {group, ns.toString(), present.owner ? present.owner->toString() : "?", returning.owner ? returning.owner->toString() : "?"});
    for (const Snapshot &snapshot : returning.snapshots) {
        const auto sameTime = [&](const Snapshot &other) { return other.time.isSameMoment(snapshot.time); };
        if (std::ranges::any_of(present.snapshots, sameTime))
            return refused(Error::Kind::Conflict, MessageId::UndoTimesCollide, {group, ns.toString(), snapshot.time.toString()});
    }
    if (!returningNotes.empty() && !presentNotes.empty() && returningNotes != presentNotes)
        return refused(Error::Kind::Conflict, MessageId::UndoNotesDiffer, {group, ns.toString()});
    return {};
}

} // namespace espalier
