// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunewords.h"

#include "text/localtime.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/retentionwords.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <utility>

namespace espalier {

/// Only the context of the translations.
struct PruneWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::PruneWords)
};

namespace {

constexpr std::array<char, pruneSymbolCount> letters{'L', 'H', 'D', 'W', 'M', 'Y', 'K', 'P', 'u', 'x'};
constexpr std::array<QRgb, pruneSymbolCount> hues{0x3b82f6, 0x06b6d4, 0x22c55e, 0x84cc16, 0xf59e0b,
                                                  0xa855f7, 0x64748b, 0x6366f1, 0xeab308, 0xef4444};
constexpr double keptStrength = 0.30; ///< Of the hue in the background.
constexpr double removedStrength = 0.14;
constexpr std::size_t mostLines = 12;

PruneCandidate candidateOf(const Snapshot &snapshot)
{
    return {.time = snapshot.time, .finished = snapshot.finished, .isProtected = snapshot.isProtected};
}

/// A line for each snapshot of a cell, newest first.
void appendSnapshots(QStringList &lines, const PruneCells &cells, const PruneRow &row, int column)
{
    const PruneCell *cell = row.cell(column);
    if (!cell) {
        lines << PruneWords::tr("no backup");
        return;
    }
    for (std::size_t i = cell->count; i-- > 0;) {
        if (cell->count - i > mostLines) {
            lines << PruneWords::tr("and %n more", nullptr, int(i + 1));
            return;
        }
        lines << pruneLine(*cells.shown(), *row.group, cell->first + i);
    }
}

} // namespace

QChar pruneLetter(PruneSymbol symbol)
{
    return QChar::fromLatin1(letters.at(std::to_underlying(symbol)));
}

QString pruneLegend()
{
    QStringList entries;
    for (const KeepRule rule : allKeepRules)
        entries << QChar::fromLatin1(letters.at(std::to_underlying(rule))) + u' ' + text::keepRuleWord(rule);
    for (const PruneVerdict verdict : {PruneVerdict::Protected, PruneVerdict::KeepPartial, PruneVerdict::Remove}) {
        const PruneSymbol symbol = pruneSymbol({.verdict = verdict});
        entries << pruneLetter(symbol) + u' ' + text::pruneVerdictWords(verdict);
    }
    return entries.join(QStringLiteral(" · "));
}

QColor pruneColour(PruneSymbol symbol, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor hue(hues.at(std::to_underlying(symbol)));
    const double strength = symbol == PruneSymbol::Removed ? removedStrength : keptStrength;
    const auto mix = [strength](int under, int over) { return int(under * (1 - strength) + over * strength); };
    return QColor(mix(base.red(), hue.red()), mix(base.green(), hue.green()), mix(base.blue(), hue.blue()));
}

QString pruneReason(const ShownPrune &shown, std::size_t group, std::size_t snapshot)
{
    const GroupPrune &prune = shown.plan.groups.at(group);
    if (shown.isOnlySaved(group))
        return PruneWords::tr("only the saved job works on this group");
    return text::pruneReason(candidateOf(prune.group->snapshots.at(snapshot)), prune.marks.at(snapshot), shown.plan.options, shown.zone);
}

QString pruneLine(const ShownPrune &shown, std::size_t group, std::size_t snapshot)
{
    const GroupPrune &prune = shown.plan.groups.at(group);
    //: %1 date and time, %2 what becomes of a snapshot, %3 why
    QString line = PruneWords::tr("%1: %2, %3")
                       .arg(text::localTime(prune.group->snapshots.at(snapshot).time.epoch(), shown.zone),
                            text::pruneVerdictWords(prune.marks.at(snapshot).verdict), pruneReason(shown, group, snapshot));
    if (shown.now && prune.group->snapshots[snapshot].time.epoch() > *shown.now)
        line += u' ' + PruneWords::tr("(expected)", "a backup");
    if (shown.isDifferent(group, snapshot))
        line += u' ' + PruneWords::tr("(other than by the saved job)");
    if (!prune.dependsOnZone.empty() && prune.dependsOnZone[snapshot])
        line += u' ' + PruneWords::tr("(depends on the time zone)");
    return line;
}

QString pruneRowName(const PruneCells &cells, const PruneRow &row)
{
    return row.group ? printable(cells.shown()->plan.groups.at(*row.group).group->id.toString()) : text::namespaceName(row.ns.toString());
}

QString pruneDayText(const PruneCells &cells, const PruneRow &row, int column)
{
    QStringList lines{cells.periodName(column)};
    appendSnapshots(lines, cells, row, column);
    return lines.join(u'\n');
}

QString pruneCellText(const PruneCells &cells, const PruneRow &row, int column)
{
    if (!row.group)
        return PruneWords::tr("Namespace %1").arg(pruneRowName(cells, row));
    //: %1 a group, %2 a namespace, %3 a period of time such as "2026-W10"
    QStringList lines{
        PruneWords::tr("%1 in %2, %3").arg(pruneRowName(cells, row), text::namespaceName(row.ns.toString()), cells.periodName(column))};
    appendSnapshots(lines, cells, row, column);
    return lines.join(u'\n');
}

} // namespace espalier
