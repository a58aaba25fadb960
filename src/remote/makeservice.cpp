// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/makeservice.h"

#include "core/fs/native.h"
#include "core/service/localservice.h"
#include "remote/agentservice.h"
#include "remote/hostprobe.h"
#include "remote/mountedservice.h"

namespace espalier {

std::shared_ptr<StoreService> makeService(const Place &place, const ServiceOptions &options)
{
    if (place.kind() == Place::Kind::Ssh)
        return std::make_shared<AgentService>(
            place, options.pbsRoot, options.stateHome,
            [place, ssh = options.ssh](const std::stop_token &stop) { return connectAgentAgain(place, ssh, stop); });
    if (place.kind() == Place::Kind::Mount)
        return std::make_shared<MountedService>(place, options.ssh,
                                                SessionOptions{.pbsRoot = options.pbsRoot, .stateHome = options.stateHome});
    return std::make_shared<LocalService>(options.fileSystem ? options.fileSystem : fs::nativeFileSystem(), place,
                                          SessionOptions{.pbsRoot = options.pbsRoot, .stateHome = options.stateHome});
}

} // namespace espalier
