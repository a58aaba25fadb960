// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/keepoptions.h"
#include "cli/moments.h"
#include "cli/prunescheme.h"
#include "cli/table.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/retentionwords.h"
#include "text/utf8.h"

#include <QCoreApplication>

namespace espalier::cli {

/// Tells what a prune would remove from a datastore, and why. Removes nothing.
class PrunePreviewCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::PrunePreviewCommand)

public:
    explicit PrunePreviewCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode run();

private:
    using Print = std::function<void(const TableRow &)>;

    void printText() const;
    void printGroups() const;
    void printJson(const Session &session) const;
    Json toJson(const GroupPrune &prune) const;
    static Json toJson(const PruneCounts &counts);
    static PruneCandidate candidate(const Snapshot &snapshot);

    Invocation &m_invocation;
    PruneScheme m_scheme{m_invocation, m_invocation.arguments.value("--job").value_or(std::string())};
    std::vector<Error> m_warnings;
};

ExitCode PrunePreviewCommand::run()
{
    const auto session = openStore(m_invocation);
    if (!session)
        return report(m_invocation, session.error());
    if (const Done done = m_scheme.plan(*session); !done)
        return report(m_invocation, done.error());
    m_warnings = m_scheme.warnings(*session);
    if (m_invocation.isJson())
        printJson(*session);
    else
        printText();
    return ExitCode::Done;
}

PruneCandidate PrunePreviewCommand::candidate(const Snapshot &snapshot)
{
    return {.time = snapshot.time, .finished = snapshot.finished, .isProtected = snapshot.isProtected};
}

void PrunePreviewCommand::printText() const
{
    Output &output = m_invocation.output;
    output.line(text::keepSentence(m_scheme.options()));
    output.line();
    if (m_invocation.arguments.has("--snapshots")) {
        printPruneSnapshots(output, m_scheme, true);
    } else if (!m_scheme.prune().groups.empty()) {
        printGroups();
        output.line();
    }
    printPruneTotals(output, m_scheme.prune());
    for (const Error &warning : m_warnings)
        tell(tr("Warning: %1").arg(text::oneLine(warning)));
}

void PrunePreviewCommand::printGroups() const
{
    const std::vector<Align> columns{Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Left};
    const auto number = [](std::size_t count) { return count > 0 ? QString::number(count) : QString(); };
    printTable(m_invocation.output, columns, [&](const Print &print) {
        print({tr("Namespace"), tr("Group"), tr("Keep"), tr("Unfinished"), tr("Protected"), tr("Remove"), tr("Newest backup")});
        for (const GroupPrune &prune : m_scheme.prune().groups) {
            const auto newest = prune.newest();
            print({text::namespaceName(prune.ns.toString()), printable(prune.group->id.toString()), number(prune.counts.kept),
                   number(prune.counts.partial), number(prune.counts.protectedOnes), number(prune.counts.removed),
                   newest ? toQString(newest->toString()) : QString()});
        }
    });
}

Json PrunePreviewCommand::toJson(const PruneCounts &counts)
{
    return {{"groups", counts.groups},        {"keep", counts.kept},
            {"keep-partial", counts.partial}, {"protected", counts.protectedOnes},
            {"remove", counts.removed},       {"remove-bytes", counts.sizeIsKnown ? Json(counts.removedBytes) : Json()}};
}

Json PrunePreviewCommand::toJson(const GroupPrune &prune) const
{
    const TimeZone zone = m_scheme.zone();
    Json snapshots = Json::array();
    for (std::size_t i = 0; i < prune.marks.size(); ++i) {
        Json snapshot = cli::toJson(candidate(prune.group->snapshots[i]), prune.marks[i], m_scheme.options(), zone);
        if (!prune.dependsOnZone.empty())
            snapshot["depends-on-zone"] = static_cast<bool>(prune.dependsOnZone[i]);
        snapshots.push_back(std::move(snapshot));
    }
    return {{"ns", prune.ns.toString()},
            {"backup-type", toString(prune.group->id.type())},
            {"backup-id", prune.group->id.id()},
            {"counts", toJson(prune.counts)},
            {"snapshots", std::move(snapshots)}};
}

void PrunePreviewCommand::printJson(const Session &session) const
{
    Json namespaces = Json::array();
    for (const NamespacePrune &each : m_scheme.prune().namespaces)
        namespaces.push_back({{"ns", each.ns.toString()}, {"counts", toJson(each.counts)}});
    Json groups = Json::array();
    for (const GroupPrune &each : m_scheme.prune().groups)
        groups.push_back(toJson(each));
    Json left = Json::array();
    for (const PruneScope::GroupAt &each : m_scheme.prune().left)
        left.push_back({{"ns", each.ns.toString()}, {"backup-type", toString(each.id.type())}, {"backup-id", each.id.id()}});
    Json warnings = Json::array();
    for (const Error &warning : m_warnings)
        warnings.push_back(cli::toJson(warning));
    m_invocation.output.line(toQString(dump({{"path", session.location()},
                                             {"name", session.name()},
                                             {"keep", cli::toJson(m_scheme.options())},
                                             {"keep-all", m_scheme.options().keepsAll()},
                                             {"sentence", toStdString(text::keepSentence(m_scheme.options()))},
                                             {"zone", m_scheme.isZoneKnown() ? Json(m_scheme.zoneName()) : Json()},
                                             {"totals", toJson(m_scheme.prune().totals)},
                                             {"namespaces", std::move(namespaces)},
                                             {"groups", std::move(groups)},
                                             {"left-alone", std::move(left)},
                                             {"warnings", std::move(warnings)}})));
}

ExitCode runPreviewPrune(Invocation &invocation)
{
    return PrunePreviewCommand(invocation).run();
}

} // namespace espalier::cli
