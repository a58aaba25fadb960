// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace espalier {

/// An error for another run of the program: "id" (messageName()), "kind" (a number), "args", "errno".
nlohmann::json errorToJson(const Error &error);

/// Nothing for what errorToJson() does not write.
std::optional<Error> errorFromJson(const nlohmann::json &json);

} // namespace espalier
