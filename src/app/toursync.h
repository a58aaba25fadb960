// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tourscene.h"

namespace espalier {

/// The editor of syncs over the demo that playSteps() made, and a run. @p prefix: of the pictures' names.
void playSyncSteps(TourStage &stage, const ProgramContext &context, const QString &prefix);

} // namespace espalier
