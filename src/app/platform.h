// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// What the window does differently on Linux and on Windows.
namespace espalier::platform {

/// Called first in main(): what is printed reaches the terminal that the program was started in.
void attachTerminal();

/// Called before there is an application: how buttons, lists and the like are painted.
void chooseStyle();

/// Whether a demo lives in this process's memory only: a directory of Windows cannot have the name of a snapshot.
bool keepsDemoInMemory();

/// Where the demo goes unless somebody says otherwise.
QString demoDirectory();

} // namespace espalier::platform
