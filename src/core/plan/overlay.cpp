// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/overlay.h"

namespace espalier {

bool takesEffect(const Verdict &verdict)
{
    return verdict.level <= Verdict::Level::Waits
        || (verdict.level == Verdict::Level::NeedsAttention && verdict.reason && verdict.reason->id == MessageId::PlanForeignFiles);
}

const Namespace *Overlay::find(const NamespacePath &path) const
{
    const auto [at, isNew] = m_found.try_emplace(path, nullptr);
    if (isNew)
        at->second = m_tree.find(path).get(); // kept alive by the tree
    return at->second;
}

bool Overlay::hasNamespace(const NamespacePath &path) const
{
    return find(path) || m_created.contains(path);
}

std::shared_ptr<const Group> Overlay::group(const NamespacePath &ns, const GroupId &id) const
{
    const GroupPosition position(ns, id);
    if (const auto at = m_arrived.find(position); at != m_arrived.end())
        return at->second.group;
    if (m_gone.contains(position))
        return nullptr;
    const Namespace *found = find(ns);
    return found ? found->group(id) : nullptr;
}

const NamespacePath &Overlay::originOf(const GroupPosition &position) const
{
    const auto at = m_arrived.find(position);
    return at != m_arrived.end() ? at->second.origin : position.first;
}

void Overlay::apply(const Change &change, std::size_t index)
{
    if (const auto *wanted = std::get_if<MoveGroup>(&change))
        move(*wanted, index);
    else
        m_created.insert(std::get<CreateNamespace>(change).path);
}

void Overlay::move(const MoveGroup &move, std::size_t index)
{
    const GroupPosition source(move.from, move.group);
    const GroupPosition target(move.to, move.group);
    Arrival arrival;
    if (auto moved = m_arrived.extract(source)) {
        arrival = std::move(moved.mapped());
    } else {
        arrival = {m_tree.find(move.from, move.group), move.from, index};
        m_gone.insert(source);
    }
    arrival.change = index;
    if (arrival.origin == move.to)
        m_gone.erase(target); // back where it was
    else
        m_arrived.emplace(target, std::move(arrival));
}

} // namespace espalier
