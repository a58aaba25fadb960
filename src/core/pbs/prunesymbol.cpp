// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/prunesymbol.h"

#include <utility>

namespace espalier {

PruneSymbol pruneSymbol(const PruneMark &mark)
{
    if (mark.rule)
        return PruneSymbol{std::to_underlying(*mark.rule)}; // begin in the same order
    switch (mark.verdict) {
    case PruneVerdict::Keep: return PruneSymbol::Kept;
    case PruneVerdict::KeepPartial: return PruneSymbol::Partial;
    case PruneVerdict::Protected: return PruneSymbol::Protected;
    case PruneVerdict::Remove: break;
    }
    return PruneSymbol::Removed;
}

} // namespace espalier
