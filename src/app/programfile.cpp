// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/programfile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace espalier {

QString programFile(const QString &executable, const QString &argument0)
{
    const bool isLoader = QFileInfo(executable).fileName().startsWith(QLatin1String("ld-linux"));
    return isLoader ? argument0 : executable;
}

QString programFile()
{
    return programFile(QCoreApplication::applicationFilePath(), QCoreApplication::arguments().constFirst());
}

} // namespace espalier
