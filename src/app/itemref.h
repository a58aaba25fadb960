// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <QList>
#include <QMetaType>

#include <optional>
#include <vector>

namespace espalier {

enum class ItemKind { Store, Namespace, Group, Snapshot };

/// One row of the tree, by name: stays right when the tree is read again. The store must outlive it.
struct ItemRef
{
    OpenStore *store = nullptr;
    ItemKind kind = ItemKind::Store;
    NamespacePath ns;                 ///< The namespace itself; of a group or snapshot the one it is shown in; the root for a store.
    std::optional<GroupId> group;     ///< Of a group or snapshot.
    std::optional<SnapshotTime> time; ///< Of a snapshot.

    friend bool operator==(const ItemRef &, const ItemRef &) = default;
};

ItemRef storeItem(OpenStore *store);
ItemRef namespaceItem(OpenStore *store, const NamespacePath &ns); ///< The store's own item for the root.
ItemRef groupItem(OpenStore *store, const NamespacePath &ns, const GroupId &group);

/// @p items without those that lie inside another of them, in their order. O(n log n).
QList<ItemRef> topmost(const QList<ItemRef> &items);

/// Where the group of @p item is on disk now, which differs from where it is shown when it is pending to arrive there.
/// Nothing for other kinds of items.
std::optional<GroupPlace> presentPlace(const ItemRef &item);

/// presentPlace() of all groups among @p items that belong to @p store, each place once.
std::vector<GroupPlace> presentPlaces(const QList<ItemRef> &items, const OpenStore *store);

/// What of @p items, which belong to @p store, can be moved: groups, and namespaces that do not go away anyhow.
MovedItems movedItems(const QList<ItemRef> &items, const OpenStore *store);

} // namespace espalier

Q_DECLARE_METATYPE(espalier::ItemRef)
