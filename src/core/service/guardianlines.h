// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/maintenancekeeper.h"

#include <optional>
#include <string>
#include <string_view>

/// What goes through the pipes to and from a guardian: lines of JSON.
namespace espalier {

/// The first line to a guardian; the end of its input ends the mode.
struct GuardianRequest
{
    std::string store;
    MaintenanceMode mode;
};

/// No line is longer, in bytes.
inline constexpr std::size_t maxGuardianLine = 4096;

std::string toLine(const GuardianRequest &request);
std::optional<GuardianRequest> guardianRequestFrom(std::string_view line);

/// @name What a guardian answers, with the end of the line
/// @{
std::string beginLine(const Done &begun);
std::string endLine(const Result<MaintenanceEnd> &end);
/// @}

/// Nothing for what is no such answer.
std::optional<Done> beginFrom(std::string_view line);
std::optional<Result<MaintenanceEnd>> endFrom(std::string_view line);

} // namespace espalier
