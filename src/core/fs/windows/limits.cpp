// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/limits.h"

namespace espalier::fs {

/// Windows sets none that matters.
std::size_t descriptorBudget()
{
    return 65536;
}

} // namespace espalier::fs
