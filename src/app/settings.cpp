// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings.h"

#include <QStandardPaths>

namespace espalier {

QString Settings::userConfigFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/espalier/espalier.conf");
}

QString Settings::userStateFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation) + QStringLiteral("/espalier/window.conf");
}

} // namespace espalier
