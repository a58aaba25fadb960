// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/changeoperation.h"
#include "cli/commands.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <unordered_set>

namespace espalier::cli {

namespace {

ForeignEntries foreignEntries(const Arguments &arguments)
{
    return arguments.has("--take-foreign-entries") ? ForeignEntries::TakeAlong : ForeignEntries::Undecided;
}

/// Whoever says --merge has looked at what is merged.
ExistingGroup existing(const Arguments &arguments)
{
    return arguments.has("--merge") ? ExistingGroup::MergeAnyhow : ExistingGroup::Undecided;
}

Result<GroupId> groupArgument(const std::string &text)
{
    auto group = GroupId::fromString(text);
    if (!group)
        return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "TYPE/ID", text, "vm/100");
    return group;
}

Result<std::vector<Change>> movesOf(const Arguments &arguments, ExistingGroup merge)
{
    const auto from = namespaceArgument("--from", arguments.value("--from").value_or(std::string()));
    if (!from)
        return failWith(from);
    const auto to = namespaceArgument("--to", arguments.value("--to").value_or(std::string()));
    if (!to)
        return failWith(to);
    std::vector<Change> changes;
    std::unordered_set<GroupId> seen;
    for (const std::string &text : arguments.positionals() | std::views::drop(1)) {
        const auto group = groupArgument(text);
        if (!group)
            return failWith(group);
        if (seen.insert(*group).second)
            changes.emplace_back(MoveGroup{*from, *group, *to, foreignEntries(arguments), merge});
    }
    return changes;
}

/// Runs what was understood of the command line, or tells what is wrong with it.
ExitCode runChanges(Invocation &invocation, Result<std::vector<Change>> changes)
{
    if (!changes)
        return report(invocation, changes.error());
    return ChangeOperation(invocation, std::move(*changes)).run();
}

/// The namespaces that the positional arguments behind DIR name.
Result<std::vector<NamespacePath>> namespaces(const Arguments &arguments)
{
    std::vector<NamespacePath> paths;
    for (const std::string &text : arguments.positionals() | std::views::drop(1)) {
        auto path = namespaceArgument("NS", text);
        if (!path)
            return failWith(path);
        paths.push_back(std::move(*path));
    }
    return paths;
}

Result<std::vector<Change>> namespaceMove(const Arguments &arguments)
{
    const auto paths = namespaces(arguments);
    if (!paths)
        return failWith(paths);
    const auto depth = arguments.number("--max-depth", std::size_t(NamespacePath::maxDepth));
    if (!depth)
        return failWith(depth);
    return std::vector<Change>{MoveNamespace{.from = paths->at(0),
                                             .to = paths->at(1),
                                             .maxDepth = *depth ? std::optional(int(**depth)) : std::nullopt,
                                             .keepSource = arguments.has("--keep-source"),
                                             .intoExisting = true,
                                             .foreignEntries = foreignEntries(arguments),
                                             .existing = existing(arguments)}};
}

Result<std::vector<Change>> namespaceRename(const Arguments &arguments)
{
    const auto from = namespaceArgument("NS", arguments.positionals()[1]);
    if (!from)
        return failWith(from);
    const std::string &name = arguments.positionals()[2];
    const auto to = from->parent().newChild(name);
    if (!to)
        return failWith(to);
    return std::vector<Change>{
        MoveNamespace{.from = *from, .to = *to, .maxDepth = std::nullopt, .foreignEntries = foreignEntries(arguments)}};
}

Result<NamespacePath> whereGroupIs(const Arguments &arguments)
{
    return namespaceArgument("--ns", arguments.value("--ns").value_or(std::string()));
}

Result<std::vector<Change>> ownerChanges(const Arguments &arguments)
{
    const auto ns = whereGroupIs(arguments);
    if (!ns)
        return failWith(ns);
    const auto owner = AuthId::fromString(arguments.value("--to").value_or(std::string()));
    if (!owner)
        return failWith(owner);
    std::vector<Change> changes;
    for (const std::string &text : arguments.positionals() | std::views::drop(1)) {
        const auto group = groupArgument(text);
        if (!group)
            return failWith(group);
        changes.emplace_back(ChangeOwner{*ns, *group, *owner});
    }
    return changes;
}

Result<std::vector<Change>> notesChange(const Arguments &arguments)
{
    const auto ns = whereGroupIs(arguments);
    const auto group = groupArgument(arguments.positionals()[1]);
    if (!ns || !group)
        return std::unexpected((ns ? group.error() : ns.error()));
    return std::vector<Change>{ChangeNotes{*ns, *group, arguments.value("--set").value_or(std::string())}};
}

using Snapshots = std::vector<std::pair<GroupId, SnapshotTime>>;

/// The snapshots that the positional arguments behind DIR name.
Result<Snapshots> snapshotArguments(const Arguments &arguments)
{
    Snapshots snapshots;
    for (const std::string &text : arguments.positionals() | std::views::drop(1)) {
        const std::size_t slash = text.rfind('/');
        const auto group = GroupId::fromString(text.substr(0, slash));
        const auto time = SnapshotTime::fromString(slash == std::string::npos ? std::string() : text.substr(slash + 1));
        if (!group || !time)
            return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "TYPE/ID/TIME", text, "vm/100/2026-11-01T02:00:00Z");
        snapshots.emplace_back(*group, *time);
    }
    return snapshots;
}

