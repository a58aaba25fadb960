// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/options.h"

namespace espalier {

/// Plays through the program with a demo of its own in a temporary folder, prints each step and saves pictures. Touches
/// neither settings nor state of the user. Tells the exit status: 0 where every step did what it should.
int playTour(const Options &options);

} // namespace espalier
