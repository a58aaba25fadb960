// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace espalier::fs {

/// How many more descriptors this process may open, some kept in reserve. Raises the soft limit to the hard one, once.
std::size_t descriptorBudget();

} // namespace espalier::fs
