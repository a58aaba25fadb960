// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <vector>

class QWidget;

namespace espalier {

/// Does what @p cure (Merge, MergeAnyhow, KeepBoth, ChangeOwner) means to the pending changes at @p indexes, ascending, of @p store.
/// A single merge is asked for, with both groups side by side, in a dialog over @p window.
void cureCollision(OpenStore &store, Cure cure, const std::vector<std::size_t> &indexes, QWidget *window);

} // namespace espalier
