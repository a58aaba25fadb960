// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/prunescheme.h"

#include "cli/keepoptions.h"
#include "cli/table.h"
#include "core/plan/prunewarnings.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/retentionwords.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <functional>

namespace espalier::cli {

/// Only the context of the translations.
class PruneTotals
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::PruneTotals)
};

Done PruneScheme::plan(const Session &session)
{
    if (const Done read = readRules(session); !read)
        return read;
    if (const Done read = readZone(session); !read)
        return read;
    auto scanned = scanStore(m_invocation, session);
    if (scanned && m_invocation.arguments.has("--details"))
        scanned = cli::readAllDetails(m_invocation, session, scanned->tree);
    if (!scanned)
        return failWith(scanned);
    if (!scanned->tree.find(m_scope.range.top))
        return fail(Error::Kind::NotFound, MessageId::PlanNamespaceGone, m_scope.range.top.toString());
    if (const Done read = readSelection(scanned->tree); !read)
        return read;
    m_tree = scanned->tree;
    m_plan = planPrune(m_tree, m_scope, m_options, zone());
    m_dependent = m_zone ? 0 : findZoneDependence(m_plan, TimeZone::all());
    return {};
}

Done PruneScheme::readRules(const Session &session)
{
    const auto options = keepOptions(m_invocation.arguments);
    if (!options)
        return failWith(options);
    m_options = *options;
    if (!m_job.empty()) {
        if (!m_options.keepsAll())
            return fail(Error::Kind::InvalidInput, MessageId::UsageUnexpectedArgument, "--keep-…");
        if (const Done read = readJob(session, m_job); !read)
            return read;
    }
    return readRange();
}

Done PruneScheme::readJob(const Session &session, const std::string &id)
{
    const auto host = session.service().readPruneJobs();
    if (!host)
        return failWith(host);
    const auto found = readPruneJobList(m_invocation, *host).find(id, MessageId::PruneJobUnknown);
    if (!found)
        return failWith(found);
    m_options = found->job.keep;
    m_scope.range = found->job.range;
    m_notes = found->notes;
    return {};
}

Done PruneScheme::readRange()
{
    const auto depth = m_invocation.arguments.number("--max-depth", std::size_t(NamespacePath::maxDepth));
    if (!depth)
        return failWith(depth);
    if (*depth)
        m_scope.range.maxDepth = static_cast<int>(**depth);
    if (const auto text = m_invocation.arguments.value("--ns")) {
        const auto ns = namespaceArgument("--ns", *text);
        if (!ns)
            return failWith(ns);
        m_scope.range.top = *ns;
    }
    return {};
}

Done PruneScheme::readZone(const Session &session)
{
    if (const auto name = m_invocation.arguments.value("--zone")) {
        auto zone = TimeZone::named(*name);
        if (!zone)
            return failWith(zone);
        m_zone = HostZone{.name = *name, .zone = *std::move(zone)};
        return {};
    }
    auto zone = session.service().readZone();
    if (!zone)
        return failWith(zone);
    m_zone = *std::move(zone);
    if (!m_zone && !m_notes.zone.empty()) {
        auto chosen = TimeZone::named(m_notes.zone);
        if (!chosen)
            return failWith(chosen);
        m_zone = HostZone{.name = m_notes.zone, .zone = *std::move(chosen)};
    }
    return {};
}

/// The groups that are named, in every namespace of the range; or all of one type.
Done PruneScheme::readSelection(const Tree &tree)
{
    const auto &positionals = m_invocation.arguments.positionals();
    if (positionals.size() < 2)
        return {};
    const std::string &text = positionals[1];
    if (const auto type = backupTypeFromString(text)) {
        m_scope.type = *type;
        return {};
    }
    const auto id = GroupId::fromString(text);
    if (!id)
        return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "TYPE[/ID]", text, "vm, vm/100");
    tree.forEachNamespace([&](const Namespace &ns) {
        if (m_scope.range.covers(ns.path) && ns.group(*id))
            m_scope.selected.push_back({ns.path, *id});
    });
    if (m_scope.selected.empty())
        return fail(Error::Kind::NotFound, MessageId::PlanGroupMissing, text, m_scope.range.top.toString());
    return {};
}

