// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/datastoremodel.h"
#include "app/icons.h"
#include "app/treenodes.h"

#include <QString>
#include <QVariant>

#include <cstdint>
#include <optional>

namespace espalier {

/// How many of a group's snapshots are in which state.
struct GroupSummary
{
    explicit GroupSummary(const Group &group);

    int total = 0;
    int unfinished = 0;
    int protectedOnes = 0;
    bool hasDetails = false; ///< Without, the following are not known.
    int verified = 0;
    int failed = 0;
    int encrypted = 0;
    int signedOnes = 0;
};

/// The newest finished snapshot, or the newest at all where none is finished; null without any.
const Snapshot *lastBackup(const Group &group);

/// Sum of the sizes of all groups in @p ns and below, in bytes. Nothing as long as one of them is not known.
std::optional<std::uint64_t> sizeBelow(const Namespace &ns);

/// "2 namespaces, 3 groups", of everything below.
QString countsText(const Namespace &ns);

IconName groupIcon(BackupType type);

/// @name What the cells of the tree show
/// @{
QString cellText(const TreeNode &node, DatastoreModel::Column column);
QVariant cellSortValue(const TreeNode &node, DatastoreModel::Column column);
std::optional<IconName> cellIcon(const TreeNode &node, DatastoreModel::Column column);
Mark rowMark(const TreeNode &node);
QString rowNote(const TreeNode &node); ///< Small words after the name.
/// @}

} // namespace espalier
