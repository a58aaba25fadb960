// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/shellcommands.h"

#include <algorithm>
#include <cctype>
#include <span>

namespace espalier {

namespace {

void addNamespace(ShellCommand &command, const char *option, const NamespacePath &ns)
{
    if (!ns.isRoot())
        command.insert(command.end(), {option, ns.toString()});
}

/// The commands of espalierctl.
struct OwnCommands
{
    std::string storePath;

    ShellCommand begun(std::initializer_list<std::string> words) const
    {
        ShellCommand command{"espalierctl"};
        command.insert(command.end(), words);
        command.push_back(storePath);
        return command;
    }

    static void addDecisions(ShellCommand &command, ForeignEntries foreignEntries, ExistingGroup existing)
    {
        if (existing != ExistingGroup::Undecided)
            command.emplace_back("--merge");
        if (foreignEntries == ForeignEntries::TakeAlong)
            command.emplace_back("--take-foreign-entries");
    }

    ShellCommand operator()(const CreateNamespace &change) const
    {
        ShellCommand command = begun({"namespace", "create"});
        command.push_back(change.path.toString());
        return command;
    }

    ShellCommand operator()(const DeleteNamespace &change) const
    {
        ShellCommand command = begun({"namespace", "delete"});
        command.push_back(change.path.toString());
        if (change.withGroups)
            command.emplace_back("--with-groups");
        return command;
    }

    ShellCommand operator()(const RemoveSnapshots &change) const
    {
        ShellCommand command = begun({"snapshot", "delete"});
        for (const SnapshotTime &time : change.times)
            command.push_back(change.group.toString() + '/' + time.toString());
        addNamespace(command, "--ns", change.ns);
        return command;
    }

    ShellCommand operator()(const RemoveGroup &change) const
    {
        ShellCommand command = begun({"group", "delete"});
        command.push_back(change.group.toString());
        addNamespace(command, "--ns", change.ns);
        return command;
    }

    ShellCommand operator()(const CopyNamespaces &change) const
    {
        ShellCommand command = begun({"namespace", "copy"});
        command.insert(command.end(), {change.from.toString(), change.to.toString()});
        return command;
    }

    ShellCommand operator()(const MoveGroup &change) const
    {
        ShellCommand command = begun({"move"});
        command.push_back(change.group.toString());
        addNamespace(command, "--from", change.from);
        command.insert(command.end(), {"--to", change.to.toString()});
        addDecisions(command, change.foreignEntries, change.existing);
        return command;
    }

    ShellCommand operator()(const MoveNamespace &change) const
    {
        ShellCommand command = begun({"namespace", "move"});
        command.insert(command.end(), {change.from.toString(), change.to.toString()});
        if (change.maxDepth)
            command.insert(command.end(), {"--max-depth", std::to_string(*change.maxDepth)});
        if (change.keepSource)
            command.emplace_back("--keep-source");
        addDecisions(command, change.foreignEntries, change.existing);
        return command;
    }

    ShellCommand operator()(const ChangeOwner &change) const
    {
        ShellCommand command = begun({"group", "owner"});
        command.push_back(change.group.toString());
        addNamespace(command, "--ns", change.ns);
        command.insert(command.end(), {"--to", change.owner.toString()});
        return command;
    }

    ShellCommand operator()(const ChangeNotes &change) const
    {
        ShellCommand command = begun({"group", "notes"});
        command.push_back(change.group.toString());
        addNamespace(command, "--ns", change.ns);
        command.insert(command.end(), {"--set", change.notes});
        return command;
    }

    ShellCommand operator()(const ChangeProtection &change) const
    {
        ShellCommand command = begun({"snapshot", change.isProtected ? "protect" : "unprotect"});
        command.push_back(change.group.toString() + '/' + change.time.toString());
        addNamespace(command, "--ns", change.ns);
        return command;
    }
};

/// The commands of PBS's client: moving since 4.1.10 (move-semantics §1), the others since 2.2 (its documentation, "Backup Client
/// Usage").
struct ClientCommands
{
    const Step &step;

    static ShellCommand begun(std::initializer_list<std::string> words)
    {
        ShellCommand command{"proxmox-backup-client"};
        command.insert(command.end(), words);
        return command;
    }

    StepCommands operator()(const CreateNamespace &change) const { return {{begun({"namespace", "create", change.path.toString()})}}; }

    StepCommands operator()(const DeleteNamespace &change) const
    {
        ShellCommand command = begun({"namespace", "delete", change.path.toString()});
        if (change.withGroups)
            command.insert(command.end(), {"--delete-groups", "true"});
        return {{std::move(command)}};
    }

    StepCommands operator()(const RemoveSnapshots &change) const
    {
        StepCommands all;
        for (const SnapshotTime &time : change.times) {
            ShellCommand command = begun({"snapshot", "forget", change.group.toString() + '/' + time.toString()});
            addNamespace(command, "--ns", change.ns);
            all.commands.push_back(std::move(command));
        }
        return all;
    }