std::vector<Error> PruneScheme::warnings(const Session &session) const
{
    const HostReferences references = session.service().readReferences(session.name()).value_or(HostReferences());
    const std::int64_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::vector<JobReference> jobs = ownJobReferences(m_invocation, session);
    jobs.insert(jobs.end(), references.jobs.begin(), references.jobs.end());
    std::vector<Error> all = pruneWarnings(m_plan, jobs, session.name(), now);
    if (m_dependent > 0)
        all.insert(all.begin(), {Error::Kind::NotFound, MessageId::PruneZoneUnknown, {std::to_string(m_dependent)}, 0});
    return all;
}

void printPruneSnapshots(Output &output, const PruneScheme &scheme, bool all)
{
    const std::vector<Align> columns(4, Align::Left);
    for (const GroupPrune &prune : scheme.prune().groups) {
        if (!all && prune.counts.removed == 0)
            continue;
        output.line(PruneTotals::tr("%1 in %2").arg(printable(prune.group->id.toString()), text::namespaceName(prune.ns.toString())));
        printTable(output, columns, [&](const std::function<void(const TableRow &)> &print) {
            print({QStringLiteral("  ") + PruneTotals::tr("Snapshot"), PruneTotals::tr("Verdict"), PruneTotals::tr("Why"),
                   PruneTotals::tr("Remark")});
            for (std::size_t i = prune.marks.size(); i-- > 0;) {
                if (!all && prune.marks[i].verdict != PruneVerdict::Remove)
                    continue;
                const Snapshot &is = prune.group->snapshots[i];
                const PruneCandidate snapshot{.time = is.time, .finished = is.finished, .isProtected = is.isProtected};
                const bool depends = !prune.dependsOnZone.empty() && prune.dependsOnZone[i];
                print({QStringLiteral("  ") + toQString(snapshot.time.toString()), text::pruneVerdictWords(prune.marks[i].verdict),
                       text::pruneReason(snapshot, prune.marks[i], scheme.options(), scheme.zone()),
                       depends ? PruneTotals::tr("depends on the time zone", "verdict on a snapshot") : QString()});
            }
        });
        output.line();
    }
}

void printPruneTotals(Output &output, const PrunePlan &plan)
{
    const std::vector<Align> columns{Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right};
    const auto row = [](const QString &name, const PruneCounts &counts) -> TableRow {
        return {name,
                QString::number(counts.groups),
                QString::number(counts.kept),
                QString::number(counts.partial),
                QString::number(counts.protectedOnes),
                QString::number(counts.removed),
                counts.sizeIsKnown ? humanSize(counts.removedBytes) : QString()};
    };
    printTable(output, columns, [&](const std::function<void(const TableRow &)> &print) {
        print({PruneTotals::tr("Namespace"), PruneTotals::tr("Groups"), PruneTotals::tr("Keep"), PruneTotals::tr("Unfinished"),
               PruneTotals::tr("Protected"), PruneTotals::tr("Remove"), PruneTotals::tr("Size that goes")});
        for (const NamespacePrune &each : plan.namespaces)
            print(row(text::namespaceName(each.ns.toString()), each.counts));
        print(row(PruneTotals::tr("all together", "sum of a table"), plan.totals));
    });
    output.line();
    for (const PruneScope::GroupAt &each : plan.left)
        output.line(PruneTotals::tr("%1 in %2 is left alone: PBS cannot list it.")
                        .arg(printable(each.id.toString()), text::namespaceName(each.ns.toString())));
    if (plan.totals.removed > 0)
        output.line(PruneTotals::tr("Space comes back with garbage collection only, and only where no other snapshot has the same data."));
}

} // namespace espalier::cli
