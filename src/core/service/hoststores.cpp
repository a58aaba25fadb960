// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/hoststores.h"

#include <utility>

namespace espalier {

HostStores readHostStores(fs::FileSystem &fileSystem, const std::string &pbsRoot)
{
    PbsHost host = readPbsHost(fileSystem, pbsRoot);
    return {.pbsVersion = std::move(host.version), .stores = std::move(host.stores), .problem = std::move(host.configError)};
}

} // namespace espalier
