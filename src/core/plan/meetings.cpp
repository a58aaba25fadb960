// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/meetings.h"

#include "core/plan/plan.h"

#include <algorithm>

namespace espalier {

namespace {

/// @p changes as if it had been decided to merge groups of one guest: only then the plan compares them.
std::vector<Change> mergingAll(std::span<const Change> changes)
{
    std::vector<Change> merging(changes.begin(), changes.end());
    for (Change &change : merging) {
        if (auto *move = std::get_if<MoveGroup>(&change))
            move->existing = ExistingGroup::Merge;
        if (auto *move = std::get_if<MoveNamespace>(&change))
            move->existing = ExistingGroup::Merge;
    }
    return merging;
}

} // namespace

std::vector<Meeting> findMeetings(const Tree &tree, std::span<const Change> changes)
{
    std::vector<Meeting> meetings;
    PlanContext context;
    context.access.allowed = true;
    context.differences = [&meetings](const NamespacePath &source, const NamespacePath &target, const GroupId &group) {
        const Meeting meeting{source, target, group};
        if (source != target && !std::ranges::contains(meetings, meeting))
            meetings.push_back(meeting);
        return std::optional(std::string());
    };
    makePlan(tree, mergingAll(changes), context);
    return meetings;
}

} // namespace espalier
