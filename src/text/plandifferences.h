// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plandifference.h"

#include <QString>

#include <span>

namespace espalier::text {

/// One sentence.
QString planDifference(const PlanDifference &difference);

/// PlanFileDiffers with their number and the first of them. @p differences is not empty.
Error planDiffers(std::span<const PlanDifference> differences);

} // namespace espalier::text
