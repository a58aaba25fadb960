// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/timezone.h"

#include <QString>

#include <cstdint>

namespace espalier::text {

/// What clocks in @p zone show @p time seconds after 1970: "2026-11-01 02:00:00".
QString localTime(std::int64_t time, const TimeZone &zone);

} // namespace espalier::text