    StepCommands operator()(const RemoveGroup &change) const
    {
        ShellCommand command = begun({"group", "forget", change.group.toString()});
        addNamespace(command, "--ns", change.ns);
        return {{std::move(command)}};
    }

    /// There is no command for all of it.
    StepCommands operator()(const CopyNamespaces &) const
    {
        StepCommands all;
        for (const Step &part : step.parts) {
            if (const auto *create = std::get_if<CreateNamespace>(&part.change))
                all.commands.push_back(begun({"namespace", "create", create->path.toString()}));
        }
        return all;
    }

    StepCommands operator()(const MoveGroup &change) const
    {
        ShellCommand command = begun({"group", "move", change.group.toString()});
        addNamespace(command, "--ns", change.from);
        addNamespace(command, "--target-ns", change.to);
        command.insert(command.end(), {"--merge-group", change.existing == ExistingGroup::Undecided ? "false" : "true"});
        return {{std::move(command)}};
    }

    StepCommands operator()(const MoveNamespace &change) const
    {
        ShellCommand command = begun({"namespace", "move", change.from.toString(), "--target-ns", change.to.toString()});
        if (change.maxDepth)
            command.insert(command.end(), {"--max-depth", std::to_string(*change.maxDepth)});
        if (change.keepSource)
            command.insert(command.end(), {"--delete-source", "false"});
        command.insert(command.end(), {"--merge-groups", change.existing == ExistingGroup::Undecided ? "false" : "true"});
        return {{std::move(command)}};
    }

    StepCommands operator()(const ChangeOwner &change) const
    {
        ShellCommand command = begun({"change-owner", change.group.toString(), change.owner.toString()});
        addNamespace(command, "--ns", change.ns);
        return {{std::move(command)}};
    }

    StepCommands operator()(const ChangeNotes &) const { return {{}, ByHand::NotesOfAGroup}; }

    StepCommands operator()(const ChangeProtection &change) const
    {
        ShellCommand command = begun({"snapshot", "protected", "update", change.group.toString() + '/' + change.time.toString(),
                                      change.isProtected ? "true" : "false"});
        addNamespace(command, "--ns", change.ns);
        return {{std::move(command)}};
    }
};

bool movesForeignEntries(const Step &step)
{
    const bool own = std::holds_alternative<MoveGroup>(step.change) && step.group && step.group->hasForeignEntries;
    return own || std::ranges::any_of(step.parts, movesForeignEntries);
}

} // namespace

std::string shellWord(std::string_view text)
{
    constexpr std::string_view plain = "/._-:+,@";
    const bool isPlain = !text.empty()
        && std::ranges::all_of(text, [&](unsigned char c) { return (c < 128 && std::isalnum(c)) || plain.contains(char(c)); });
    if (isPlain)
        return std::string(text);
    std::string word = "'";
    for (const char c : text) {
        if (c == '\'')
            word += "'\\''";
        else if (c != '\0') // no program can be given one
            word += c;
    }
    return word + '\'';
}

std::string shellLine(const ShellCommand &command)
{
    std::string line;
    for (const std::string &word : command)
        line += (line.empty() ? "" : " ") + shellWord(word);
    return line;
}

bool joinMoves(ShellCommand &command, const ShellCommand &next)
{
    constexpr std::size_t firstGroup = 3; // "espalierctl move DIR TYPE/ID … --to NS"
    constexpr std::size_t mostWords = 64;
    if (next.size() <= firstGroup || next[0] != "espalierctl" || next[1] != "move" || command.size() < next.size()
        || command.size() >= mostWords)
        return false;
    const auto groups = command.size() - next.size() + 1;
    const std::span<const std::string> before(command);
    const std::span<const std::string> added(next);
    if (!std::ranges::equal(before.first(firstGroup), added.first(firstGroup))
        || !std::ranges::equal(before.subspan(firstGroup + groups), added.subspan(firstGroup + 1)))
        return false;
    command.insert(command.begin() + std::ptrdiff_t(firstGroup + groups), next[firstGroup]);
    return true;
}

StepCommands stepCommands(const Step &step, ScriptFlavour flavour, const std::string &storePath)
{
    StepCommands all = flavour == ScriptFlavour::Espalierctl ? StepCommands{{std::visit(OwnCommands{storePath}, step.change)}}
                                                             : std::visit(ClientCommands{step}, step.change);
    if (step.verdict.level > Verdict::Level::Waits)
        all.byHand = ByHand::NotPossible;
    else if (flavour == ScriptFlavour::ProxmoxBackupClient && movesForeignEntries(step))
        all.byHand = ByHand::ForeignEntries;
    return all;
}

} // namespace espalier
