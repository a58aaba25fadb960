// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/storemovelist.h"

#include "cli/table.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

namespace espalier::cli {

/// The sentences of a move's preview.
class StoreMovePreview
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::StoreMovePreview)

public:
    static QString removals(const Removals &removals)
    {
        return tr("At the source %1 of %2 go for good, each once it was compared with its copy.", "number of snapshots, number of groups")
            .arg(tr("%n snapshot(s)", nullptr, int(removals.snapshots)), tr("%n group(s)", "of which", int(removals.groups.size())));
    }

    static QString becomes(SyncAction action)
    {
        return action == SyncAction::Copy ? tr("copied, compared, removed", "what becomes of a snapshot")
                                          : tr("compared, removed", "what becomes of a snapshot whose copy is there");
    }
};

namespace {

using Print = std::function<void(const TableRow &)>;

QString number(std::size_t count)
{
    return count > 0 ? QString::number(count) : QString();
}

/// "2025-01-01T00:00:00Z .. 2025-02-01T00:00:00Z"
QString times(const Group &group)
{
    if (group.snapshots.empty())
        return {};
    const QString first = toQString(group.snapshots.front().time.toString());
    const QString last = toQString(group.snapshots.back().time.toString());
    return first == last ? first : first + QStringLiteral(" .. ") + last;
}

Json groupToJson(const StoreMoveGroup &group)
{
    Json snapshots = Json::array();
    for (const Snapshot &snapshot : group.source->snapshots) {
        const auto mark = std::ranges::find(group.marks, snapshot.time, &SyncMark::time);
        const bool isCopied = mark != group.marks.end() && mark->action == SyncAction::Copy;
        snapshots.push_back({{"backup-time", snapshot.time.toString()},
                             {"copy", !group.refused && isCopied},
                             {"remove", !group.refused},
                             {"protected", snapshot.isProtected}});
    }
    return {{"backup-type", toString(group.id.type())},
            {"backup-id", group.id.id()},
            {"from", group.from.toString()},
            {"to", group.to.toString()},
            {"new", !group.target},
            {"refused", cli::toJson(group.refused)},
            {"snapshots", std::move(snapshots)}};
}

Json namesToJson(const std::vector<NamespacePath> &namespaces)
{
    Json names = Json::array();
    for (const NamespacePath &ns : namespaces)
        names.push_back(ns.toString());
    return names;
}

} // namespace

void StoreMoveList::print() const
{
    Output &output = m_invocation.output;
    if (m_invocation.arguments.has("--snapshots"))
        printSnapshots();
    else
        printGroups();
    output.line();
    for (const NamespacePath &ns : m_plan.made)
        output.line(StoreMovePreview::tr("Makes the namespace %1 at the target.").arg(text::namespaceName(ns.toString())));
    output.line(StoreMovePreview::tr("Copies %n snapshot(s), at most %1.", nullptr, int(m_plan.count(SyncAction::Copy)))
                    .arg(humanSize(m_plan.bytesToCopy())));
    if (const Removals removals = m_plan.removals(); !removals.isEmpty())
        output.line(StoreMovePreview::removals(removals));
    for (const NamespacePath &ns : m_plan.emptied)
        output.line(StoreMovePreview::tr("Removes the namespace %1 at the source, if nothing is left in it.")
                        .arg(text::namespaceName(ns.toString())));
    for (const Error &problem : m_plan.problems)
        output.line(text::oneLine(problem));
    for (const StoreMoveGroup &group : m_plan.groups) {
        if (group.refused)
            output.line(text::oneLine(*group.refused));
    }
}

void StoreMoveList::printGroups() const
{
    const std::vector<Align> columns{Align::Left,  Align::Left,  Align::Left, Align::Right, Align::Right,
                                     Align::Right, Align::Right, Align::Left, Align::Left};
    printTable(m_invocation.output, columns, [this](const Print &print) {
        print({StoreMovePreview::tr("From"), StoreMovePreview::tr("To"), StoreMovePreview::tr("Group"), StoreMovePreview::tr("Copy"),
               StoreMovePreview::tr("Remove"), StoreMovePreview::tr("Protected"), StoreMovePreview::tr("Size"),
               StoreMovePreview::tr("Snapshots"), QString()});
        for (const StoreMoveGroup &group : m_plan.groups) {
            const bool isRefused = group.refused.has_value();
            print({text::namespaceName(group.from.toString()), text::namespaceName(group.to.toString()), printable(group.id.toString()),
                   isRefused ? QString() : number(group.count(SyncAction::Copy)),
                   isRefused ? QString() : number(group.source->snapshots.size()), number(group.protectedSnapshots()),
                   group.bytesToCopy() > 0 && !isRefused ? humanSize(group.bytesToCopy()) : QString(), times(*group.source),
                   isRefused ? StoreMovePreview::tr("refused", "a group") : QString()});
        }
    });
}

void StoreMoveList::printSnapshots() const
{
    for (const StoreMoveGroup &group : m_plan.groups) {
        if (group.refused)
            continue;
        m_invocation.output.line(
            StoreMovePreview::tr("%1 from %2 to %3", "a group and two namespaces")
                .arg(printable(group.id.toString()), text::namespaceName(group.from.toString()), text::namespaceName(group.to.toString())));
        printTable(m_invocation.output, {Align::Left, Align::Left, Align::Left}, [&](const Print &print) {
            for (const SyncMark &mark : group.marks) {
                const auto at = std::ranges::find(group.source->snapshots, mark.time, &Snapshot::time);
                if (at != group.source->snapshots.end())
                    print({QStringLiteral("  ") + toQString(mark.time.toString()), StoreMovePreview::becomes(mark.action),
                           at->isProtected ? StoreMovePreview::tr("protected", "a snapshot") : QString()});
            }
        });
    }
}

Json StoreMoveList::toJson() const
{
    Json groups = Json::array();
    for (const StoreMoveGroup &group : m_plan.groups)
        groups.push_back(groupToJson(group));
    Json problems = Json::array();
    for (const Error &problem : m_plan.problems)
        problems.push_back(cli::toJson(problem));
    const Removals removals = m_plan.removals();
    return {{"copy", m_plan.count(SyncAction::Copy)},
            {"copy-bytes", m_plan.bytesToCopy()},
            {"remove", removals.snapshots},
            {"remove-groups", removals.groups.size()},
            {"refused", m_plan.refusals()},
            {"new-namespaces", namesToJson(m_plan.made)},
            {"emptied-namespaces", namesToJson(m_plan.emptied)},
            {"groups", std::move(groups)},
            {"problems", std::move(problems)}};
}

} // namespace espalier::cli
