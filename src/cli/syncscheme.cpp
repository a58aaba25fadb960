// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/syncscheme.h"

#include "cli/syncjobs.h"
#include "cli/table.h"
#include "core/jobs/jobends.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/syncwords.h"
#include "text/utf8.h"

#include <QCoreApplication>

namespace espalier::cli {

/// The sentences of a sync's preview.
class SyncPreview
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::SyncPreview)
};

namespace {

using Print = std::function<void(const TableRow &)>;

QString number(std::size_t count)
{
    return count > 0 ? QString::number(count) : QString();
}

std::uint64_t bytesOf(const SyncGroup &group)
{
    std::uint64_t bytes = 0;
    for (const SyncMark &mark : group.marks)
        bytes += mark.action == SyncAction::Copy || mark.action == SyncAction::Resync ? mark.bytes : 0;
    return bytes;
}

TableRow rowOf(const NamespacePath &ns, const SyncGroup &group)
{
    QString remark;
    if (group.refused)
        remark = SyncPreview::tr("refused", "a group");
    else if (group.isVanished)
        remark = group.goes() ? SyncPreview::tr("goes", "a group") : SyncPreview::tr("vanished", "a group");
    else if (!group.target)
        remark = SyncPreview::tr("new", "a group");
    return {text::namespaceName(ns.toString()),
            printable(group.id.toString()),
            number(group.count(SyncAction::Copy)),
            number(group.count(SyncAction::Check) + group.count(SyncAction::Resync)),
            number(group.count(SyncAction::Skip)),
            number(group.count(SyncAction::Remove)),
            number(group.count(SyncAction::Keep)),
            bytesOf(group) > 0 ? humanSize(bytesOf(group)) : QString(),
            remark};
}

std::string_view name(SyncAction action)
{
    constexpr std::string_view names[] = {"copy", "check", "resync", "skip", "remove", "keep"};
    return names[std::to_underlying(action)];
}

std::string_view name(SyncReason reason)
{
    constexpr std::string_view names[] = {"",          "in-progress", "not-verified", "not-encrypted", "older-than-target", "transfer-last",
                                          "protected", "may-run",     "source-unsure"};
    return names[std::to_underlying(reason)];
}

Json groupToJson(const SyncGroup &group)
{
    Json snapshots = Json::array();
    for (const SyncMark &mark : group.marks)
        snapshots.push_back({{"backup-time", mark.time.toString()},
                             {"action", name(mark.action)},
                             {"reason", mark.reason == SyncReason::None ? Json() : Json(name(mark.reason))},
                             {"size", mark.bytes}});
    return {{"backup-type", toString(group.id.type())},
            {"backup-id", group.id.id()},
            {"new", !group.target},
            {"vanished", group.isVanished},
            {"refused", cli::toJson(group.refused)},
            {"snapshots", std::move(snapshots)}};
}

Json groupsToJson(const std::vector<SyncGroup> &groups)
{
    Json all = Json::array();
    for (const SyncGroup &group : groups)
        all.push_back(groupToJson(group));
    return all;
}

Json errorsToJson(const std::vector<Error> &errors)
{
    Json all = Json::array();
    for (const Error &error : errors)
        all.push_back(cli::toJson(error));
    return all;
}

} // namespace

SyncScheme::SyncScheme(const Invocation &invocation, OwnSyncJob job) : m_invocation(invocation), m_job(std::move(job)) {}

/// Two directories as they are named, or those of the job.
Done SyncScheme::readJob()
{
    if (m_job)
        return endsOf(*m_job).transform([this](const SyncJobEnds &ends) {
            m_sourceName = ends.source.toString();
            m_targetName = ends.target.toString();
            m_rules = m_job->job;
            m_options = m_rules.options();
        });
    static constexpr std::array<std::string_view, 5> ofRuns{"worker-threads", "rate-in", "burst-in", "rate-out", "burst-out"};
    SyncJob unnamed;
    unnamed.id = unnamed.store = unnamed.remoteStore = "unnamed";
    const auto job = withSyncOptions(m_invocation.arguments, std::move(unnamed)).and_then([this](SyncJob read) {
        return withProperties(m_invocation.arguments, std::move(read), ofRuns);
    });
    if (!job)
        return failWith(job);
    m_rules = *job;
    m_sourceName = *m_invocation.arguments.value("--source");
    m_targetName = *m_invocation.arguments.value("--target");
    m_options = job->options();
    m_options.exactPbs = m_invocation.arguments.has("--exact-pbs");
    return {};
}

SyncRunOptions SyncScheme::runOptions() const
{
    SyncRunOptions options;
    options.job = m_options;
    options.workers = static_cast<unsigned>(m_rules.workerThreads.value_or(0));
    options.rate = m_rules.rate();
    options.stop = m_invocation.stop;
    return options;
}

Result<Tree> SyncScheme::readTree(const Session &session) const
{
    const auto scanned = scanStore(m_invocation, session);
    if (!scanned)
        return failWith(scanned);
    const auto detailed = readAllDetails(m_invocation, session, scanned->tree);
    if (!detailed)
        return failWith(detailed);
    return detailed->tree;
}

