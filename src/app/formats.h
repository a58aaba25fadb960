// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>

namespace espalier {

/// @name Words for numbers and times, by the user's locale. Times are epoch seconds.
/// @{
QString sizeText(std::uint64_t bytes);                          ///< "1.2 GiB"
QString dateTimeText(std::int64_t epoch);                       ///< "2026-02-05 03:00:00" in the local time zone.
QString dateText(std::int64_t epoch);                           ///< "2026-02-05"
QString zoneText(std::int64_t epoch);                           ///< The zone of those: "CET (UTC+01:00)"
QString relativeTimeText(std::int64_t epoch, std::int64_t now); ///< "3 days ago"
QString fullTimeText(std::int64_t epoch, std::int64_t now);     ///< All of it, for tooltips.
/// @}

} // namespace espalier
