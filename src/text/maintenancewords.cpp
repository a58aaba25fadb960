// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/maintenancewords.h"

#include "core/pbs/sectionconfig.h"
#include "text/printable.h"

#include <QCoreApplication>

namespace espalier::text {

/// The context of the translations.
class MaintenanceWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::MaintenanceWords)
};

QString maintenanceEndWords(MaintenanceEnd end)
{
    switch (end) {
    case MaintenanceEnd::Restored: return MaintenanceWords::tr("The former maintenance mode is there again.");
    case MaintenanceEnd::Changed:
        return MaintenanceWords::tr("Somebody else has changed the maintenance mode meanwhile; it was left as it is.");
    case MaintenanceEnd::Gone: break;
    }
    return MaintenanceWords::tr("There was no maintenance mode of Espalier's to end.");
}

QString maintenanceValueWords(const std::optional<std::string> &value)
{
    if (!value)
        return MaintenanceWords::tr("none", "maintenance mode");
    auto parts = readPropertyString(*value, "type");
    if (!parts || !parts->contains("type"))
        return printable(*value);
    const QString type = printable((*parts)["type"]);
    const QString message = printable((*parts)["message"]);
    return message.isEmpty() ? type : MaintenanceWords::tr("%1: %2", "maintenance mode, its message").arg(type, message);
}

} // namespace espalier::text
