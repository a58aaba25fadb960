// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QString>
#include <QStringList>

namespace espalier {

/// Makes the two demo datastores in @p directory, or finds them there; tells their paths. For a worker.
Result<QStringList> makeDemo(const QString &directory);

} // namespace espalier
