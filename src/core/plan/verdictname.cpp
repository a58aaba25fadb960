// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/verdictname.h"

namespace espalier {

std::string_view verdictName(Verdict::Level level)
{
    switch (level) {
    case Verdict::Level::WillDo: return "will-do";
    case Verdict::Level::Waits: return "waits";
    case Verdict::Level::NeedsAttention: return "needs-attention";
    case Verdict::Level::Refused: break;
    }
    return "refused";
}

std::optional<Verdict::Level> verdictNamed(std::string_view name)
{
    for (const auto level : {Verdict::Level::WillDo, Verdict::Level::Waits, Verdict::Level::NeedsAttention, Verdict::Level::Refused}) {
        if (verdictName(level) == name)
            return level;
    }
    return std::nullopt;
}

} // namespace espalier
