// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string_view>

namespace espalier {

/// What people see of foreign text in one line: control characters and broken UTF-8 become replacement characters.
QString printable(std::string_view text);

} // namespace espalier
