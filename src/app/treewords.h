// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/datastoremodel.h"
#include "app/treenodes.h"

#include <QString>

namespace espalier {

/// @name Whole sentences for the cells of the tree, for people who point at them and for those who hear them
/// @{
QString cellToolTip(const TreeNode &node, DatastoreModel::Column column);
QString cellAccessibleText(const TreeNode &node, DatastoreModel::Column column); ///< For the name: the whole row.
QString columnTitle(DatastoreModel::Column column);
QString columnToolTip(DatastoreModel::Column column);
/// @}

/// @name States as sentences
/// @{
QString verifyText(const Group &group);
QString encryptionText(const Group &group);
QString protectionText(const Group &group);
QString verifyText(VerifyState state);
QString encryptionText(CryptMode mode);
/// @}

} // namespace espalier
