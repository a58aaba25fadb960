// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/icons.h"
#include "core/plan/verdict.h"

#include <QString>

namespace espalier {

IconName verdictIcon(Verdict::Level level);
QString verdictWord(Verdict::Level level);     ///< "will be done", "needs attention", "refused", "waits".
QString verdictReason(const Verdict &verdict); ///< Whole sentences; empty where nothing is in the way.
QString cureText(Cure cure);                   ///< Words for a button; empty for what a person cannot start.

} // namespace espalier
