// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace espalier {

/// The program to start for ssh: a name that is looked for in the PATH, or on Windows the path of the one that Windows brings along, else of
/// one in the PATH. Where that has none it is a path that does not exist: never a program of the current directory.
QString sshProgram();

} // namespace espalier
