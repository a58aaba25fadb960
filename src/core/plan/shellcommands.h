// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

/// What to type to have a plan done: the commands of a script, without its comments.
namespace espalier {

/// Who does the work.
enum class ScriptFlavour {
    Espalierctl,         ///< This project's program, on the host of the datastore.
    ProxmoxBackupClient, ///< PBS's own client from 4.1.10 on, from anywhere.
};

/// @p text as one word of a POSIX shell, whatever is in it.
std::string shellWord(std::string_view text);

/// The words of one command; what a shell must be told literally is quoted by shellLine().
using ShellCommand = std::vector<std::string>;
std::string shellLine(const ShellCommand &command);

/// Adds the group of @p next to @p command where both are espalierctl's moves between the same namespaces, and not too many; tells
/// whether it did.
bool joinMoves(ShellCommand &command, const ShellCommand &next);

/// Why no command does a step.
enum class ByHand {
    Nothing,        ///< Commands do it.
    NotPossible,    ///< The plan says no.
    NotesOfAGroup,  ///< PBS's client has no command for it.
    ForeignEntries, ///< PBS's own move leaves a group behind that it cannot read any more (move-semantics §1).
};

struct StepCommands
{
    std::vector<ShellCommand> commands;
    ByHand byHand = ByHand::Nothing;
};

/// The commands for one step of a plan that was made with planFileContext(). @p storePath is for espalierctl.
StepCommands stepCommands(const Step &step, ScriptFlavour flavour, const std::string &storePath);

} // namespace espalier
