// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/change.h"
#include "core/run/journal.h"

#include <QString>

namespace espalier::text {

/// What a pending change is, as a sentence: "Move vm/101 from the root to sites/graz".
QString changeTitle(const Change &change);

/// The same of a step that was or will be done.
QString runStepTitle(const RunStep &step);

} // namespace espalier::text
