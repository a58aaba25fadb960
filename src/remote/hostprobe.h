// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/hoststores.h"
#include "remote/sshconnection.h"

#include <string>

namespace espalier {

/// What works on a host.
struct HostReport
{
    std::string user;              ///< Who logged in, by the host's name for them.
    std::string worker;            ///< As whom the agent works: "backup" where sudo starts it; as "user@host".
    bool isAgentInstalled = false; ///< The host's own agent runs; else one was put into the user's cache.
    HostStores stores;
};

/// Logs in, starts the agent, asks what there is. The connection is kept for whoever connects to the same host next, for half a minute.
/// Any thread but that of a window.
Result<HostReport> probeHost(const Place &place, const SshOptions &options, const std::string &pbsRoot, const std::stop_token &stop = {});

/// The connection that a probe of the same host left, else a new one.
Result<std::shared_ptr<AgentConnection>> connectAgentAgain(const Place &place, const SshOptions &options, const std::stop_token &stop);

} // namespace espalier
