// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/budgetwords.h"

#include <QCoreApplication>

namespace espalier::text {

namespace {

/// Only the context of the translations.
class BudgetWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::text::BudgetWords)
};

} // namespace

QString budgetWords(const std::optional<RemovalBudget> &budget)
{
    if (!budget)
        return BudgetWords::tr("nothing was approved yet");
    const QString most = BudgetWords::tr("at most %n snapshot(s)", "of a run", int(budget->snapshots));
    const QString share
        = budget->percent ? BudgetWords::tr("%1, and %2 % of those that the groups have").arg(most).arg(*budget->percent) : most;
    return budget->mayEmptyGroups ? BudgetWords::tr("%1; groups may lose their last snapshot").arg(share) : share;
}

} // namespace espalier::text
