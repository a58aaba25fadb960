// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/consequences.h"

#include "core/plan/relocations.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace espalier {

Relocations::Relocations(const Tree &tree, std::span<const Relocation> relocations) : m_tree(tree)
{
    const auto add = [this](const Relocation &relocation, std::shared_ptr<const Group> group, std::size_t index) {
        if (group && m_leaving.emplace(relocation.from, group->id).second)
            m_groups.push_back({relocation.from, relocation.to, std::move(group), index});
    };
    for (std::size_t i = 0; i < relocations.size(); ++i) {
        const Relocation &relocation = relocations[i];
        if (relocation.group)
            add(relocation, relocation.moved ? relocation.moved : tree.find(relocation.from, *relocation.group), i);
        else
            m_namespaces.emplace(relocation.from, std::pair(relocation.to, i));
    }
    for (const auto &[from, place] : m_namespaces) {
        const auto ns = tree.find(from);
        if (!ns)
            continue;
        for (const auto &group : ns->groups)
            add(relocations[place.second], group, place.second);
    }
}

NamespacePath Relocations::placeOf(const NamespacePath &ns) const
{
    const auto found = m_namespaces.find(ns);
    return found == m_namespaces.end() ? ns : found->second.first;
}

std::shared_ptr<const Group> Relocations::metBy(const MovedGroup &moved) const
{
    if (m_leaving.contains({moved.to, moved.group->id}))
        return nullptr;
    return m_tree.find(moved.to, moved.group->id);
}

namespace {

/// Where all groups of a namespace go, if they all go to one place: for who sees only this namespace that is the same as if
/// it moved itself.
std::optional<NamespacePath> commonPlace(const Relocations &relocations, const NamespacePath &ns,
                                         const std::vector<const MovedGroup *> &leaving)
{
    if (relocations.isMoved(ns))
        return relocations.placeOf(ns);
    const auto present = relocations.tree().find(ns);
    if (!present || leaving.empty() || leaving.size() < present->groups.size())
        return std::nullopt;
    const NamespacePath &place = leaving.front()->to;
    const bool isOnePlace = std::ranges::all_of(leaving, [&place](const MovedGroup *moved) { return moved->to == place; });
    return isOnePlace ? std::optional(place) : std::nullopt;
}

std::optional<Consequence> storageConsequence(const Relocations &relocations, const PveStorage &storage)
{
    std::vector<const MovedGroup *> leaving;
    std::set<std::size_t> causes;
    for (const MovedGroup &moved : relocations.groups()) {
        if (moved.from == storage.ns) {
            leaving.push_back(&moved);
            causes.insert(moved.relocation);
        }
    }
    const auto place = commonPlace(relocations, storage.ns, leaving);
    if (!place && leaving.empty())
        return std::nullopt;
    Consequence line = place
        ? makeConsequence(Consequence::Kind::Storage, MessageId::StorageNamesMoved, storage.id, storage.ns.toString(), place->toString())
        : makeConsequence(Consequence::Kind::Storage, MessageId::StorageLosesGroups, storage.id, storage.ns.toString(),
                          std::to_string(leaving.size()));
    if (place) {
        line.commands = {place->isRoot() ? CommandLine{"pvesm", "set", storage.id, "--delete", "namespace"}
                                         : CommandLine{"pvesm", "set", storage.id, "--namespace", place->toString()}};
    }
    if (relocations.isMoved(storage.ns))
        causes.insert(relocations.namespaces().at(storage.ns).second);
    line.relocations.assign(causes.begin(), causes.end());
    return line;
}

} // namespace

std::vector<Consequence> storageConsequences(const Relocations &relocations, const ConsequenceContext &context)
{
    std::vector<Consequence> lines;
    for (const PveStorage &storage : context.storages) {
        if (storage.datastore != context.storeName)
            continue;
        if (auto line = storageConsequence(relocations, storage))
            lines.push_back(*std::move(line));
    }
    return lines;
}

std::vector<Consequence> findConsequences(const Tree &tree, std::span<const Relocation> relocations, const ConsequenceContext &context)
{
    const Relocations moves(tree, relocations);
    std::vector<Consequence> lines;
    for (auto part : {jobConsequences, accessConsequences, storageConsequences}) {
        for (Consequence &line : part(moves, context)) {
            if (!std::ranges::contains(lines, line))
                lines.push_back(std::move(line));
        }
    }
    std::ranges::stable_sort(lines, std::greater(), &Consequence::level);
    return lines;
}

} // namespace espalier
