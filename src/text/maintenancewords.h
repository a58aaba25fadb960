// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/maintenancekeeper.h"

#include <QString>

namespace espalier::text {

/// What became of a mode that was to be ended, as a sentence.
QString maintenanceEndWords(MaintenanceEnd end);

/// "none", "offline", "read-only: disk swap": a value of PBS's configuration for people.
QString maintenanceValueWords(const std::optional<std::string> &value);

} // namespace espalier::text
