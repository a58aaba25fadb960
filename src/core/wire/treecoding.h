// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"

#include <memory>
#include <string>
#include <string_view>

namespace espalier::wire {

/// @name Trees and groups as bytes
/// A snapshot takes some four bytes without its details. Format: docs/protocol.md.
/// @{
std::string encoded(const Tree &tree); ///< A tree as it was scanned: what only projections have is left out.
std::string encoded(const Group &group);

/// Fail with AgentRequestBad where @p bytes are not, from first to last, what encoded() makes.
Result<Tree> decodedTree(std::string_view bytes);
Result<std::shared_ptr<const Group>> decodedGroup(std::string_view bytes);
/// @}

} // namespace espalier::wire
