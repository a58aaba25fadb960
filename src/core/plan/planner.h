// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/overlay.h"
#include "core/plan/plan.h"

#include <functional>
#include <memory>

namespace espalier {

/// Plans one change after the other on what the former ones leave. Refers to the tree and the context: must not outlive them.
class Planner
{
public:
    Planner(const Tree &tree, const PlanContext &context);

    Step plan(const Change &change, std::size_t index);

private:
    Step planOne(const CreateNamespace &create, std::size_t index);
    Step planOne(const MoveGroup &move, std::size_t index);
    Step planOne(const MoveNamespace &move, std::size_t index);
    Step planOne(const CopyNamespaces &copy, std::size_t index);
    Step planOne(const DeleteNamespace &deletion, std::size_t index);
    Step planOne(const ChangeOwner &change, std::size_t index);
    Step planOne(const ChangeNotes &change, std::size_t index);
    Step planOne(const ChangeProtection &change, std::size_t index);
    Step planOne(const RemoveSnapshots &removal, std::size_t index);
    Step planOne(const RemoveGroup &removal, std::size_t index);

    template<typename T>
    Step planEdit(const T &change, std::size_t index, Verdict (*rule)(const T &, const Group *));

    MoveFacts factsOf(const MoveGroup &move, const Group *group) const;
    NamespaceMoveFacts factsOf(const NamespacePath &from, const NamespacePath &to, const std::vector<NamespacePath> &selected) const;
    void addNamespaces(Step &step, const NamespacePath &from, const NamespacePath &to, const std::vector<NamespacePath> &selected,
                       std::size_t index);
    void addGroups(Step &step, const MoveNamespace &move, const std::vector<NamespacePath> &selected, std::size_t index);
    void addRemovals(Step &step, const MoveNamespace &move, const std::vector<NamespacePath> &selected, std::size_t index);
    Step finished(Step step, Overlay before);
    std::size_t groupsBelow(const NamespacePath &ns) const;

    Overlay m_overlay;
    const PlanContext &m_context;
};

/// Applies @p step, if it takes effect.
void applyStep(Overlay &overlay, const Step &step, std::size_t index);

} // namespace espalier
