// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"
#include "core/plan/change.h"

#include <span>
#include <vector>

namespace espalier {

/// A group that finds one of its name where it goes. Both are named where they are on disk.
struct Meeting
{
    NamespacePath source;
    NamespacePath target;
    GroupId group;

    friend bool operator==(const Meeting &, const Meeting &) = default;
};

/// Those of @p changes, in their order, whether they may be merged or not, and whatever was decided about it. Pure.
std::vector<Meeting> findMeetings(const Tree &tree, std::span<const Change> changes);

} // namespace espalier
