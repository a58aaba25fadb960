// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/pbshost.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace espalier {

/// The largest file of a PBS's configuration that is read, bytes.
inline constexpr std::size_t maxConfigSize = std::size_t{16} << 20;

/// Reads the text of a `datastore.cfg`; @p file names it in errors. Keys that are not needed here may be anything, so newer
/// releases can be read. Fails with ConfigDamaged where PBS could not read the file, where a store's name is no datastore
/// name or occurs twice, and where a backend is not known: what is uncertain must not look like "not configured".
Result<std::vector<ConfiguredStore>> readDatastoreConfig(std::string_view text, std::string_view file);

} // namespace espalier
