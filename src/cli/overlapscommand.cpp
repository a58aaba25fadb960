// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/jsonoutput.h"
#include "cli/table.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>

namespace espalier::cli {

/// Lists guests that occur in several namespaces, or whose backups carry several names.
class OverlapsCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::OverlapsCommand)

public:
    explicit OverlapsCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode run();

private:
    using Overlaps = std::vector<Overlap>;

    void printText(const Overlaps &overlaps) const;
    void printJson(const Session &session, const Overlaps &overlaps) const;
    static TableRow row(const Overlap &overlap, const Occurrence &occurrence);

    Invocation &m_invocation;
};

ExitCode OverlapsCommand::run()
{
    const auto session = openStore(m_invocation);
    if (!session)
        return report(m_invocation, session.error());
    const auto scanned = scanStore(m_invocation, *session);
    if (!scanned)
        return report(m_invocation, scanned.error());
    const auto search = m_invocation.arguments.has("--guests") ? OverlapSearch::EveryGroup : OverlapSearch::SeveralNamespaces;
    const auto overlaps = cli::readOverlaps(m_invocation, *session, scanned->tree, search);
    if (!overlaps)
        return report(m_invocation, overlaps.error());
    if (m_invocation.isJson())
        printJson(*session, *overlaps);
    else
        printText(*overlaps);
    return ExitCode::Done;
}

TableRow OverlapsCommand::row(const Overlap &overlap, const Occurrence &occurrence)
{
    const Group &group = *occurrence.group;
    const Snapshot *newest = occurrence.newest();
    QStringList names;
    for (const std::string &name : occurrence.guestNames)
        names << printable(name);
    return {printable(overlap.id.toString()),
            text::namespaceName(occurrence.ns.toString()),
            names.join(QStringLiteral(", ")),
            group.owner ? printable(group.owner->toString()) : tr("unreadable", "owner"),
            QString::number(group.snapshots.size()),
            newest ? toQString(newest->time.toString()) : QString(),
            printable(group.comment)};
}

void OverlapsCommand::printText(const Overlaps &overlaps) const
{
    const auto rows = [&](const std::function<void(const TableRow &)> &print) {
        print({tr("Guest"), tr("Namespace"), tr("Name"), tr("Owner"), tr("Snapshots"), tr("Last backup"), tr("Comment")});
        for (const Overlap &overlap : overlaps) {
            for (const Occurrence &occurrence : overlap.occurrences)
                print(row(overlap, occurrence));
        }
    };
    Output &output = m_invocation.output;
    if (!overlaps.empty()) {
        printTable(output, {Align::Left, Align::Left, Align::Left, Align::Left, Align::Right, Align::Left, Align::Left}, rows);
        output.line();
    }
    const auto several = std::ranges::count_if(overlaps, [](const Overlap &overlap) { return overlap.occurrences.size() > 1; });
    const auto differing = std::ranges::count_if(overlaps, [](const Overlap &overlap) { return overlap.guestNames().size() > 1; });
    output.line(tr("%n guest id(s) in several namespaces", nullptr, int(several)) + QStringLiteral(", ")
                + tr("%n guest id(s) with several guests' names", nullptr, int(differing)));
}

void OverlapsCommand::printJson(const Session &session, const Overlaps &overlaps) const
{
    Json list = Json::array();
    for (const Overlap &overlap : overlaps)
        list.push_back(toJson(overlap));
    m_invocation.output.line(toQString(dump({{"path", session.location()}, {"name", session.name()}, {"overlaps", std::move(list)}})));
}

ExitCode runOverlaps(Invocation &invocation)
{
    return OverlapsCommand(invocation).run();
}

} // namespace espalier::cli
