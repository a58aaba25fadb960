// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/keepoptions.h"
#include "cli/moments.h"
#include "cli/table.h"
#include "core/datastore/hostzone.h"
#include "core/datastore/prunejobs.h"
#include "core/datastore/references.h"
#include "core/plan/pruneplan.h"
#include "core/plan/prunewarnings.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/retentionwords.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

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

    Done readRules(const StoreSession &session);
    Done readJob(const StoreSession &session, const std::string &id);
    Done readRange();
    Done readZone(const StoreSession &session);
    Done readSelection(const Tree &tree);
    Done plan(const StoreSession &session);
    std::vector<Error> warnings(const StoreSession &session, std::size_t dependent) const;

    void printText() const;
    void printGroups() const;
    void printSnapshots(const GroupPrune &prune) const;
    void printTotals() const;
    void printJson(const StoreSession &session) const;
    Json toJson(const GroupPrune &prune) const;
    static Json toJson(const PruneCounts &counts);
    static PruneCandidate candidate(const Snapshot &snapshot);

    Invocation &m_invocation;
    KeepOptions m_options{};
    PruneScope m_scope;
    std::optional<HostZone> m_zone; ///< Nothing where it is not known; counted is then in UTC.
    PrunePlan m_plan;
    std::vector<Error> m_warnings;
};

ExitCode PrunePreviewCommand::run()
{
    const auto session = openStore(m_invocation);
    if (!session)
        return report(m_invocation, session.error());
    if (const Done done = plan(*session); !done)
        return report(m_invocation, done.error());
    if (m_invocation.isJson())
        printJson(*session);
    else
        printText();
    return ExitCode::Done;
}

Done PrunePreviewCommand::plan(const StoreSession &session)
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
        return fail(Error::Kind::NotFound, MessageId::PlanNamespaceMissing, m_scope.range.top.toString());
    if (const Done read = readSelection(scanned->tree); !read)
        return read;
    m_plan = planPrune(scanned->tree, m_scope, m_options, m_zone ? m_zone->zone : TimeZone());
    const std::size_t dependent = m_zone ? 0 : findZoneDependence(m_plan, TimeZone::all());
    m_warnings = warnings(session, dependent);
    return {};
}

Done PrunePreviewCommand::readRules(const StoreSession &session)
{
    const auto options = keepOptions(m_invocation.arguments);
    if (!options)
        return failWith(options);
    m_options = *options;
    if (const auto id = m_invocation.arguments.value("--job")) {
        if (!m_options.keepsAll())
            return fail(Error::Kind::InvalidInput, MessageId::UsageUnexpectedArgument, "--keep-…");
        if (const Done read = readJob(session, *id); !read)
            return read;
    }
    return readRange();
}

Done PrunePreviewCommand::readJob(const StoreSession &session, const std::string &id)
{
    const PruneJobReading reading = readPruneJobs(*session.fileSystem(), session.host());
    const auto job = std::ranges::find(reading.jobs, id, &PruneJob::id);
    if (job == reading.jobs.end() && !reading.problems.empty())
        return std::unexpected(reading.problems.front());
    if (job == reading.jobs.end())
        return fail(Error::Kind::NotFound, MessageId::PruneJobUnknown, id, pruneJobsPath(session.host()));
    m_options = job->keep;
    m_scope.range = job->range;
    return {};
}

Done PrunePreviewCommand::readRange()
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

Done PrunePreviewCommand::readZone(const StoreSession &session)
{
    if (const auto name = m_invocation.arguments.value("--zone")) {
        auto zone = TimeZone::named(*name);
        if (!zone)
            return failWith(zone);
        m_zone = HostZone{.name = *name, .zone = *std::move(zone)};
        return {};
    }
    auto zone = readHostZone(*session.fileSystem(), session.host());
    if (!zone)
        return failWith(zone);
    m_zone = *std::move(zone);
    return {};
}

/// The groups that are named, in every namespace of the range; or all of one type.
Done PrunePreviewCommand::readSelection(const Tree &tree)
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

std::vector<Error> PrunePreviewCommand::warnings(const StoreSession &session, std::size_t dependent) const
{
    const HostReferences references = readHostReferences(*session.fileSystem(), session.host(), session.name());
    const std::int64_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::vector<Error> all = pruneWarnings(m_plan, references.jobs, session.name(), now);
    if (dependent > 0)
        all.insert(all.begin(), {Error::Kind::NotFound, MessageId::PruneZoneUnknown, {std::to_string(dependent)}, 0});
    return all;
}

PruneCandidate PrunePreviewCommand::candidate(const Snapshot &snapshot)
{
    return {.time = snapshot.time, .finished = snapshot.finished, .isProtected = snapshot.isProtected};
}

void PrunePreviewCommand::printText() const
{
    Output &output = m_invocation.output;
    output.line(text::keepSentence(m_options));
    output.line();
    if (m_invocation.arguments.has("--snapshots")) {
        for (const GroupPrune &prune : m_plan.groups)
            printSnapshots(prune);
    } else if (!m_plan.groups.empty()) {
        printGroups();
        output.line();
    }
    printTotals();
    for (const Error &warning : m_warnings)
        tell(tr("Warning: %1").arg(text::oneLine(warning)));
}

