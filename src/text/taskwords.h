// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>

namespace espalier::text {

/// What a running task of PBS is called (RunningTask::description, "backup of vm/100"), in the language of the program; printable. Types
/// that are not known keep PBS's word.
QString taskWords(const std::string &description);

} // namespace espalier::text
