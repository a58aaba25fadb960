// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"
#include "core/pbs/syncjob.h"

#include <cstddef>
#include <vector>

namespace espalier {

/// What becomes of one namespace of the source, whatever its groups are.
struct MappedNamespace
{
    enum class Fate : unsigned char {
        Present,     ///< It is there already.
        New,         ///< It is made at the target.
        Homeless,    ///< Its parent is not there, and a sync makes one level at a time.
        TooDeep,     ///< The target would be too long or too deep: nothing is copied at all.
        BeyondDepth, ///< Left out by the depth limit.
    };

    NamespacePath source;
    NamespacePath target; ///< Where it lands; the root where it lands nowhere.
    Fate fate = Fate::Present;

    bool lands() const { return fate == Fate::Present || fate == Fate::New; }

    friend bool operator==(const MappedNamespace &, const MappedNamespace &) = default;
};

/// Something of a mapping that is possible and rarely meant.
struct MappingRemark
{
    enum class What : unsigned char {
        RepeatsLevel,  ///< "a/a": the anchor of the target is one level too deep.
        SameNameBelow, ///< Below the anchor of the target there is a namespace with the name of the source's.
        IntoRoot,      ///< What was in a namespace comes to lie among the groups of the root.
    };

    What what = What::RepeatsLevel;
    NamespacePath path;   ///< The namespace at the target that it is about.
    NamespacePath better; ///< The anchor that may be meant.

    friend bool operator==(const MappingRemark &, const MappingRemark &) = default;
};

/// Where the namespaces of a source land.
struct SyncMapping
{
    std::vector<MappedNamespace> namespaces{}; ///< Of the source's anchor and all below, parents first.
    std::vector<MappingRemark> remarks{};
    bool hasSource = true; ///< The anchor of the source is there.

    std::size_t count(MappedNamespace::Fate fate) const;
};

/// Pure, for any thread. Of @p options only the anchors and the depth matter.
SyncMapping mapNamespaces(const Tree &source, const Tree &target, const SyncOptions &options);

/// The largest max-depth that PBS takes for these anchors: neither may end below its limit.
int largestSyncDepth(const NamespacePath &source, const NamespacePath &target);

} // namespace espalier