void PrunePreviewCommand::printGroups() const
{
    const std::vector<Align> columns{Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Left};
    const auto number = [](std::size_t count) { return count > 0 ? QString::number(count) : QString(); };
    printTable(m_invocation.output, columns, [&](const Print &print) {
        print({tr("Namespace"), tr("Group"), tr("Keep"), tr("Unfinished"), tr("Protected"), tr("Remove"), tr("Newest backup")});
        for (const GroupPrune &prune : m_plan.groups) {
            const auto newest = prune.newest();
            print({text::namespaceName(prune.ns.toString()), printable(prune.group->id.toString()), number(prune.counts.kept),
                   number(prune.counts.partial), number(prune.counts.protectedOnes), number(prune.counts.removed),
                   newest ? toQString(newest->toString()) : QString()});
        }
    });
}

/// Newest first, as the rules go through them.
void PrunePreviewCommand::printSnapshots(const GroupPrune &prune) const
{
    const TimeZone zone = m_zone ? m_zone->zone : TimeZone();
    Output &output = m_invocation.output;
    output.line(tr("%1 in %2").arg(printable(prune.group->id.toString()), text::namespaceName(prune.ns.toString())));
    printTable(output, {Align::Left, Align::Left, Align::Left, Align::Left}, [&](const Print &print) {
        print({QStringLiteral("  ") + tr("Snapshot"), tr("Verdict"), tr("Why"), tr("Remark")});
        for (std::size_t i = prune.marks.size(); i-- > 0;) {
            const PruneCandidate snapshot = candidate(prune.group->snapshots[i]);
            const bool depends = !prune.dependsOnZone.empty() && prune.dependsOnZone[i];
            print({QStringLiteral("  ") + toQString(snapshot.time.toString()), text::pruneVerdictWords(prune.marks[i].verdict),
                   text::pruneReason(snapshot, prune.marks[i], m_options, zone),
                   depends ? tr("depends on the time zone", "verdict on a snapshot") : QString()});
        }
    });
    output.line();
}

void PrunePreviewCommand::printTotals() const
{
    Output &output = m_invocation.output;
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
    printTable(output, columns, [&](const Print &print) {
        print({tr("Namespace"), tr("Groups"), tr("Keep"), tr("Unfinished"), tr("Protected"), tr("Remove"), tr("Size that goes")});
        for (const NamespacePrune &each : m_plan.namespaces)
            print(row(text::namespaceName(each.ns.toString()), each.counts));
        print(row(tr("all together", "sum of a table"), m_plan.totals));
    });
    output.line();
    for (const PruneScope::GroupAt &each : m_plan.left)
        output.line(
            tr("%1 in %2 is left alone: PBS cannot list it.").arg(printable(each.id.toString()), text::namespaceName(each.ns.toString())));
    if (m_plan.totals.removed > 0)
        output.line(tr("Space comes back with garbage collection only, and only where no other snapshot has the same data."));
}

Json PrunePreviewCommand::toJson(const PruneCounts &counts)
{
    return {{"groups", counts.groups},        {"keep", counts.kept},
            {"keep-partial", counts.partial}, {"protected", counts.protectedOnes},
            {"remove", counts.removed},       {"remove-bytes", counts.sizeIsKnown ? Json(counts.removedBytes) : Json()}};
}

Json PrunePreviewCommand::toJson(const GroupPrune &prune) const
{
    const TimeZone zone = m_zone ? m_zone->zone : TimeZone();
    Json snapshots = Json::array();
    for (std::size_t i = 0; i < prune.marks.size(); ++i) {
        Json snapshot = cli::toJson(candidate(prune.group->snapshots[i]), prune.marks[i], m_options, zone);
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

void PrunePreviewCommand::printJson(const StoreSession &session) const
{
    Json namespaces = Json::array();
    for (const NamespacePrune &each : m_plan.namespaces)
        namespaces.push_back({{"ns", each.ns.toString()}, {"counts", toJson(each.counts)}});
    Json groups = Json::array();
    for (const GroupPrune &each : m_plan.groups)
        groups.push_back(toJson(each));
    Json left = Json::array();
    for (const PruneScope::GroupAt &each : m_plan.left)
        left.push_back({{"ns", each.ns.toString()}, {"backup-type", toString(each.id.type())}, {"backup-id", each.id.id()}});
    Json warnings = Json::array();
    for (const Error &warning : m_warnings)
        warnings.push_back(cli::toJson(warning));
    m_invocation.output.line(toQString(dump({{"path", session.place().path()},
                                             {"name", session.name()},
                                             {"keep", cli::toJson(m_options)},
                                             {"keep-all", m_options.keepsAll()},
                                             {"sentence", toStdString(text::keepSentence(m_options))},
                                             {"zone", m_zone ? Json(m_zone->name) : Json()},
                                             {"totals", toJson(m_plan.totals)},
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
