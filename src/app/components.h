// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace espalier {

/// What others made and this program is made with.
struct Component
{
    QString name;
    QString version; ///< That of the build; a library of the system may be a newer one.
    QString licence; ///< As SPDX writes it.
};

/// Those of packaging/components.json.in.
QList<Component> components();

} // namespace espalier
