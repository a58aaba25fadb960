// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <optional>
#include <vector>

namespace espalier {

/// What can be done about a verdict; each is a button in the window and a word on the command line.
enum class Cure {
    TakeForeignEntriesAlong, ///< Resolves PlanForeignFiles.
    ChooseOtherNamespace,    ///< The name is taken there.
    Merge,                   ///< Into the group or namespace of that name.
    MergeAnyhow,             ///< Although they look like backups of different guests.
    KeepBoth,                ///< In a new namespace beside the one that was wanted.
    ChangeOwner,             ///< Of what moves, to the owner of the group it merges into.
    CreateTargetNamespace,   ///< It does not exist.
    Wait,                    ///< For the garbage collection or task named by the reason.
};

/// What the planner says of a step.
struct Verdict
{
    enum class Level {
        WillDo,
        Waits,          ///< Would be done, but something that ends by itself is in the way (GC, a task).
        NeedsAttention, ///< Can be cured; not done until it is.
        Refused,        ///< Final.
    };

    Level level = Level::WillDo;
    std::optional<Error> reason; ///< Nothing where it will be done.
    std::vector<Cure> cures;

    /// True where a drop is worth accepting: everything but a final refusal.
    bool isAcceptable() const { return level != Level::Refused; }
    friend bool operator==(const Verdict &, const Verdict &) = default;
};

} // namespace espalier
