// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace espalier {

/// The file that starts this program once more. In the portable archive that is the script that started it: it runs through the
/// loader beside it (packaging/portable/launcher), so the loader is what the system calls the file of the process.
/// @p executable: the file of the process. @p argument0: the name it was started by, which the script makes absolute.
QString programFile(const QString &executable, const QString &argument0);

QString programFile(); ///< Of this process.

} // namespace espalier
