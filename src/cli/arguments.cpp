// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/arguments.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <iterator>

namespace espalier::cli {

namespace {

using Options = std::vector<OptionSpec>;

const Options keepRules{{"--keep-last", "N"},   {"--keep-hourly", "N"},  {"--keep-daily", "N"},
                        {"--keep-weekly", "N"}, {"--keep-monthly", "N"}, {"--keep-yearly", "N"}};

/// What agrees to removals.
const Options removalBudget{{"--max-removed", "N"}, {"--max-share", "PERCENT"}, {"--allow-last", ""}};

/// What a sync copies, as PBS names it.
const Options syncRules{{"--ns", "NS"},
                        {"--remote-ns", "NS"},
                        {"--owner", "AUTH-ID"},
                        {"--max-depth", "N"},
                        {"--transfer-last", "N"},
                        {"--group-filter", "FILTER", false, true},
                        {"--remove-vanished", ""},
                        {"--verified-only", ""},
                        {"--encrypted-only", ""},
                        {"--resync-corrupt", ""}};
/// How a sync copies.
const Options syncPace{
    {"--worker-threads", "N"}, {"--rate-in", "RATE"}, {"--burst-in", "SIZE"}, {"--rate-out", "RATE"}, {"--burst-out", "SIZE"}};
const Options syncEnds{{"--source", "DIR", true}, {"--target", "DIR", true}};
const Options exactSync{{"--exact-pbs", ""}};

/// What only a sync job has.
const Options syncJobProperties{{"--schedule", "EVENT"}, {"--comment", "TEXT"}, {"--sync-direction", "pull|push"},
                                {"--store", "NAME"},     {"--remote", "NAME"},  {"--remote-store", "NAME"},
                                {"--zone", "ZONE"},      {"--disable", ""}};

/// Whose job is meant.
const Options jobOwners{{"--own", ""}, {"--host", ""}};

Options joined(std::initializer_list<Options> lists)
{
    Options all;
    for (const Options &list : lists)
        all.insert(all.end(), list.begin(), list.end());
    return all;
}

const std::vector<CommandSpec> commands{
    {CommandId::Tree, "tree", {{"DIR"}}, {{"--depth", "N"}, {"--snapshots", ""}, {"--details", ""}}},
    {CommandId::Findings, "findings", {{"DIR"}}, {}},
    {CommandId::Overlaps, "overlaps", {{"DIR"}}, {{"--guests", ""}}},
    {CommandId::Show, "show", {{"DIR"}, {"NS", false}, {"TYPE/ID[/TIME]", false}}, {}},
    {CommandId::Move,
     "move",
     {{"DIR"}, {"TYPE/ID", true, true}},
     {{"--from", "NS"},
      {"--to", "NS", true},
      {"--merge", ""},
      {"--take-foreign-entries", ""},
      {"--keep-going", ""},
      {"--adapt-jobs", ""},
      {"--storage-cfg", "FILE"},
      {"--wait", ""},
      {"--save-plan", "FILE"}}},
    {CommandId::ListNamespaces, "namespace list", {{"DIR"}, {"NS", false}}, {}},
    {CommandId::CreateNamespace, "namespace create", {{"DIR"}, {"NS"}}, {{"--wait", ""}, {"--save-plan", "FILE"}}},
    {CommandId::MoveNamespace,
     "namespace move",
     {{"DIR"}, {"NS"}, {"NEW-FULL-NAME"}},
     {{"--max-depth", "N"},
      {"--keep-source", ""},
      {"--merge", ""},
      {"--take-foreign-entries", ""},
      {"--keep-going", ""},
      {"--adapt-jobs", ""},
      {"--storage-cfg", "FILE"},
      {"--wait", ""},
      {"--save-plan", "FILE"}}},
    {CommandId::RenameNamespace,
     "namespace rename",
     {{"DIR"}, {"NS"}, {"NAME"}},
     {{"--take-foreign-entries", ""}, {"--adapt-jobs", ""}, {"--storage-cfg", "FILE"}, {"--wait", ""}, {"--save-plan", "FILE"}}},
    {CommandId::CopyNamespaces, "namespace copy", {{"DIR"}, {"NS"}, {"NEW-FULL-NAME"}}, {{"--wait", ""}, {"--save-plan", "FILE"}}},
    {CommandId::DeleteNamespace,
     "namespace delete",
     {{"DIR"}, {"NS"}},
     joined({{{"--with-groups", ""}}, removalBudget, {{"--wait", ""}, {"--save-plan", "FILE"}}})},
    {CommandId::MergeGroups,
     "group merge",
     {{"DIR"}, {"TYPE/ID", true, true}},
     {{"--from", "NS"},
      {"--to", "NS", true},
      {"--take-foreign-entries", ""},
      {"--keep-going", ""},
      {"--adapt-jobs", ""},
      {"--storage-cfg", "FILE"},
      {"--wait", ""},
      {"--save-plan", "FILE"}}},
    {CommandId::ChangeOwner,
     "group owner",
     {{"DIR"}, {"TYPE/ID", true, true}},
     {{"--ns", "NS"}, {"--to", "AUTH-ID", true}, {"--keep-going", ""}, {"--wait", ""}, {"--save-plan", "FILE"}}},
    {CommandId::Notes, "group notes", {{"DIR"}, {"TYPE/ID"}}, {{"--ns", "NS"}, {"--set", "TEXT"}, {"--wait", ""}, {"--save-plan", "FILE"}}},
    {CommandId::Protect,
     "snapshot protect",
     {{"DIR"}, {"TYPE/ID/TIME", true, true}},
     {{"--ns", "NS"}, {"--keep-going", ""}, {"--wait", ""}, {"--save-plan", "FILE"}}},
    {CommandId::Unprotect,
     "snapshot unprotect",
     {{"DIR"}, {"TYPE/ID/TIME", true, true}},
     {{"--ns", "NS"}, {"--keep-going", ""}, {"--wait", ""}, {"--save-plan", "FILE"}}},
    {CommandId::DeleteSnapshots,
     "snapshot delete",
     {{"DIR"}, {"TYPE/ID/TIME", true, true}},
     joined({{{"--ns", "NS"}}, removalBudget, {{"--keep-going", ""}, {"--wait", ""}, {"--save-plan", "FILE"}}})},
    {CommandId::DeleteGroups,
     "group delete",
     {{"DIR"}, {"TYPE/ID", true, true}},
     joined({{{"--ns", "NS"}}, removalBudget, {{"--keep-going", ""}, {"--wait", ""}, {"--save-plan", "FILE"}}})},
    {CommandId::Apply,
     "apply",
     {{"PLAN"}, {"DIR", false}},
     joined({removalBudget, {{"--keep-going", ""}, {"--adapt-jobs", ""}, {"--storage-cfg", "FILE"}, {"--wait", ""}}})},
    {CommandId::Undo, "undo", {{"DIR"}, {"RUN", false}}, {{"--group", "TYPE/ID"}, {"--new-backups", "take|leave"}, {"--wait", ""}}},
    {CommandId::Recover,
     "recover",
     {{"DIR"}, {"RUN", false}},
     joined({{{"--finish", ""}, {"--undo", ""}}, removalBudget, {{"--keep-going", ""}, {"--wait", ""}}})},
    {CommandId::History, "history", {{"DIR"}}, {}},
    {CommandId::Schedule, "schedule", {{"EVENT"}}, {{"--from", "TIME"}, {"--zone", "ZONE"}, {"--count", "N"}}},
    {CommandId::SimulatePrune,
     "prune simulate",
     {},
     joined({keepRules,
             {{"--rhythm", "EVENT", false, true},
              {"--from", "TIME"},
              {"--until", "TIME"},
              {"--times", "TIME|-", false, true},
              {"--zone", "ZONE"},
              {"--all", ""},
              {"--json-lines", ""}}})},
    {CommandId::PreviewPrune,
     "prune preview",
     {{"DIR"}, {"TYPE[/ID]", false}},
     joined({{{"--job", "ID"}},
             jobOwners,
             keepRules,
             {{"--ns", "NS"}, {"--max-depth", "N"}, {"--zone", "ZONE"}, {"--snapshots", ""}, {"--details", ""}}})},
    {CommandId::Prune,
     "prune run",
     {{"DIR"}, {"TYPE[/ID]", false}},
     joined({{{"--job", "ID"}},
             jobOwners,
             keepRules,
             {{"--ns", "NS"}, {"--max-depth", "N"}, {"--zone", "ZONE"}, {"--snapshots", ""}},
             removalBudget,
             {{"--wait", ""}, {"--save-plan", "FILE"}}})},
    {CommandId::ListPruneJobs, "prune job list", {}, jobOwners},
    {CommandId::ShowPruneJob, "prune job show", {{"ID"}}, jobOwners},
    {CommandId::RunPruneJob,
     "prune job run",
     {{"ID"}},
     joined({jobOwners, {{"--zone", "ZONE"}, {"--snapshots", ""}}, removalBudget, {{"--wait", ""}, {"--save-plan", "FILE"}}})},
    {CommandId::CreatePruneJob,
     "prune job create",
     {{"ID"}, {"DIR"}},
     joined({{{"--schedule", "EVENT", true}},
             keepRules,
             {{"--ns", "NS"}, {"--max-depth", "N"}, {"--comment", "TEXT"}, {"--disable", ""}, {"--store", "NAME"}, {"--zone", "ZONE"}},
             removalBudget})},
    {CommandId::EditPruneJob,
     "prune job edit",
     {{"ID"}},
     joined({jobOwners,
             {{"--schedule", "EVENT"}},
             keepRules,
             {{"--ns", "NS"},
              {"--max-depth", "N"},
              {"--comment", "TEXT"},
              {"--disable", ""},
              {"--store", "NAME"},
              {"--delete", "KEY", false, true},
              {"--place", "DIR"},
              {"--zone", "ZONE"}},
             removalBudget})},
    {CommandId::RemovePruneJob, "prune job remove", {{"ID"}}, {}},
    {CommandId::EnablePruneJob, "prune job enable", {{"ID"}}, jobOwners},
    {CommandId::DisablePruneJob, "prune job disable", {{"ID"}}, jobOwners},
    {CommandId::ImportPruneJobs, "prune job import", {{"ID", false, true}}, {}},
    {CommandId::ExportPruneJobs, "prune job export", {{"ID", false, true}}, joined({jobOwners, {{"--output", "FILE"}}})},
    {CommandId::Sync,
     "sync run",
     {},
     joined({syncEnds, syncRules, syncPace, exactSync, removalBudget, {{"--threads", "N"}, {"--skip-digests", ""}, {"--snapshots", ""}}})},
    {CommandId::PreviewSync, "sync preview", {}, joined({syncEnds, syncRules, exactSync, {{"--snapshots", ""}}})},
    {CommandId::MoveToStore,
     "sync move",
     {{"TYPE/ID", false, true}},
     joined({syncEnds,
             {{"--from", "NS"}, {"--to", "NS"}, {"--namespace", ""}, {"--keep-going", ""}},
             removalBudget,
             {{"--threads", "N"}, {"--snapshots", ""}}})},
    {CommandId::ListSyncJobs, "sync job list", {}, jobOwners},
    {CommandId::ShowSyncJob, "sync job show", {{"ID"}}, jobOwners},
    {CommandId::RunSyncJob,
     "sync job run",
     {{"ID"}},
     joined({jobOwners, removalBudget, {{"--threads", "N"}, {"--skip-digests", ""}, {"--snapshots", ""}}})},
    {CommandId::CreateSyncJob, "sync job create", {{"ID"}}, joined({syncEnds, syncRules, syncPace, syncJobProperties, removalBudget})},
    {CommandId::EditSyncJob,
     "sync job edit",
     {{"ID"}},
     joined({{{"--source", "DIR"}, {"--target", "DIR"}},
             syncRules,
             syncPace,
             syncJobProperties,
             {{"--delete", "KEY", false, true}},
             removalBudget})},
    {CommandId::RemoveSyncJob, "sync job remove", {{"ID"}}, {}},
    {CommandId::EnableSyncJob, "sync job enable", {{"ID"}}, {}},
    {CommandId::DisableSyncJob, "sync job disable", {{"ID"}}, {}},
    {CommandId::ImportSyncJobs, "sync job import", {{"ID", false, true}}, {}},
    {CommandId::ExportSyncJobs, "sync job export", {{"ID", false, true}}, joined({jobOwners, {{"--output", "FILE"}}})},
    {CommandId::ShowMaintenance, "maintenance show", {{"DIR"}}, {}},
    {CommandId::SetMaintenance, "maintenance set", {{"DIR"}, {"MODE"}}, {{"--message", "TEXT"}}},
    {CommandId::ClearMaintenance, "maintenance clear", {{"DIR"}}, {}},
    {CommandId::RunDue, "run-due", {}, {}},
    {CommandId::InstallTimer, "timer install", {}, {}},
    {CommandId::RemoveTimer, "timer remove", {}, {}},
    {CommandId::TimerStatus, "timer status", {}, {}},
    {CommandId::Demo, "demo", {{"DIR"}}, {{"--namespaces", "N"}, {"--groups", "N"}, {"--snapshots", "N"}, {"--seed", "N"}}},
    {CommandId::Help, "help", {{"COMMAND", false, true}}, {}},
    {CommandId::Version, "version", {}, {}},
};

const std::vector<OptionSpec> common{{"--json", ""},           {"--yes", ""}, {"--dry-run", ""}, {"--pbs-root", "DIR"},
                                     {"--ssh-config", "FILE"}, {"--help", ""}};

const OptionSpec *findOption(const CommandSpec &command, std::string_view name)
{
    for (const auto &list : {std::span<const OptionSpec>(command.options), commonOptions()}) {
        const auto at = std::ranges::find(list, name, &OptionSpec::name);
        if (at != list.end())
            return &*at;
    }
    return nullptr;
}

/// The command that the first words name, and how many words that are.
Result<std::pair<const CommandSpec *, std::size_t>> commandOf(std::span<const std::string> words)
{
    if (words.empty())
        return fail(Error::Kind::InvalidInput, MessageId::UsageMissingArgument, "COMMAND");
    if (words[0].starts_with("-"))
        return fail(Error::Kind::InvalidInput, MessageId::UsageUnknownOption, words[0]);
    std::string name; // words that commands begin with
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (const CommandSpec *command = findCommand(name + words[i]))
            return std::pair(command, i + 1);
        name += words[i];
        if (std::ranges::none_of(commands, [&](const CommandSpec &command) { return command.name.starts_with(name + " "); }))
            return fail(Error::Kind::InvalidInput, MessageId::UsageUnknownCommand, name);
        name += ' ';
    }
    return fail(Error::Kind::InvalidInput, MessageId::UsageMissingArgument, name + "COMMAND");
}

} // namespace

