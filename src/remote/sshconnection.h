// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/place.h"
#include "core/wire/client.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace espalier {

/// How ssh is called.
struct SshOptions
{
    std::string configFile{}; ///< Instead of the user's; empty: those that ssh reads itself.
    /// Environment of ssh besides the program's own: how it asks for passwords. "NAME=value" each.
    std::vector<std::string> environment{};
};

/// The name of a host as ssh is given it: with the user before it where one was named.
std::string hostName(const Place &place);

/// A host's agent, reached through the real ssh with all that the user's configuration says of the host. Lives until the last user lets
/// go of it; the agent then ends by itself.
class AgentConnection
{
public:
    virtual ~AgentConnection() = default;
    virtual wire::Client &client() = 0;
    virtual std::string user() const = 0;     ///< Who logged in, by the host's name for them.
    virtual std::string greeting() const = 0; ///< The text of wire::Hello.
    virtual bool isInstalled() const = 0;     ///< The agent is the host's own.
};

/// Starts ssh and the agent, and waits until it answers; passwords and unknown host keys are asked for by ssh meanwhile. @p stop ends
/// that. Any thread but that of a window.
Result<std::shared_ptr<AgentConnection>> connectAgent(const Place &place, const SshOptions &options, const std::stop_token &stop = {});

} // namespace espalier
