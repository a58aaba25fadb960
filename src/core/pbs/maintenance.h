// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <optional>
#include <string>
#include <string_view>

namespace espalier {

/// A maintenance mode that people may set; PBS itself sets the others (locking-and-safety §6).
struct MaintenanceMode
{
    enum class Type : unsigned char {
        ReadOnly, ///< Nothing new writes; what reads goes on, verifications too.
        Offline,  ///< Nothing new begins.
    };

    Type type = Type::Offline;
    std::string message{}; ///< One line for those who find the datastore so; never empty.

    friend bool operator==(const MaintenanceMode &, const MaintenanceMode &) = default;
};

std::string_view maintenanceTypeName(MaintenanceMode::Type type); ///< "read-only", "offline"
std::optional<MaintenanceMode::Type> maintenanceType(std::string_view name);

/// The value of `maintenance-mode` in `datastore.cfg`. Fails with MaintenanceMessageRefused for a message that is empty, longer than 64
/// characters, or has what PBS's own windows show wrongly: control characters, quotes, backslashes, percent signs, commas, equals signs.
Result<std::string> maintenanceValue(const MaintenanceMode &mode);

/// The type in a value of `maintenance-mode`: "" of a missing one, "?" where it cannot be decoded.
std::string maintenanceTypeIn(const std::optional<std::string> &value);

/// Whether two values say the same to PBS, in whatever form it wrote them.
bool isSameMaintenance(const std::optional<std::string> &one, const std::optional<std::string> &other);

} // namespace espalier
