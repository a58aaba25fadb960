// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform.h"

#include <QApplication>

#include <windows.h>

#include <cstdio>

namespace espalier {

namespace {

/// A program with windows has no streams, unless whoever started it gave it some.
void openStream(DWORD which, std::FILE *stream)
{
    const HANDLE given = ::GetStdHandle(which);
    if (given == nullptr || given == INVALID_HANDLE_VALUE)
        static_cast<void>(std::freopen("CONOUT$", "w", stream));
}

} // namespace

void platform::attachTerminal()
{
    if (!::AttachConsole(ATTACH_PARENT_PROCESS))
        return;
    openStream(STD_OUTPUT_HANDLE, stdout);
    openStream(STD_ERROR_HANDLE, stderr);
}

/// Windows' own styles paint selections and buttons in colours that no palette tells: icons would not be seen on them, nor words in the
/// dark on Windows 10.
void platform::chooseStyle()
{
    QApplication::setStyle(QStringLiteral("fusion"));
}

bool platform::keepsDemoInMemory()
{
    return true;
}

/// In memory: fs::nativeFileSystem().
QString platform::demoDirectory()
{
    return QStringLiteral("/demo");
}

} // namespace espalier
