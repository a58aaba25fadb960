// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/historywords.h"

#include "text/steptext.h"

#include <QCoreApplication>

#include <algorithm>

namespace espalier::text {

namespace {

/// Only the context of the translations.
class HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::text::HistoryWords)
};

} // namespace

QString historyTitle(const JournalRun &run)
{
    const auto moves = [](const JournalStep &step) { return std::holds_alternative<RunMoveGroup>(step.step); };
    const int groups = int(std::ranges::count_if(run.steps, moves));
    if (!run.undoes.empty())
        return groups > 0 ? HistoryWords::tr("Undo: brought back %n group(s)", nullptr, groups) : HistoryWords::tr("Undo");
    if (groups == 1) {
        const auto only = std::ranges::find_if(run.steps, moves);
        return runStepTitle(only->step);
    }
    std::size_t gone = 0;
    for (const JournalStep &step : run.steps)
        gone += step.facts.removing.size();
    if (groups == 0 && gone > 0 && run.steps.size() > 1)
        return HistoryWords::tr("Remove %n snapshot(s)", nullptr, int(gone));
    if (run.steps.size() == 1)
        return runStepTitle(run.steps.front().step);
    const auto creates = [](const JournalStep &step) { return std::holds_alternative<RunCreateNamespace>(step.step); };
    if (groups == 0)
        return std::ranges::all_of(run.steps, creates) ? HistoryWords::tr("Create %n namespace(s)", nullptr, int(run.steps.size()))
                                                       : HistoryWords::tr("%n change(s)", nullptr, int(run.steps.size()));
    return HistoryWords::tr("Move %n group(s)", nullptr, groups);
}

} // namespace espalier::text
