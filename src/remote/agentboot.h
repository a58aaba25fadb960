// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace espalier {

/// An agent as it is put on a host: a program for its type of machine, compressed with gzip.
struct AgentFile
{
    std::string sha256;     ///< Of the program, hexadecimal.
    std::string compressed; ///< Its bytes.
};

/// The start of an agent on a host, from the first byte that its login shell lets through: looks what is there, uses the host's own
/// agent where its version fits, else puts one into the user's cache. Speaks with the command that bootCommand() gives.
/// docs/protocol.md, "Start". Does no input and output itself.
class AgentBoot
{
public:
    /// Gives the program for a type of machine as `uname -m` calls it; nothing where there is none.
    using FindAgent = std::function<std::optional<AgentFile>(const std::string &machine)>;

    /// @p host: for messages. @p version: what installed agents must say of themselves.
    AgentBoot(std::string host, std::string version, FindAgent find);

    /// The one command that is run on every host, whatever its login shell is.
    static const std::string &bootCommand();

    struct Reply
    {
        std::string write{};            ///< To be sent there.
        bool isRunning = false;         ///< The agent runs: what comes from now on is its.
        std::string rest{};             ///< The first bytes of that.
        std::optional<Error> failure{}; ///< It cannot be started.
    };

    Reply receive(std::string_view bytes);

    /// Why the connection ended before the agent ran, from the exit code of ssh and the words on its error output.
    Error ended(int exitCode, std::string_view errors) const;

    bool isInstalled() const { return m_isInstalled; } ///< The host's own agent was started.
    const std::string &user() const { return m_user; } ///< Who logged in, by the host's name for them.

private:
    enum class State { Looking, Finding, Putting, Running, Failed };

    Reply takeLine(std::string_view line);
    Reply decide(std::string_view line);
    Reply fail(MessageId id, std::string_view words);

    const std::string m_host;
    const std::string m_version;
    const FindAgent m_find;
    State m_state = State::Looking;
    std::string m_bytes;
    std::string m_directory;
    std::string m_user;
    std::optional<AgentFile> m_agent;
    bool m_isInstalled = false;
};

} // namespace espalier
