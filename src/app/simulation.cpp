// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulation.h"

#include "core/pbs/moment.h"
#include "core/pbs/simulatedbackups.h"
#include "text/messages.h"
#include "text/utf8.h"

#include <QCoreApplication>
#include <QStringList>

#include <utility>

namespace espalier {

/// Only the context of the translations.
struct SimulationWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::SimulationWords)
};

namespace {

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    return lines;
}

/// Empty where everything could be added.
QString sentenceOf(SimulatedBackups::Outcome outcome, const SimulatedBackups &backups)
{
    if (outcome == SimulatedBackups::Outcome::Added)
        return {};
    const auto last = SnapshotTime::fromEpoch(backups.last());
    return SimulationWords::tr("These are more than %n backup(s); they reach %1. Choose an earlier end or fewer times.", nullptr,
                               int(SimulatedBackups::most))
        .arg(toQString(last->toString()));
}

QString noMoment(const QString &text)
{
    return SimulationWords::tr("\"%1\" is not a time. Write it like \"2026-11-01\", \"2026-11-01 02:00\" or \"2026-11-01T02:00:00Z\".")
        .arg(text);
}

QString addRhythms(const SimulationQuestion &question, SimulatedBackups &backups)
{
    const QStringList rhythms = linesOf(question.rhythms);
    if (rhythms.isEmpty())
        return {};
    const auto from = momentFromString(toStdString(question.from.trimmed()), question.zone);
    const auto until = momentFromString(toStdString(question.until.trimmed()), question.zone);
    if (!from || !until)
        return noMoment(from ? question.until : question.from);
    for (const QString &line : rhythms) {
        const auto event = CalendarEvent::fromString(toStdString(line));
        if (!event)
            return text::oneLine(event.error());
        const QString problem = sentenceOf(backups.addRhythm(*event, *from, *until, question.zone), backups);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

QString addTimes(const SimulationQuestion &question, SimulatedBackups &backups)
{
    for (const QString &line : linesOf(question.times)) {
        const auto time = momentFromString(toStdString(line), question.zone);
        const QString problem = time ? sentenceOf(backups.add(*time), backups) : noMoment(line);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

/// A tree of one group, which a plan can be made for.
Tree treeOf(const std::vector<PruneCandidate> &backups)
{
    Group group{.id = GroupId::make(BackupType::Host, "simulation").value(), .owner = AuthId::fromString("root@pam").value()};
    for (const PruneCandidate &backup : backups)
        group.snapshots.push_back({.time = backup.time, .finished = backup.finished, .isProtected = backup.isProtected});
    auto root = std::make_shared<Namespace>();
    root->groups.push_back(std::make_shared<Group>(std::move(group)));
    root->updateSums();
    return Tree(std::move(root));
}

} // namespace

SimulationAnswer simulate(const SimulationQuestion &question, const std::stop_token &stop)
{
    SimulatedBackups backups(stop);
    QString problem = addRhythms(question, backups);
    if (problem.isEmpty())
        problem = addTimes(question, backups);
    if (!problem.isEmpty())
        return {.shown = nullptr, .problem = problem};
    auto shown = std::make_shared<ShownPrune>();
    shown->plan = planPrune(treeOf(std::move(backups).sorted()), {}, question.keep, question.zone);
    shown->zone = question.zone;
    return {.shown = std::move(shown), .problem = {}};
}

} // namespace espalier