std::string CommandSpec::usage() const
{
    std::string text(name);
    for (const PositionalSpec &positional : positionals)
        text += std::format(" {}{}{}{}", positional.isRequired ? "" : "[", positional.name, positional.isRepeated ? "…" : "",
                            positional.isRequired ? "" : "]");
    for (const OptionSpec &option : options) {
        const std::string whole = option.value.empty() ? std::string(option.name) : std::format("{} {}", option.name, option.value);
        text += option.isRequired ? " " + whole : " [" + whole + "]" + (option.isRepeated ? "…" : "");
    }
    return text;
}

std::span<const CommandSpec> commandSpecs()
{
    return commands;
}

std::span<const OptionSpec> commonOptions()
{
    return common;
}

const CommandSpec *findCommand(std::string_view name)
{
    const auto at = std::ranges::find(commands, name, &CommandSpec::name);
    return at != commands.end() ? &*at : nullptr;
}

Result<Arguments> Arguments::parse(std::span<const std::string> words)
{
    Arguments arguments;
    if (words.size() == 1 && words[0] == "--version") {
        arguments.m_command = findCommand("version");
        return arguments;
    }
    if (!words.empty() && (words[0] == "--help" || words[0] == "-h")) {
        arguments.m_command = findCommand("help");
        arguments.m_positionals.assign(words.begin() + 1, words.end());
        return arguments;
    }
    const auto named = commandOf(words);
    if (!named)
        return failWith(named);
    arguments.m_command = named->first;
    if (const Done parsed = arguments.parseOptions(words.subspan(named->second)); !parsed)
        return failWith(parsed);
    if (arguments.has("--help"))
        return arguments; // whatever else is missing
    if (const Done checked = arguments.checkPositionals(); !checked)
        return failWith(checked);
    return arguments;
}

