// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/itemref.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace espalier {

namespace {

/// What of one store is among the items.
struct Chosen
{
    bool store = false;
    std::unordered_set<NamespacePath> namespaces;
    std::set<GroupPlace> groups;

    bool holdsAbove(NamespacePath ns) const
    {
        if (store)
            return true;
        if (namespaces.empty())
            return false;
        for (; !ns.isRoot(); ns = ns.parent()) {
            if (namespaces.contains(ns))
                return true;
        }
        return false;
    }
};

using ChosenByStore = std::unordered_map<const OpenStore *, Chosen>;

ChosenByStore chosenIn(const QList<ItemRef> &items)
{
    ChosenByStore chosen;
    for (const ItemRef &item : items) {
        Chosen &there = chosen[item.store];
        switch (item.kind) {
        case ItemKind::Store: there.store = true; break;
        case ItemKind::Namespace: there.namespaces.insert(item.ns); break;
        case ItemKind::Group: there.groups.emplace(item.ns, *item.group); break;
        case ItemKind::Snapshot: break;
        }
    }
    return chosen;
}

bool liesInAnother(const ItemRef &item, const Chosen &chosen)
{
    switch (item.kind) {
    case ItemKind::Store: return false;
    case ItemKind::Namespace: return chosen.holdsAbove(item.ns.parent()) || (item.ns.depth() == 1 && chosen.store);
    case ItemKind::Group: return chosen.holdsAbove(item.ns);
    case ItemKind::Snapshot: return chosen.holdsAbove(item.ns) || chosen.groups.contains({item.ns, *item.group});
    }
    return false;
}

} // namespace

ItemRef storeItem(OpenStore *store)
{
    return {store, ItemKind::Store, {}, {}, {}};
}

ItemRef namespaceItem(OpenStore *store, const NamespacePath &ns)
{
    return {store, ns.isRoot() ? ItemKind::Store : ItemKind::Namespace, ns, {}, {}};
}

ItemRef groupItem(OpenStore *store, const NamespacePath &ns, const GroupId &group)
{
    return {store, ItemKind::Group, ns, group, {}};
}

QList<ItemRef> topmost(const QList<ItemRef> &items)
{
    const ChosenByStore chosen = chosenIn(items);
    QList<ItemRef> top;
    std::ranges::copy_if(items, std::back_inserter(top),
                         [&chosen](const ItemRef &item) { return !liesInAnother(item, chosen.at(item.store)); });
    return top;
}

std::optional<GroupPlace> presentPlace(const ItemRef &item)
{
    if (item.kind != ItemKind::Group || !item.store)
        return std::nullopt;
    const auto mark = item.store->projection().mark(item.ns, *item.group);
    return GroupPlace(mark.mark == Mark::Arrives ? mark.other : item.ns, *item.group);
}

std::vector<GroupPlace> presentPlaces(const QList<ItemRef> &items, const OpenStore *store)
{
    std::vector<GroupPlace> places;
    std::set<GroupPlace> seen;
    for (const ItemRef &item : items) {
        const auto place = item.store == store ? presentPlace(item) : std::nullopt;
        if (place && seen.insert(*place).second)
            places.push_back(*place);
    }
    return places;
}

MovedItems movedItems(const QList<ItemRef> &items, const OpenStore *store)
{
    MovedItems moved{presentPlaces(items, store), {}};
    std::set<NamespacePath> seen;
    for (const ItemRef &item : items) {
        if (item.store != store || item.kind != ItemKind::Namespace)
            continue;
        const NamespacePath *now = store->projection().mark(item.ns) == Mark::MovesAway ? store->projection().otherEnd(item.ns) : &item.ns;
        if (now && store->projection().hasNamespace(*now) && seen.insert(*now).second)
            moved.namespaces.push_back(*now);
    }
    return moved;
}

} // namespace espalier
