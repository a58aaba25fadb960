// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace espalier {

/// The translation of what a reader of the core expected ("64 hex digits"); names and signs stay as they are.
QString expectation(const QString &expected);

} // namespace espalier
