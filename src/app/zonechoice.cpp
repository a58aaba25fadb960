// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/zonechoice.h"

#include "text/utf8.h"

#include <QComboBox>
#include <QTimeZone>

namespace espalier {

void fillZones(QComboBox *combo)
{
    combo->addItem(QStringLiteral("UTC"));
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones) {
        if (zone.contains('/'))
            combo->addItem(QString::fromLatin1(zone));
    }
}

bool isZoneKnown(const QComboBox *combo)
{
    return combo->currentIndex() == 0 || TimeZone::named(toStdString(combo->currentText()));
}

std::string chosenZoneName(const QComboBox *combo)
{
    return toStdString(combo->currentText());
}

TimeZone chosenZone(const QComboBox *combo)
{
    return TimeZone::named(chosenZoneName(combo)).value_or(TimeZone());
}

} // namespace espalier
