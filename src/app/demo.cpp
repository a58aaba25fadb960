// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo.h"

#include "core/datastore/store.h"
#include "core/fs/posix.h"

namespace espalier {

Result<QStringList> makeDemo(const QString &directory)
{
    const QStringList paths{directory + QStringLiteral("/site-a"), directory + QStringLiteral("/site-b")};
    const auto fileSystem = fs::posixFileSystem();
    for (const QString &path : paths) {
        if (const auto opened = openStore(*fileSystem, path.toStdString()); !opened)
            return failWith(opened);
    }
    return paths;
}

} // namespace espalier
