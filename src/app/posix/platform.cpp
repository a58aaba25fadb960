// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform.h"

#include <QStandardPaths>

namespace espalier {

void platform::attachTerminal() {}

void platform::chooseStyle() {}

bool platform::keepsDemoInMemory()
{
    return false;
}

QString platform::demoDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/espalier/demo");
}

} // namespace espalier
