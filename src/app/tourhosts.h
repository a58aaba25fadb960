// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tourscene.h"

namespace espalier {

/// What a host in the tour says of itself: there is none behind it.
Result<HostReport> tourHost(const Place &host, const std::stop_token &stop);

/// Connecting to a host, and what ssh asks meanwhile. @p prefix: of the pictures' names.
void playHostSteps(TourStage &stage, const ProgramContext &context, const QString &prefix);

} // namespace espalier
