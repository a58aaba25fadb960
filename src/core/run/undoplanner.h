// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/undo.h"

#include <set>

namespace espalier {

/// What planUndo() answers for a run that may be undone: its steps, the last one of the run first.
Result<UndoPlan> planUndoSteps(const StoreSession &session, const JournalRun &run, NewBackups newBackups, const std::set<GroupId> &only);

} // namespace espalier
