// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/groupid.h"
#include "core/pbs/namespacepath.h"

#include <variant>

namespace espalier {

/// What to do with things in a group's directory that are not PBS's.
enum class ForeignEntries { Undecided, TakeAlong };

/// Somebody wants an empty namespace; its parent exists by then.
struct CreateNamespace
{
    NamespacePath path;

    friend bool operator==(const CreateNamespace &, const CreateNamespace &) = default;
};

/// Somebody wants a group to be in another namespace of the same datastore.
struct MoveGroup
{
    NamespacePath from;
    GroupId group;
    NamespacePath to;
    ForeignEntries foreignEntries = ForeignEntries::Undecided;

    friend bool operator==(const MoveGroup &, const MoveGroup &) = default;
};

/// What somebody wants. A list of changes composes: each sees the tree as the earlier ones leave it.
using Change = std::variant<CreateNamespace, MoveGroup>;

} // namespace espalier
