// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/verdictwords.h"

#include <QCoreApplication>

namespace espalier {

/// Only the context of the translations.
class VerdictWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::VerdictWords)

public:
    static QString of(Verdict::Level level);
};

QString VerdictWords::of(Verdict::Level level)
{
    switch (level) {
    case Verdict::Level::WillDo: return tr("will do", "verdict");
    case Verdict::Level::Waits: return tr("waits", "verdict");
    case Verdict::Level::NeedsAttention: return tr("needs attention", "verdict");
    case Verdict::Level::Refused: break;
    }
    return tr("refused", "verdict");
}

QString text::verdictWords(Verdict::Level level)
{
    return VerdictWords::of(level);
}

} // namespace espalier
