// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings.h"

#include "core/datastore/session.h"

namespace espalier {

QString Settings::userConfigFile()
{
    return QString::fromStdString(defaultConfigHome()) + QStringLiteral("/espalier/espalier.conf");
}

QString Settings::userStateFile()
{
    return QString::fromStdString(defaultStateHome()) + QStringLiteral("/espalier/window.conf");
}

} // namespace espalier
