// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>

namespace espalier::fs {

/// How many more descriptors this process may open, some kept in reserve. Raises the soft limit to the hard one, once.
std::size_t descriptorBudget();

/// Who this process is, for journals: "root on pbs1 (uid 0)".
std::string processDescription();

} // namespace espalier::fs
