// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/indexfile.h"

namespace espalier {

/// How much of an index file checkIndexStart() wants.
inline constexpr std::size_t indexStartSize = 80;

/// Checks the first bytes of an index file and its size, which is all that PBS looks at when it opens one: the kind, or
/// IndexDamaged. Entries are not looked at. @p start may be longer than needed; @p file names the file in errors.
Result<IndexFile::Kind> checkIndexStart(std::string_view start, std::uint64_t fileSize, std::string_view file);

} // namespace espalier
