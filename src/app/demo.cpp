// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo.h"

#include "core/datastore/store.h"
#include "core/demo/demo.h"
#include "core/fs/posix.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace espalier {

Result<QStringList> makeDemo(const QString &directory)
{
    const QStringList paths{directory + QStringLiteral("/site-a"), directory + QStringLiteral("/site-b")};
    const auto fileSystem = fs::posixFileSystem();
    const auto isDemo = [&fileSystem](const QString &path) {
        const auto opened = openStore(*fileSystem, path.toStdString());
        return opened && opened->isDemo;
    };
    if (std::ranges::all_of(paths, isDemo))
        return paths;
    QDir().mkpath(QFileInfo(directory).path()); // where it fails, writing tells why
    if (const Done written = writeDemo(*fileSystem, directory.toStdString()); !written)
        return failWith(written);
    return paths;
}

} // namespace espalier
