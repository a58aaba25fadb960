// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <span>
#include <utility>

namespace espalier {

/// What moving @p groups (each with its present namespace) to @p target would be on top of what is pending: the worst
/// verdict of all that would really move. Refused with PlanSameNamespace where none would. Pure; asks for each group once,
/// so that it can be called at every move of the pointer.
Verdict checkDrop(const Tree &tree, const Projection &projection, const PlanContext &context,
                  std::span<const std::pair<NamespacePath, GroupId>> groups, const NamespacePath &target);

/// The same for namespaces, each under its present (pending) name, which go below @p target.
Verdict checkNamespaceDrop(const Tree &tree, std::span<const Change> pending, const PlanContext &context,
                           std::span<const NamespacePath> namespaces, const NamespacePath &target);

} // namespace espalier
