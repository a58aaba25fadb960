// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/groupid.h"
#include "core/pbs/namespacepath.h"

#include <QMetaType>

#include <cstddef>
#include <utility>
#include <vector>

namespace espalier {

using GroupPlace = std::pair<NamespacePath, GroupId>;

/// What one gesture moves.
struct MovedItems
{
    std::vector<GroupPlace> groups{};        ///< Where they are on disk.
    std::vector<NamespacePath> namespaces{}; ///< As the tree shows them: pending names.

    std::size_t size() const { return groups.size() + namespaces.size(); }
    bool empty() const { return size() == 0; }
    friend bool operator==(const MovedItems &, const MovedItems &) = default;
};

} // namespace espalier

Q_DECLARE_METATYPE(espalier::MovedItems)
