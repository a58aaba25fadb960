// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace espalier {

/// Nothing, as large as an icon: where some rows of a list have one, the texts of the others stand below theirs.
QIcon blankIcon();

} // namespace espalier
