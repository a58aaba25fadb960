// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace espalier {

/// Looks whether the program finds all that it needs: pictures, catalogues, definitions. Tells what is missing.
QStringList selfTest();

} // namespace espalier
