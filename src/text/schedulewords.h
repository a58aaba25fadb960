// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/calendarevent.h"

#include <QString>
#include <QStringList>

namespace espalier::text {

/// What people may not expect of a schedule, as sentences.
QString scheduleRemark(CalendarEvent::Remark remark);

/// The next @p count times behind @p from at which a schedule comes due, "2026-11-01 02:00:00" in @p zone; fewer where it ends.
QStringList nextRuns(const CalendarEvent &event, std::int64_t from, const TimeZone &zone, int count);

/// What @p runs, as nextRuns() gives them, have in common, as a sentence: "Every day at 02:30.", "On Monday, Friday at 02:30.". Says
/// nothing that they do not show.
QString scheduleSentence(const QStringList &runs);

} // namespace espalier::text
