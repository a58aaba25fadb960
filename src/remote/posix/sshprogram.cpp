// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/sshprogram.h"

namespace espalier {

QString sshProgram()
{
    return QStringLiteral("ssh");
}

} // namespace espalier
