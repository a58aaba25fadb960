// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "remote/agentboot.h"

#include <optional>
#include <string>

namespace espalier {

/// What an agent of this version says of itself: "espalier-agent 0.1.0, protocol 1".
std::string agentVersion();

/// The agent that belongs to this installation, for a type of machine as `uname -m` calls it. Looks beside the program
/// (`../libexec/espalier`, where it is built) and in the place where it is installed; reads and checks it once.
std::optional<AgentFile> agentFor(const std::string &machine);

} // namespace espalier
