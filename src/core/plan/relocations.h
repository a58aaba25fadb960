// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/consequences.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace espalier {

/// A group that changes its place.
struct MovedGroup
{
    NamespacePath from;
    NamespacePath to;
    std::shared_ptr<const Group> group; ///< Never null.
    std::size_t relocation = 0;         ///< Index of what moves it.
};

/// What moves, each group by itself.
class Relocations
{
public:
    /// The groups of a namespace that moves as a whole are those of @p tree, but for the ones with a relocation of their own.
    Relocations(const Tree &tree, std::span<const Relocation> relocations);

    const Tree &tree() const { return m_tree; }
    const std::vector<MovedGroup> &groups() const { return m_groups; }

    /// The namespaces that move as a whole: old and new place, index of the relocation.
    const std::map<NamespacePath, std::pair<NamespacePath, std::size_t>> &namespaces() const { return m_namespaces; }

    /// Where the namespace @p ns will be.
    NamespacePath placeOf(const NamespacePath &ns) const;
    bool isMoved(const NamespacePath &ns) const { return m_namespaces.contains(ns); }

    /// The group that will meet @p moved at its new place: one of the same name that stays there. Null where there is none.
    std::shared_ptr<const Group> metBy(const MovedGroup &moved) const;

private:
    const Tree &m_tree;
    std::map<NamespacePath, std::pair<NamespacePath, std::size_t>> m_namespaces;
    std::vector<MovedGroup> m_groups;
    std::set<std::pair<NamespacePath, GroupId>> m_leaving;
};

/// Starts a line of @p kind.
template<typename... Args>
Consequence makeConsequence(Consequence::Kind kind, MessageId id, Args &&...args)
{
    return {.kind = kind,
            .level = Consequence::Level::Information,
            .text = {Error::Kind::Conflict, id, {std::string(std::forward<Args>(args))...}, 0},
            .commands = {},
            .entries = {},
            .host = {},
            .relocations = {}};
}

/// @name The parts of findConsequences()
/// @{
std::vector<Consequence> jobConsequences(const Relocations &relocations, const ConsequenceContext &context);
std::vector<Consequence> accessConsequences(const Relocations &relocations, const ConsequenceContext &context);
std::vector<Consequence> storageConsequences(const Relocations &relocations, const ConsequenceContext &context);
/// @}

} // namespace espalier