Done Arguments::parseOptions(std::span<const std::string> words)
{
    bool onlyPositionals = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (onlyPositionals || word.size() < 2 || word[0] != '-') {
            m_positionals.push_back(word);
            continue;
        }
        if (word == "--") {
            onlyPositionals = true;
            continue;
        }
        const auto equals = word.find('=');
        const std::string name = word == "-h" ? "--help" : word.substr(0, equals);
        const OptionSpec *option = findOption(*m_command, name);
        if (!option)
            return fail(Error::Kind::InvalidInput, MessageId::UsageUnknownOption, name);
        if (has(name) && !option->isRepeated)
            return fail(Error::Kind::InvalidInput, MessageId::UsageUnexpectedArgument, word);
        if (option->value.empty() && equals != std::string::npos)
            return fail(Error::Kind::InvalidInput, MessageId::UsageUnexpectedArgument, word);
        if (option->value.empty()) {
            m_values.emplace(name, std::string());
        } else if (equals != std::string::npos) {
            m_values.emplace(name, word.substr(equals + 1));
        } else if (i + 1 < words.size()) {
            m_values.emplace(name, words[++i]);
        } else {
            return fail(Error::Kind::InvalidInput, MessageId::UsageMissingArgument, std::format("{} {}", name, option->value));
        }
    }
    return {};
}

