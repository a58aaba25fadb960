// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo.h"

#include "core/datastore/store.h"
#include "core/demo/demo.h"
#include "core/fs/makedirectories.h"
#include "core/fs/native.h"
#include "core/fs/paths.h"

#include <algorithm>

namespace espalier {

Result<QStringList> makeDemo(const QString &directory)
{
    const QStringList paths{directory + QStringLiteral("/site-a"), directory + QStringLiteral("/site-b")};
    const auto fileSystem = fs::nativeFileSystem();
    const auto isDemo = [&fileSystem](const QString &path) {
        const auto opened = openStore(*fileSystem, path.toStdString());
        return opened && opened->isDemo;
    };
    if (std::ranges::all_of(paths, isDemo))
        return paths;
    if (const auto above = fs::openOrMakeAll(*fileSystem, fs::parentOf(directory.toStdString()), 0755); !above)
        return failWith(above);
    if (const Done written = writeDemo(*fileSystem, directory.toStdString()); !written)
        return failWith(written);
    return paths;
}

} // namespace espalier
