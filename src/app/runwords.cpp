// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runwords.h"

#include "app/applystate.h"
#include "app/openstore.h"
#include "core/plan/removals.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/steptext.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <ranges>

namespace espalier {

/// Only the context of the translations.
class RunWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::RunWords)

public:
    static QString summary(const RunReport &report, bool isUndo);
    static QString done(const RunReport &report, bool isUndo);
    static QString title(const OpenStore &store);
    static QString undoTitle(const OpenStore &store, int groups);
    static QString outcome(const StepOutcome &outcome);
    static QString state(const JournalRun &run);
};

namespace {

template<typename T>
int countSteps(const std::vector<StepOutcome> &steps, bool onlyDone)
{
    return int(std::ranges::count_if(steps, [onlyDone](const StepOutcome &outcome) {
        return std::holds_alternative<T>(outcome.step) && (!onlyDone || outcome.state == StepState::Completed);
    }));
}

/// Where all groups of the plan go, if it is one place.
std::optional<NamespacePath> onlyTarget(const Plan &plan)
{
    std::optional<NamespacePath> target;
    for (const Step &step : plan.steps) {
        const auto *move = std::get_if<MoveGroup>(&step.change);
        if (move && target && *target != move->to)
            return std::nullopt;
        if (move)
            target = move->to;
    }
    return target;
}

} // namespace

QString RunWords::done(const RunReport &report, bool isUndo)
{
    const int groups = countSteps<RunMoveGroup>(report.steps, true);
    std::size_t gone = 0;
    for (const StepOutcome &outcome : report.steps)
        gone += outcome.gone.size();
    if (gone > 0 && groups == 0)
        return tr("Removed %n snapshot(s).", nullptr, int(gone));
    if (gone > 0)
        return tr("%1 %2", "two sentences")
            .arg(tr("Moved %n group(s).", nullptr, groups), tr("Removed %n snapshot(s).", nullptr, int(gone)));
    const int namespaces = countSteps<RunCreateNamespace>(report.steps, true);
    if (groups > 0)
        return isUndo ? tr("Undone: %n group(s) are back.", nullptr, groups) : tr("Moved %n group(s).", nullptr, groups);
    if (isUndo)
        return tr("Undone.");
    if (namespaces > 0)
        return tr("Created %n namespace(s).", nullptr, namespaces);
    const int others = int(report.done());
    return others > 0 ? tr("Done: %n change(s).", nullptr, others) : tr("Nothing was changed.");
}

QString RunWords::summary(const RunReport &report, bool isUndo)
{
    QString did = done(report, isUndo);
    const auto stays = std::ranges::find_if(report.steps, [](const StepOutcome &outcome) { return outcome.note.has_value(); });
    if (stays != report.steps.end())
        did += u' ' + text::oneLine(*stays->note);
    if (report.complete())
        return did;
    if (report.isUnknown && report.failure)
        return tr("How far it came is not known. %1", "reason").arg(text::oneLine(*report.failure));
    const auto failed = std::ranges::find_if(report.steps, [](const StepOutcome &outcome) { return outcome.error.has_value(); });
    QString why;
    if (failed != report.steps.end())
        why = text::oneLine(*failed->error);
    else if (report.failure)
        why = text::oneLine(*report.failure);
    else if (report.stopped)
        why = tr("It was stopped; what was not reached is as it was.");
    if (report.done() == 0)
        return tr("Nothing was changed. %1", "reason").arg(why);
    return tr("Only part of it was done: %1 %2", "what was done, reason").arg(did, why);
}

QString RunWords::title(const OpenStore &store)
{
    const int groups = int(store.plan().groupsToMove());
    const QString name = storeName(store);
    const int changes = int(store.plan().steps.size());
    const int gone = int(removalsOf(store.plan()).snapshots);
    if (gone > 0 && groups == 0)
        return tr("Remove %n snapshot(s) from %1", nullptr, gone).arg(name);
    if (holdsOnly<CreateNamespace>(store.plan()))
        return tr("Create %n namespace(s) in %1", nullptr, changes).arg(name);
    if (!holdsOnly<CreateNamespace, MoveGroup>(store.plan()))
        return tr("%n change(s) in %1", nullptr, changes).arg(name);
    const auto target = onlyTarget(store.plan());
    if (!target)
        return tr("Move %n group(s) in %1", nullptr, groups).arg(name);
    if (target->isRoot())
        return tr("Move %n group(s) in %1 to the root", nullptr, groups).arg(name);
    return tr("Move %n group(s) in %1 to %2", nullptr, groups).arg(name, printable(target->toString()));
}

QString RunWords::undoTitle(const OpenStore &store, int groups)
{
    return groups > 0 ? tr("Undo in %1: bring back %n group(s)", nullptr, groups).arg(storeName(store))
                      : tr("Undo in %1").arg(storeName(store));
}

QString RunWords::outcome(const StepOutcome &outcome)
{
    const QString step = text::runStepTitle(outcome.step);
    switch (outcome.state) {
    case StepState::Completed: return outcome.note ? tr("done: %1. %2").arg(step, text::oneLine(*outcome.note)) : tr("done: %1").arg(step);
    case StepState::Intended: return tr("not reached: %1").arg(step);
    case StepState::Failed: return tr("failed: %1. %2").arg(step, outcome.error ? text::oneLine(*outcome.error) : QString());
    }
    return {};
}

QString RunWords::state(const JournalRun &run)
{
    if (!run.undoneBy.empty())
        return tr("undone", "state of a run");
    if (run.isRunning)
        return tr("under way", "state of a run");
    if (!run.endedAt)
        return tr("interrupted", "state of a run");
    const int done = int(run.count(StepState::Completed));
    if (done == int(run.steps.size()))
        return tr("complete", "state of a run");
    return tr("%1 of %n step(s)", "state of a run", int(run.steps.size())).arg(done);
}

QString reportSummary(const RunReport &report, bool isUndo)
{
    return RunWords::summary(report, isUndo);
}

QString runTitle(const OpenStore &store)
{
    return RunWords::title(store);
}

QString undoTitle(const OpenStore &store, const UndoPlan &undo)
{
    return RunWords::undoTitle(store, int(undo.groupsToMove()));
}

QString outcomeText(const StepOutcome &outcome)
{
    return RunWords::outcome(outcome);
}

QString historyState(const JournalRun &run)
{
    return RunWords::state(run);
}

} // namespace espalier
