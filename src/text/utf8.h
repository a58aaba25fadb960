// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace espalier {

/// What people see of a name from disk; bytes that are no UTF-8 become replacement characters.
QString toQString(std::string_view text);

std::string toStdString(const QString &text);

} // namespace espalier
