// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/sshprogram.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <windows.h>

#include <array>

namespace espalier {

QString sshProgram()
{
    std::array<wchar_t, MAX_PATH> system{};
    const auto length = static_cast<qsizetype>(::GetSystemDirectoryW(system.data(), MAX_PATH));
    const QString ofWindows = QString::fromWCharArray(system.data(), length) + QStringLiteral("/OpenSSH/ssh.exe");
    const QString other = QFileInfo::exists(ofWindows) ? QString() : QStandardPaths::findExecutable(QStringLiteral("ssh"));
    return other.isEmpty() ? ofWindows : other;
}

} // namespace espalier
