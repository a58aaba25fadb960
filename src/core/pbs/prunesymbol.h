// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/retention.h"

namespace espalier {

/// What a chart shows of snapshots, one character or colour for each. Where several fall into one place, the first of these wins.
enum class PruneSymbol : unsigned char {
    Last,
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
    Kept, ///< As no rule is set.
    Protected,
    Partial, ///< PruneVerdict::KeepPartial
    Removed,
};

inline constexpr std::size_t pruneSymbolCount = 10;

PruneSymbol pruneSymbol(const PruneMark &mark);

} // namespace espalier
