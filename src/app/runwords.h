// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/undo.h"

#include <QString>

namespace espalier {

class OpenStore;

/// What a run did, as one sentence: "Moved 14 groups." or "2 of 14 groups were moved. …".
QString reportSummary(const RunReport &report, bool isUndo);

/// What a run will do, as the title of its task: "Move 14 groups in alpha to sites/graz".
QString runTitle(const OpenStore &store);
QString undoTitle(const OpenStore &store, const UndoPlan &undo);

/// One line of a task's log: what became of a step.
QString outcomeText(const StepOutcome &outcome);

/// What became of a run: "complete", "stopped after 3 of 14 steps", "interrupted", "undone".
QString historyState(const JournalRun &run);

} // namespace espalier
