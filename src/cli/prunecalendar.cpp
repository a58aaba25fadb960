// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/prunecalendar.h"

#include "core/pbs/prunesymbol.h"
#include "text/retentionwords.h"
#include "text/utf8.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace espalier::cli {

namespace {

/// By PruneSymbol: the rules, kept without one, protected, unfinished, removed; and a day without backups.
constexpr std::string_view letters = "LHDWMYKP+-.";
constexpr char emptyDay = '.';

std::size_t rank(char letter)
{
    return letters.find(letter);
}

} // namespace

/// Only the context of the translations.
class PruneCalendar
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::PruneCalendar)

public:
    static void printLegend(Output &output);
};

void PruneCalendar::printLegend(Output &output)
{
    QStringList entries;
    for (const KeepRule rule : allKeepRules)
        entries << QChar::fromLatin1(letters.at(std::to_underlying(rule))) + u' ' + text::keepRuleWord(rule);
    entries << QStringLiteral("- ") + tr("all removed", "backups of a day") << QStringLiteral(". ") + tr("no backup", "on a day");
    output.line(entries.join(QStringLiteral(", ")));
}

void printPruneCalendar(Output &output, std::span<const PruneCandidate> snapshots, std::span<const PruneMark> marks, const TimeZone &zone)
{
    std::map<std::string, std::string> months; // "2026-11" and a letter for each day
    for (std::size_t i = 0; i < snapshots.size(); ++i) {
        const std::string day = periodName(KeepRule::Daily, snapshots[i].time, zone);
        const QDate date = QDate::fromString(toQString(day), Qt::ISODate);
        std::string &month = months.try_emplace(day.substr(0, day.rfind('-')), date.daysInMonth(), emptyDay).first->second;
        char &shown = month.at(static_cast<std::size_t>(date.day()) - 1);
        const char letter = letters.at(std::to_underlying(pruneSymbol(marks[i])));
        shown = std::min(shown, letter, [](char left, char right) { return rank(left) < rank(right); });
    }
    output.line(QStringLiteral("         1   5    10   15   20   25   30"));
    for (const auto &[month, days] : months)
        output.line(toQString(month) + QStringLiteral("  ") + toQString(days));
    PruneCalendar::printLegend(output);
}

} // namespace espalier::cli
