// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/programcontext.h"

namespace espalier {

class TourStage;

/// The whole tour, in English.
void playSteps(TourStage &stage, const ProgramContext &context);

/// The demo that playSteps() made, in German.
void playGermanSteps(TourStage &stage, const ProgramContext &context);

/// The simulator of retention, which needs no datastore.
void playSimulator(TourStage &stage, const ProgramContext &context);

/// The demo that playSteps() made, with a PBS that has jobs for it; @p prefix begins the names of pictures.
void playConcernedSteps(TourStage &stage, const ProgramContext &context, const QString &prefix);

/// Window and dialogs on a display of twice the resolution, with a demo of its own.
void playScaledSteps(TourStage &stage, const ProgramContext &context);

} // namespace espalier
