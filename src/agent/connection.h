// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agent/server.h"

#include <atomic>
#include <chrono>

namespace espalier::agent {

/// Two open files that carry a connection.
class Connection
{
public:
    Connection(int input, int output) : m_input(input), m_output(output) {}

    /// Serves until the input ends, is silent for half a minute, or breaks the protocol. What is under way then is asked to stop, and
    /// what has not stopped after half a minute goes with the process: nothing outlives a connection. Returns the exit code.
    int serve(const Server::Host &host, const wire::Hello &hello);

private:
    class Watch;

    void send(std::string_view bytes);
    bool waitFor(int file, short event) const;

    const int m_input;
    const int m_output;
    std::atomic<bool> m_isBroken = false; ///< Nothing can be sent any more.
    std::atomic<std::chrono::steady_clock::time_point> m_lastHeard{};
};

} // namespace espalier::agent