Done Arguments::checkPositionals() const
{
    const auto &specs = m_command->positionals;
    const auto required = static_cast<std::size_t>(std::ranges::count(specs, true, &PositionalSpec::isRequired));
    if (m_positionals.size() < required)
        return fail(Error::Kind::InvalidInput, MessageId::UsageMissingArgument, specs[m_positionals.size()].name);
    const bool isOpen = !specs.empty() && specs.back().isRepeated;
    if (m_positionals.size() > specs.size() && !isOpen)
        return fail(Error::Kind::InvalidInput, MessageId::UsageUnexpectedArgument, m_positionals[specs.size()]);
    for (const OptionSpec &option : m_command->options) {
        if (option.isRequired && !has(option.name))
            return fail(Error::Kind::InvalidInput, MessageId::UsageMissingArgument, std::format("{} {}", option.name, option.value));
    }
    return {};
}

std::optional<std::string> Arguments::value(std::string_view option) const
{
    const auto at = m_values.find(option);
    return at != m_values.end() ? std::optional(at->second) : std::nullopt;
}

std::vector<std::string> Arguments::values(std::string_view option) const
{
    std::vector<std::string> values;
    const auto [begin, end] = m_values.equal_range(option);
    std::ranges::transform(begin, end, std::back_inserter(values), [](const auto &each) { return each.second; });
    return values;
}

Result<std::optional<std::size_t>> Arguments::number(std::string_view option, std::size_t largest) const
{
    const std::optional<std::string> text = value(option);
    if (!text)
        return std::nullopt;
    std::size_t parsed = 0;
    const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), parsed);
    if (problem != std::errc() || end != text->data() + text->size() || parsed > largest)
        return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, option, *text, std::format("0…{}", largest));
    return parsed;
}

} // namespace espalier::cli
