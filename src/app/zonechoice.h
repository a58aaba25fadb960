// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/timezone.h"

#include <string>

class QComboBox;

namespace espalier {

/// @name A list of the time zones that this computer knows, UTC first
/// @{
void fillZones(QComboBox *combo);
std::string chosenZoneName(const QComboBox *combo);
TimeZone chosenZone(const QComboBox *combo); ///< UTC where isZoneKnown() does not hold.
bool isZoneKnown(const QComboBox *combo);    ///< Whether this computer has data on what is chosen.
/// @}

} // namespace espalier
