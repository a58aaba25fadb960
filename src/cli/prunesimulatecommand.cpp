// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/keepoptions.h"
#include "cli/linereader.h"
#include "cli/moments.h"
#include "cli/prunecalendar.h"
#include "cli/table.h"
#include "core/pbs/calendarevent.h"
#include "core/pbs/prunecase.h"
#include "core/pbs/simulatedbackups.h"
#include "text/retentionwords.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <ranges>

namespace espalier::cli {

/// Tells what keep options leave of backups that are only imagined.
class PruneSimulateCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::PruneSimulateCommand)

public:
    explicit PruneSimulateCommand(Invocation &invocation) : m_invocation(invocation), m_backups(invocation.stop) {}

    ExitCode run();

private:
    Done read();
    Done addRhythms();
    Done addTimes();
    Done checked(SimulatedBackups::Outcome outcome) const;
    void printText() const;
    void printJson() const;
    ExitCode markCases();
    std::vector<std::size_t> newestFirst() const;

    Invocation &m_invocation;
    KeepOptions m_options{};
    TimeZone m_zone;
    SimulatedBackups m_backups;
    std::vector<PruneCandidate> m_snapshots; ///< Oldest first, no time twice.
    std::vector<PruneMark> m_marks;
};

ExitCode PruneSimulateCommand::run()
{
    if (m_invocation.arguments.has("--json-lines"))
        return markCases();
    if (const Done done = read(); !done)
        return report(m_invocation, done.error());
    m_marks = planPrune(m_snapshots, m_options, m_zone);
    if (m_invocation.isJson())
        printJson();
    else
        printText();
    return ExitCode::Done;
}

Done PruneSimulateCommand::read()
{
    const auto options = keepOptions(m_invocation.arguments);
    if (!options)
        return failWith(options);
    m_options = *options;
    const auto zone = zoneArgument(m_invocation.arguments);
    if (!zone)
        return failWith(zone);
    m_zone = *zone;
    if (const Done added = addRhythms(); !added)
        return added;
    if (const Done added = addTimes(); !added)
        return added;
    m_snapshots = std::move(m_backups).sorted();
    if (!m_invocation.arguments.has("--rhythm") && !m_invocation.arguments.has("--times"))
        return fail(Error::Kind::InvalidInput, MessageId::UsageMissingArgument, "--rhythm EVENT, --times TIME");
    return {};
}

Done PruneSimulateCommand::addRhythms()
{
    constexpr std::int64_t year = 366 * std::int64_t{86'400};
    const Arguments &arguments = m_invocation.arguments;
    Result<std::int64_t> from = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    if (const auto text = arguments.value("--from"))
        from = momentArgument("--from", *text, m_zone);
    Result<std::int64_t> until = from.value_or(0) + year;
    if (const auto text = arguments.value("--until"))
        until = momentArgument("--until", *text, m_zone);
    if (!from || !until)
        return failWith(from ? until : from);
    for (const std::string &text : arguments.values("--rhythm")) {
        const auto event = CalendarEvent::fromString(text);
        if (!event)
            return failWith(event);
        if (const Done added = checked(m_backups.addRhythm(*event, *from, *until, m_zone)); !added)
            return added;
    }
    return {};
}

Done PruneSimulateCommand::addTimes()
{
    const auto addText = [this](const std::string &text) -> Done {
        const auto time = momentArgument("--times", text, m_zone);
        return time ? checked(m_backups.add(*time)) : failWith(time);
    };
    for (const std::string &text : m_invocation.arguments.values("--times")) {
        if (text != "-") {
            if (const Done added = addText(text); !added)
                return added;
            continue;
        }
        LineReader input(m_invocation.stop);
        while (true) {
            const auto line = input.next();
            if (!line)
                return failWith(line);
            if (!*line)
                break;
            if (const Done added = (*line)->empty() ? Done() : addText(std::string(**line)); !added)
                return added;
        }
    }
    return {};
}

Done PruneSimulateCommand::checked(SimulatedBackups::Outcome outcome) const
{
    switch (outcome) {
    case SimulatedBackups::Outcome::Added: return {};
    case SimulatedBackups::Outcome::Stopped: return fail(Error::Kind::Stopped, MessageId::ScanStopped, "--rhythm");
    case SimulatedBackups::Outcome::TooMany: break;
    }
    return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "--until", SnapshotTime::fromEpoch(m_backups.last())->toString(),
                "1…" + std::to_string(SimulatedBackups::most));
}

std::vector<std::size_t> PruneSimulateCommand::newestFirst() const
{
    std::vector<std::size_t> order(m_snapshots.size());
    std::ranges::iota(order | std::views::reverse, std::size_t{0});
    return order;
}

void PruneSimulateCommand::printText() const
{
    Output &output = m_invocation.output;
    const bool showsAll = m_invocation.arguments.has("--all");
    output.line(text::keepSentence(m_options));
    output.line();
    printTable(output, {Align::Left, Align::Left, Align::Left}, [&](const std::function<void(const TableRow &)> &print) {
        print({tr("Backup"), tr("Verdict"), tr("Why")});
        for (const std::size_t i : newestFirst()) {
            if (showsAll || m_marks[i].verdict != PruneVerdict::Remove)
                print({localTime(m_snapshots[i].time.epoch(), m_zone), text::pruneVerdictWords(m_marks[i].verdict),
                       text::pruneReason(m_snapshots[i], m_marks[i], m_options, m_zone)});
        }
    });
    output.line();
    printPruneCalendar(output, m_snapshots, m_marks, m_zone);
    output.line();
    const auto removed = std::ranges::count(m_marks, PruneVerdict::Remove, &PruneMark::verdict);
    output.line(tr("%n snapshot(s) stay", nullptr, int(std::ssize(m_marks) - removed)) + QStringLiteral(", ")
                + tr("%n snapshot(s) go", nullptr, int(removed)));
}

void PruneSimulateCommand::printJson() const
{
    Json list = Json::array();
    for (const std::size_t i : newestFirst()) {
        Json snapshot = toJson(m_snapshots[i], m_marks[i], m_options, m_zone);
        snapshot["local"] = toStdString(localTime(m_snapshots[i].time.epoch(), m_zone));
        list.push_back(std::move(snapshot));
    }
    const auto removed = std::ranges::count(m_marks, PruneVerdict::Remove, &PruneMark::verdict);
    m_invocation.output.line(toQString(dump({{"keep", toJson(m_options)},
                                             {"sentence", toStdString(text::keepSentence(m_options))},
                                             {"kept", std::ssize(m_marks) - removed},
                                             {"removed", removed},
                                             {"snapshots", std::move(list)}})));
}

ExitCode PruneSimulateCommand::markCases()
{
    PruneCases cases;
    LineReader input(m_invocation.stop);
    while (!m_invocation.output.isBroken()) {
        const auto line = input.next();
        if (!line)
            return report(m_invocation, line.error());
        if (!*line)
            break;
        const auto marked = cases.mark(**line);
        if (!marked)
            return report(m_invocation, marked.error());
        m_invocation.output.text(*marked + "\n");
    }
    return ExitCode::Done;
}

ExitCode runSimulatePrune(Invocation &invocation)
{
    return PruneSimulateCommand(invocation).run();
}

} // namespace espalier::cli
