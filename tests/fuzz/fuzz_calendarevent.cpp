// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/calendarevent.h"
#include "core/pbs/dailyduration.h"
#include "core/pbs/timespan.h"

#include "fuzzing.h"

using namespace espalier;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const TimeZone zones[] = {TimeZone(), TimeZone::named("America/Sao_Paulo").value_or(TimeZone())};
    const std::string_view text = fuzz::textOf(data, size);
    if (const auto event = CalendarEvent::fromString(text)) {
        for (const TimeZone &zone : zones) {
            for (const std::int64_t from : {std::int64_t{0}, std::int64_t{1'540'000'000}, std::int64_t{250'000'000'000}}) {
                const auto next = event->next(from, zone);
                fuzz::require(!next || *next > from);
            }
        }
    }
    if (const auto duration = DailyDuration::fromString(text))
        fuzz::require(duration->begin <= duration->end && duration->end < 24 * 60);
    if (const auto span = TimeSpan::fromString(text))
        fuzz::require(span->nanoseconds > 0 ? span->nanoseconds < 1'000'000'000 : TimeSpan::fromString(span->toString()) == *span);
    return 0;
}
