// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"
#include "core/run/executor.h"

#include <vector>

namespace espalier {

/// @p tree after the steps that @p report calls done, as far as they move whole groups: what the window shows until it has
/// looked again. Pure; the cost is that of the namespaces concerned, not of their number times the steps.
Tree treeAfter(const Tree &tree, const RunReport &report);

} // namespace espalier
