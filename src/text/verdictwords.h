// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/verdict.h"

#include <QString>

namespace espalier::text {

/// "will do", "waits", "needs attention", "refused".
QString verdictWords(Verdict::Level level);

} // namespace espalier::text
