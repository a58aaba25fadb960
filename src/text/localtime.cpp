// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/localtime.h"

#include "core/pbs/snapshottime.h"
#include "text/utf8.h"

namespace espalier {

QString text::localTime(std::int64_t time, const TimeZone &zone)
{
    const auto shown = SnapshotTime::fromEpoch(time + zone.at(time).offset);
    QString text = shown ? toQString(shown->toString()).replace(u'T', u' ') : u'@' + QString::number(time);
    if (text.endsWith(u'Z'))
        text.chop(1);
    return text;
}

} // namespace espalier
