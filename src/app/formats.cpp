// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/formats.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace espalier {

/// The context of these texts. lupdate mistakes it where `std::` stands before the texts, so qint64 and qMin() below.
struct FormatWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::FormatWords)
};

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 month = 30 * day;
constexpr qint64 year = 365 * day;

QString agoText(qint64 seconds)
{
    if (seconds < minute)
        return FormatWords::tr("less than a minute ago");
    if (seconds < hour)
        return FormatWords::tr("%n minute(s) ago", nullptr, int(seconds / minute));
    if (seconds < day)
        return FormatWords::tr("%n hour(s) ago", nullptr, int(seconds / hour));
    if (seconds < 2 * month)
        return FormatWords::tr("%n day(s) ago", nullptr, int(seconds / day));
    if (seconds < 2 * year)
        return FormatWords::tr("%n month(s) ago", nullptr, int(seconds / month));
    return FormatWords::tr("%n year(s) ago", nullptr, int(qMin(seconds / year, qint64(10000))));
}

} // namespace

QString sizeText(std::uint64_t bytes)
{
    const auto most = std::uint64_t(std::numeric_limits<qint64>::max());
    return QLocale().formattedDataSize(qint64(std::min(bytes, most)), bytes < 1024 ? 0 : 1);
}

QString dateTimeText(std::int64_t epoch)
{
    return QDateTime::fromSecsSinceEpoch(epoch).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString dateText(std::int64_t epoch)
{
    return QDateTime::fromSecsSinceEpoch(epoch).toString(QStringLiteral("yyyy-MM-dd"));
}

QString zoneText(std::int64_t epoch)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(epoch);
    const int offset = time.offsetFromUtc();
    if (offset == 0)
        return QStringLiteral("UTC");
    const QString sign = offset < 0 ? QStringLiteral("-") : QStringLiteral("+");
    const QString distance = QTime(0, 0).addSecs(std::abs(offset)).toString(QStringLiteral("HH:mm"));
    return QStringLiteral("%1 (UTC%2%3)").arg(time.timeZoneAbbreviation(), sign, distance);
}

QString relativeTimeText(std::int64_t epoch, std::int64_t now)
{
    return epoch > now ? FormatWords::tr("in the future") : agoText(now - epoch);
}

QString fullTimeText(std::int64_t epoch, std::int64_t now)
{
    //: %1 date and time, %2 time zone, %3 "3 days ago"
    return FormatWords::tr("%1 %2, %3").arg(dateTimeText(epoch), zoneText(epoch), relativeTimeText(epoch, now));
}

} // namespace espalier
