// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/maintenancekeeper.h"

namespace espalier {

/// The program that is started for a maintenance mode, with the rights to change PBS's configuration: reads a request from @p input,
/// answers on @p output, and ends the mode when the input ends. The mode itself is set and restored by a process of no session, which
/// does the same where this one is killed; where that one is killed, this one does. Both killed, the note of MaintenanceKeeper stays,
/// for when the host starts. Forks, so there must be no other thread. Returns the exit code.
int guardMaintenance(const MaintenanceKeeper &keeper, int input, int output);

} // namespace espalier
