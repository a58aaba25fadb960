// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"
#include "core/fs/filesystem.h"

#include <span>
#include <utility>

namespace espalier {

/// A tree with only what moves of groups have to know: of @p places those groups that exist, with their namespaces and the ones
/// above, all namespaces of the first level, and groups of the root whose locks collide with theirs. Snapshots are named, but finished and protected are not told. What cannot be
/// read is left out, so the plan refuses it. For a command that names its groups: a whole first pass would take longer than
/// moving them.
Result<Tree> scanPlaces(const std::shared_ptr<fs::Directory> &root, std::span<const std::pair<NamespacePath, GroupId>> places);

} // namespace espalier