Result<std::vector<Change>> protectionChanges(const Arguments &arguments, bool isProtected)
{
    const auto ns = whereGroupIs(arguments);
    const auto snapshots = snapshotArguments(arguments);
    if (!ns || !snapshots)
        return std::unexpected(ns ? snapshots.error() : ns.error());
    std::vector<Change> changes;
    for (const auto &[group, time] : *snapshots)
        changes.emplace_back(ChangeProtection{*ns, group, time, isProtected});
    return changes;
}

/// One change for each group, whatever the order of its snapshots is.
Result<std::vector<Change>> snapshotRemovals(const Arguments &arguments)
{
    const auto ns = whereGroupIs(arguments);
    const auto snapshots = snapshotArguments(arguments);
    if (!ns || !snapshots)
        return std::unexpected(ns ? snapshots.error() : ns.error());
    std::map<GroupId, std::set<SnapshotTime>> times;
    for (const auto &[group, time] : *snapshots)
        times[group].insert(time);
    std::vector<Change> changes;
    for (const auto &[group, which] : times)
        changes.emplace_back(RemoveSnapshots{*ns, group, {which.begin(), which.end()}});
    return changes;
}

Result<std::vector<Change>> groupRemovals(const Arguments &arguments)
{
    const auto ns = whereGroupIs(arguments);
    if (!ns)
        return failWith(ns);
    std::vector<Change> changes;
    for (const std::string &text : arguments.positionals() | std::views::drop(1)) {
        const auto group = groupArgument(text);
        if (!group)
            return failWith(group);
        if (!std::ranges::contains(changes, Change(RemoveGroup{*ns, *group})))
            changes.emplace_back(RemoveGroup{*ns, *group});
    }
    return changes;
}

/// The notes of one group, as they are.
ExitCode printGroupNotes(Invocation &invocation)
{
    const auto ns = whereGroupIs(invocation.arguments);
    const auto group = groupArgument(invocation.arguments.positionals()[1]);
    if (!ns || !group)
        return report(invocation, ns ? group.error() : ns.error());
    const auto session = openStore(invocation);
    if (!session)
        return report(invocation, session.error());
    const auto notes = session->service().readNotes(*ns, *group);
    if (!notes)
        return report(invocation, notes.error());
    if (invocation.isJson())
        invocation.output.line(toQString(dump({{"ns", ns->toString()}, {"group", group->toString()}, {"notes", *notes}})));
    else if (!notes->empty())
        invocation.output.line(printable(*notes));
    return ExitCode::Done;
}

} // namespace

ExitCode runMove(Invocation &invocation)
{
    return runChanges(invocation, movesOf(invocation.arguments, existing(invocation.arguments)));
}

ExitCode runMergeGroups(Invocation &invocation)
{
    return runChanges(invocation, movesOf(invocation.arguments, ExistingGroup::MergeAnyhow));
}

ExitCode runCreateNamespace(Invocation &invocation)
{
    return runChanges(invocation, namespaces(invocation.arguments).transform([](const std::vector<NamespacePath> &paths) {
        return std::vector<Change>{CreateNamespace{paths.front()}};
    }));
}

ExitCode runMoveNamespace(Invocation &invocation)
{
    return runChanges(invocation, namespaceMove(invocation.arguments));
}

ExitCode runRenameNamespace(Invocation &invocation)
{
    return runChanges(invocation, namespaceRename(invocation.arguments));
}

ExitCode runCopyNamespaces(Invocation &invocation)
{
    return runChanges(invocation, namespaces(invocation.arguments).transform([](const std::vector<NamespacePath> &paths) {
        return std::vector<Change>{CopyNamespaces{paths[0], paths[1]}};
    }));
}

ExitCode runDeleteNamespace(Invocation &invocation)
{
    const bool withGroups = invocation.arguments.has("--with-groups");
    return runChanges(invocation, namespaces(invocation.arguments).transform([withGroups](const std::vector<NamespacePath> &paths) {
        return std::vector<Change>{DeleteNamespace{.path = paths.front(), .withGroups = withGroups}};
    }));
}

ExitCode runChangeOwner(Invocation &invocation)
{
    return runChanges(invocation, ownerChanges(invocation.arguments));
}

ExitCode runNotes(Invocation &invocation)
{
    if (invocation.arguments.has("--set"))
        return runChanges(invocation, notesChange(invocation.arguments));
    return printGroupNotes(invocation);
}

ExitCode runProtect(Invocation &invocation)
{
    return runChanges(invocation, protectionChanges(invocation.arguments, true));
}

ExitCode runUnprotect(Invocation &invocation)
{
    return runChanges(invocation, protectionChanges(invocation.arguments, false));
}

ExitCode runDeleteSnapshots(Invocation &invocation)
{
    return runChanges(invocation, snapshotRemovals(invocation.arguments));
}

ExitCode runDeleteGroups(Invocation &invocation)
{
    return runChanges(invocation, groupRemovals(invocation.arguments));
}

} // namespace espalier::cli
