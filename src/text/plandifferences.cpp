// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/plandifferences.h"

#include "text/steptext.h"
#include "text/utf8.h"
#include "text/verdictwords.h"

#include <QCoreApplication>

namespace espalier {

/// What a difference is, in words.
class PlanDifferences
{
    Q_DECLARE_TR_FUNCTIONS(espalier::PlanDifferences)

public:
    static QString sentence(const PlanDifference &difference);

private:
    static QString otherVerdict(const QString &title, const PlanFileStep &planned, const PlanFileStep &present);
    static QString otherSnapshots(const QString &title, const PlanFileStep &planned, const PlanFileStep &present);
};

QString PlanDifferences::otherVerdict(const QString &title, const PlanFileStep &planned, const PlanFileStep &present)
{
    if (planned.level == present.level)
        return tr("\"%1\": the verdict is still \"%2\", but for another reason.").arg(title, text::verdictWords(present.level));
    return tr("\"%1\": the plan says \"%2\", now it is \"%3\".")
        .arg(title, text::verdictWords(planned.level), text::verdictWords(present.level));
}

QString PlanDifferences::otherSnapshots(const QString &title, const PlanFileStep &planned, const PlanFileStep &present)
{
    const int count = int(present.snapshots);
    if (planned.snapshots != present.snapshots)
        return tr("\"%1\": there are %n snapshot(s) now, the plan says %2.", nullptr, count).arg(title).arg(planned.snapshots);
    const auto nameOf = [](const PlanFileStep &step) { return step.newest ? toQString(step.newest->toString()) : QStringLiteral("-"); };
    return tr("\"%1\": the newest snapshot is %2 now, the plan says %3.").arg(title, nameOf(present), nameOf(planned));
}

QString PlanDifferences::sentence(const PlanDifference &difference)
{
    const QString title = text::changeTitle(difference.planned.change);
    switch (difference.kind) {
    case PlanDifference::Kind::Missing: return tr("\"%1\" stands in the plan, and there is no such step now.").arg(title);
    case PlanDifference::Kind::Added: return tr("\"%1\" does not stand in the plan, and would be done now.").arg(title);
    case PlanDifference::Kind::Verdict: return otherVerdict(title, difference.planned, difference.present);
    case PlanDifference::Kind::Snapshots: break;
    }
    return otherSnapshots(title, difference.planned, difference.present);
}

QString text::planDifference(const PlanDifference &difference)
{
    return PlanDifferences::sentence(difference);
}

Error text::planDiffers(std::span<const PlanDifference> differences)
{
    return {Error::Kind::Conflict,
            MessageId::PlanFileDiffers,
            {std::to_string(differences.size()), toStdString(planDifference(differences.front()))},
            0};
}

} // namespace espalier
