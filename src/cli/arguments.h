// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::cli {

enum class CommandId {
    Tree,
    Findings,
    Overlaps,
    Show,
    Move,
    ListNamespaces,
    CreateNamespace,
    MoveNamespace,
    RenameNamespace,
    CopyNamespaces,
    DeleteNamespace,
    MergeGroups,
    ChangeOwner,
    Notes,
    Protect,
    Unprotect,
    DeleteSnapshots,
    DeleteGroups,
    Apply,
    Undo,
    Recover,
    History,
    Schedule,
    SimulatePrune,
    PreviewPrune,
    Prune,
    ListPruneJobs,
    ShowPruneJob,
    RunPruneJob,
    CreatePruneJob,
    EditPruneJob,
    RemovePruneJob,
    ImportPruneJobs,
    ExportPruneJobs,
    EnablePruneJob,
    DisablePruneJob,
    Sync,
    PreviewSync,
    MoveToStore,
    ListSyncJobs,
    ShowSyncJob,
    RunSyncJob,
    CreateSyncJob,
    EditSyncJob,
    RemoveSyncJob,
    EnableSyncJob,
    DisableSyncJob,
    ImportSyncJobs,
    ExportSyncJobs,
    ShowMaintenance,
    SetMaintenance,
    ClearMaintenance,
    RunDue,
    InstallTimer,
    RemoveTimer,
    TimerStatus,
    Demo,
    Help,
    Version
};

struct OptionSpec
{
    std::string_view name;  ///< "--from"
    std::string_view value; ///< What stands for its value in the help; empty for a switch.
    bool isRequired = false;
    bool isRepeated = false; ///< May be given several times.
};

struct PositionalSpec
{
    std::string_view name;
    bool isRequired = true;
    bool isRepeated = false; ///< The last one only: at least one where it is required.
};

struct CommandSpec
{
    CommandId id;
    std::string_view name; ///< One to three words.
    std::vector<PositionalSpec> positionals;
    std::vector<OptionSpec> options; ///< Without those that all commands have.

    /// "move DIR TYPE/ID… [--from NS] --to NS", without the options that all commands have.
    std::string usage() const;
};

/// All commands, in the order of the help.
std::span<const CommandSpec> commandSpecs();

/// What every command takes: --json, --yes, --dry-run, --pbs-root, --help.
std::span<const OptionSpec> commonOptions();

/// Null where there is none.
const CommandSpec *findCommand(std::string_view name);

/// A command line, understood. Bytes are kept as they were given.
class Arguments
{
public:
    /// @p words come without the program's name. Fails with one of the Usage… messages.
    static Result<Arguments> parse(std::span<const std::string> words);

    const CommandSpec &command() const { return *m_command; }
    const std::vector<std::string> &positionals() const { return m_positionals; }
    bool has(std::string_view option) const { return m_values.contains(option); }
    std::optional<std::string> value(std::string_view option) const; ///< Nothing where it was not given.

    /// All values of an option that may be given several times, in their order.
    std::vector<std::string> values(std::string_view option) const;

    /// The value of @p option as a number up to @p largest; nothing where it was not given. Fails with UsageBadValue.
    Result<std::optional<std::size_t>> number(std::string_view option, std::size_t largest) const;

private:
    Done parseOptions(std::span<const std::string> words);
    Done checkPositionals() const;

    const CommandSpec *m_command = nullptr;
    std::vector<std::string> m_positionals;
    std::multimap<std::string, std::string, std::less<>> m_values;
};

} // namespace espalier::cli
