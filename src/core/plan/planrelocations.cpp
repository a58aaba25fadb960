// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/planrelocations.h"

#include <set>

namespace espalier {

namespace {

/// The namespaces of a move under their old names, with the new ones.
std::vector<Relocation> namespacesOf(const MoveNamespace &move, const Step &step)
{
    std::set<NamespacePath> targets{move.to};
    for (const Step &part : step.parts) {
        if (const auto *create = std::get_if<CreateNamespace>(&part.change))
            targets.insert(create->path);
        if (const auto *group = std::get_if<MoveGroup>(&part.change))
            targets.insert(group->to);
    }
    std::vector<Relocation> relocations;
    for (const NamespacePath &target : targets) {
        if (auto source = relocated(target, move.to, move.from))
            relocations.push_back({.from = std::move(*source), .to = target});
    }
    return relocations;
}

} // namespace

std::vector<Relocation> relocationsOf(const Plan &plan)
{
    std::vector<Relocation> relocations;
    for (const Step &step : plan.steps) {
        if (step.verdict.level > Verdict::Level::Waits)
            continue;
        if (const auto *move = std::get_if<MoveGroup>(&step.change))
            relocations.push_back({.from = move->from, .to = move->to, .group = move->group, .moved = step.group});
        if (const auto *move = std::get_if<MoveNamespace>(&step.change)) {
            auto namespaces = namespacesOf(*move, step);
            relocations.insert(relocations.end(), namespaces.begin(), namespaces.end());
        }
    }
    return relocations;
}

} // namespace espalier
