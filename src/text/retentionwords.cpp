// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/retentionwords.h"

#include "text/utf8.h"

#include <QCoreApplication>

#include <limits>

namespace espalier {

/// Only the context of the translations.
class RetentionWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::RetentionWords)

public:
    static QString sentence(const KeepOptions &options);
    static QString of(PruneVerdict verdict);
    static QString of(KeepRule rule);
    static QString reason(const PruneCandidate &snapshot, const PruneMark &mark, const KeepOptions &options, const TimeZone &zone);

private:
    static QString first(KeepRule rule, int count);
    static QString more(KeepRule rule, int count);
    static QString every(KeepRule rule);
};

/// The part of the sentence that begins it.
QString RetentionWords::first(KeepRule rule, int count)
{
    switch (rule) {
    case KeepRule::Last: return tr("the last %n snapshot(s)", nullptr, count);
    case KeepRule::Hourly: return tr("one an hour for %n hour(s) that have a snapshot", nullptr, count);
    case KeepRule::Daily: return tr("one a day for %n day(s) that have a snapshot", nullptr, count);
    case KeepRule::Weekly: return tr("one a week for %n week(s) that have a snapshot", nullptr, count);
    case KeepRule::Monthly: return tr("one a month for %n month(s) that have a snapshot", nullptr, count);
    case KeepRule::Yearly: break;
    }
    return tr("one a year for %n year(s) that have a snapshot", nullptr, count);
}

/// The part for a rule that others come before: what those keep already does not count.
QString RetentionWords::more(KeepRule rule, int count)
{
    switch (rule) {
    case KeepRule::Last: break; // is always the first
    case KeepRule::Hourly: return tr("one an hour for %n more hour(s) that have a snapshot", nullptr, count);
    case KeepRule::Daily: return tr("one a day for %n more day(s) that have a snapshot", nullptr, count);
    case KeepRule::Weekly: return tr("one a week for %n more week(s) that have a snapshot", nullptr, count);
    case KeepRule::Monthly: return tr("one a month for %n more month(s) that have a snapshot", nullptr, count);
    case KeepRule::Yearly: return tr("one a year for %n more year(s) that have a snapshot", nullptr, count);
    }
    return first(rule, count);
}

/// For counts that no store reaches.
QString RetentionWords::every(KeepRule rule)
{
    switch (rule) {
    case KeepRule::Last: return tr("all finished snapshots");
    case KeepRule::Hourly: return tr("one an hour");
    case KeepRule::Daily: return tr("one a day");
    case KeepRule::Weekly: return tr("one a week");
    case KeepRule::Monthly: return tr("one a month");
    case KeepRule::Yearly: break;
    }
    return tr("one a year");
}

QString RetentionWords::sentence(const KeepOptions &options)
{
    if (options.keepsAll())
        return tr("Keeps everything.");
    QString parts;
    for (const KeepRule rule : allKeepRules) {
        const auto count = options[rule];
        if (!count)
            continue;
        const bool isCountable = *count <= std::uint64_t{std::numeric_limits<int>::max()};
        const int number = isCountable ? static_cast<int>(*count) : 0;
        const QString part = !isCountable ? every(rule) : parts.isEmpty() ? first(rule, number) : more(rule, number);
        //: joins two parts of a sentence such as "Keeps the last 3 snapshots, then one a day for 7 more days that have a snapshot."
        parts = parts.isEmpty() ? part : tr("%1, then %2").arg(parts, part);
    }
    return tr("Keeps %1.").arg(parts);
}

QString RetentionWords::of(PruneVerdict verdict)
{
    switch (verdict) {
    case PruneVerdict::Keep: return tr("keep", "what a prune does with a snapshot");
    case PruneVerdict::KeepPartial: return tr("keep, unfinished", "what a prune does with a snapshot");
    case PruneVerdict::Protected: return tr("protected", "what a prune does with a snapshot");
    case PruneVerdict::Remove: break;
    }
    return tr("remove", "what a prune does with a snapshot");
}

QString RetentionWords::of(KeepRule rule)
{
    switch (rule) {
    case KeepRule::Last: return tr("last", "which snapshots a rule keeps");
    case KeepRule::Hourly: return tr("hourly", "which snapshots a rule keeps");
    case KeepRule::Daily: return tr("daily", "which snapshots a rule keeps");
    case KeepRule::Weekly: return tr("weekly", "which snapshots a rule keeps");
    case KeepRule::Monthly: return tr("monthly", "which snapshots a rule keeps");
    case KeepRule::Yearly: break;
    }
    return tr("yearly", "which snapshots a rule keeps");
}

QString RetentionWords::reason(const PruneCandidate &snapshot, const PruneMark &mark, const KeepOptions &options, const TimeZone &zone)
{
    if (mark.rule) {
        //: %1 is "daily", "weekly", …: the third of seven that this rule keeps
        const QString counted = tr("%1 %2 of %3").arg(of(*mark.rule)).arg(mark.position).arg(options[*mark.rule].value_or(0));
        const QString period = toQString(periodName(*mark.rule, snapshot.time, zone));
        return period.isEmpty() ? counted : counted + QStringLiteral(": ") + period;
    }
    if (mark.surplusOf)
        return tr("a newer one of %1 is kept").arg(toQString(periodName(*mark.surplusOf, snapshot.time, zone)));
    switch (mark.verdict) {
    case PruneVerdict::Keep: return tr("no rule is set");
    case PruneVerdict::KeepPartial: return tr("the newest: it may be a backup that runs");
    case PruneVerdict::Protected: return tr("protected by hand");
    case PruneVerdict::Remove: break;
    }
    return snapshot.finished ? tr("no rule keeps it") : tr("unfinished, and not the newest");
}

QString text::keepSentence(const KeepOptions &options)
{
    return RetentionWords::sentence(options);
}

QString text::pruneVerdictWords(PruneVerdict verdict)
{
    return RetentionWords::of(verdict);
}

QString text::keepRuleWord(KeepRule rule)
{
    return RetentionWords::of(rule);
}

QString text::pruneReason(const PruneCandidate &snapshot, const PruneMark &mark, const KeepOptions &options, const TimeZone &zone)
{
    return RetentionWords::reason(snapshot, mark, options, zone);
}

} // namespace espalier