Done SyncScheme::read(bool isForRun)
{
    if (const Done read = readJob(); !read)
        return read;
    auto source = openStore(m_invocation, m_sourceName);
    if (!source)
        return failWith(source);
    auto target = openStore(m_invocation, m_targetName);
    if (!target)
        return failWith(target);
    m_source = *std::move(source);
    m_target = *std::move(target);
    if (const Done differ = checkDifferentStores(m_source->place(), m_source->state(), m_target->place(), m_target->state()); !differ)
        return differ;
    if (const Done cleaned = isForRun ? m_target->service().cleanSyncLeftovers() : Done(); !cleaned)
        return cleaned;
    const auto sourceTree = readTree(*m_source);
    const auto targetTree = sourceTree ? readTree(*m_target) : sourceTree;
    if (!targetTree)
        return failWith(targetTree);
    auto plan = planSync(*sourceTree, *targetTree, m_options);
    if (!plan)
        return failWith(plan);
    m_plan = *std::move(plan);
    return {};
}

void SyncScheme::print() const
{
    Output &output = m_invocation.output;
    const std::vector<Align> columns{Align::Left,  Align::Left,  Align::Right, Align::Right, Align::Right,
                                     Align::Right, Align::Right, Align::Right, Align::Left};
    const auto forEach = [this](const auto &visit) {
        for (const SyncNamespace &ns : m_plan.namespaces)
            std::ranges::for_each(ns.groups, [&](const SyncGroup &group) { visit(ns.target, group); });
        for (const VanishedNamespace &ns : m_plan.vanished)
            std::ranges::for_each(ns.groups, [&](const SyncGroup &group) { visit(ns.path, group); });
    };
    if (m_invocation.arguments.has("--snapshots")) {
        forEach([this](const NamespacePath &ns, const SyncGroup &group) { printSnapshots(ns, group); });
    } else {
        printTable(output, columns, [&](const Print &print) {
            print({SyncPreview::tr("Namespace"), SyncPreview::tr("Group"), SyncPreview::tr("Copy"), SyncPreview::tr("Check"),
                   SyncPreview::tr("Skip"), SyncPreview::tr("Remove"), SyncPreview::tr("Keep"), SyncPreview::tr("Size"), QString()});
            forEach([&](const NamespacePath &ns, const SyncGroup &group) { print(rowOf(ns, group)); });
        });
        output.line();
    }
    if (const std::size_t made = m_plan.newNamespaces(); made > 0)
        output.line(SyncPreview::tr("Makes %n namespace(s).", nullptr, int(made)));
    output.line(SyncPreview::tr("Copies %n snapshot(s), at most %1.", nullptr,
                                int(m_plan.count(SyncAction::Copy) + m_plan.count(SyncAction::Resync)))
                    .arg(humanSize(m_plan.bytesToCopy())));
    if (const std::size_t removed = m_plan.count(SyncAction::Remove); removed > 0)
        output.line(SyncPreview::tr("Removes %n snapshot(s) for good.", nullptr, int(removed)));
    for (const Error &note : m_plan.notes)
        output.line(text::oneLine(note));
    for (const Error &problem : m_plan.problems)
        output.line(text::oneLine(problem));
}

void SyncScheme::printSnapshots(const NamespacePath &ns, const SyncGroup &group) const
{
    Output &output = m_invocation.output;
    output.line(
        SyncPreview::tr("%1 in %2", "a group and its namespace").arg(printable(group.id.toString()), text::namespaceName(ns.toString())));
    printTable(output, {Align::Left, Align::Left, Align::Left}, [&](const Print &print) {
        for (const SyncMark &mark : group.marks)
            print({QStringLiteral("  ") + toQString(mark.time.toString()), text::syncActionWords(mark.action),
                   text::syncReasonWords(mark.reason)});
    });
}

void SyncScheme::printRemovals() const
{
    const Removals removals = m_plan.removals();
    if (removals.isEmpty())
        return;
    m_invocation.output.line(SyncPreview::tr("These snapshots are removed for good:"));
    for (const Removals::OfGroup &each : removals.groups) {
        for (const SnapshotTime &time : each.times)
            m_invocation.output.line(
                QStringLiteral("  %1/%2 %3")
                    .arg(printable(each.group->id.toString()), toQString(time.toString()), text::namespaceName(each.ns.toString())));
    }
}

Json SyncScheme::toJson() const
{
    Json namespaces = Json::array();
    for (const SyncNamespace &ns : m_plan.namespaces)
        namespaces.push_back({{"source", ns.source.toString()},
                              {"target", ns.target.toString()},
                              {"new", ns.isNew},
                              {"refused", cli::toJson(ns.refused)},
                              {"groups", groupsToJson(ns.groups)}});
    Json vanished = Json::array();
    for (const VanishedNamespace &ns : m_plan.vanished)
        vanished.push_back({{"ns", ns.path.toString()}, {"groups", groupsToJson(ns.groups)}});
    return {{"exact-pbs", m_options.exactPbs},        {"copy", m_plan.count(SyncAction::Copy) + m_plan.count(SyncAction::Resync)},
            {"copy-bytes", m_plan.bytesToCopy()},     {"check", m_plan.count(SyncAction::Check)},
            {"skip", m_plan.count(SyncAction::Skip)}, {"remove", m_plan.count(SyncAction::Remove)},
            {"keep", m_plan.count(SyncAction::Keep)}, {"new-namespaces", m_plan.newNamespaces()},
            {"namespaces", std::move(namespaces)},    {"vanished-namespaces", std::move(vanished)},
            {"notes", errorsToJson(m_plan.notes)},    {"problems", errorsToJson(m_plan.problems)}};
}

} // namespace espalier::cli
