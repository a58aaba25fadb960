// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/components.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace espalier {

QList<Component> components()
{
    QFile file(QStringLiteral(":/about/components.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Component> all;
    for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject object = value.toObject();
        all.append({object.value(QLatin1String("name")).toString(), object.value(QLatin1String("version")).toString(),
                    object.value(QLatin1String("licence")).toString()});
    }
    return all;
}

} // namespace espalier
