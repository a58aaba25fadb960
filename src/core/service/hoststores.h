// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/pbshost.h"

#include <optional>
#include <string>
#include <vector>

namespace espalier {

/// The datastores that a host's PBS knows, for choosing one.
struct HostStores
{
    std::string pbsVersion; ///< Empty where no PBS is seen.
    std::vector<ConfiguredStore> stores;
    std::optional<Error> problem; ///< Why the configuration cannot be read; it is root's and backup's.
};

/// Reads the configuration below @p pbsRoot. Changes nothing and takes no lock.
HostStores readHostStores(fs::FileSystem &fileSystem, const std::string &pbsRoot);

} // namespace espalier
