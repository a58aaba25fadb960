// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/consequences.h"
#include "core/plan/plan.h"

#include <vector>

namespace espalier {

/// What the steps of @p plan that will be done put elsewhere, for findConsequences(): each group that moves on its own, each
/// namespace that gets another name.
std::vector<Relocation> relocationsOf(const Plan &plan);

} // namespace espalier
