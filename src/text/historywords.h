// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/journal.h"

#include <QString>

namespace espalier::text {

/// What a run did, as a line of the history: "Move 14 groups", "Undo: brought back 2 groups".
QString historyTitle(const JournalRun &run);

} // namespace espalier::text
