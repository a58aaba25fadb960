// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agent/server.h"
#include "core/service/localservice.h"
#include "remote/agentservice.h"

#include <atomic>
#include <cstddef>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>

namespace espalier::test {

/// How much goes through before a link is cut.
struct Cut
{
    static constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

    std::size_t requests = never; ///< Bytes to the agent.
    std::size_t answers = never;  ///< Bytes from it.
};

/// A client and a server in this process, with nothing but function calls between them.
class Link : public AgentConnection
{
public:
    Link(const std::shared_ptr<fs::FileSystem> &files, const std::string &stateHome)
        : m_client("pbs1", [this](const std::string &bytes) { toServer(bytes); })
    {
        m_server.emplace(agent::Server::Host{.open =
                                                 [files, stateHome](const wire::OpenRequest &request) {
                                                     return std::make_shared<LocalService>(
                                                         files, Place::fromString(request.path).value(),
                                                         SessionOptions{.pbsRoot = request.pbsRoot, .stateHome = stateHome});
                                                 },
                                             .stores = [files](const std::string &pbsRoot) { return readHostStores(*files, pbsRoot); }},
                         [this](std::string_view bytes) { toClient(bytes); });
        m_server->greet({.version = "test", .login = "me@pbs1"});
    }

    ~Link() override { m_server.reset(); }

    wire::Client &client() override { return m_client; }
    std::string user() const override { return "me"; }
    std::string greeting() const override { return {}; }
    bool isInstalled() const override { return false; }
    std::size_t requests() const { return m_requests; }
    std::size_t answers() const { return m_answers; }

    /// From now on.
    void cutAfter(Cut cut)
    {
        const std::scoped_lock lock(m_receiving);
        m_left = cut;
    }

    /// What a connection that is gone means for an agent.
    void endServer() { m_server.reset(); }

private:
    void toServer(std::string_view bytes)
    {
        const std::scoped_lock lock(m_receiving);
        m_requests += bytes.size();
        if (pass(bytes, m_left.requests) && !m_server->receive(bytes))
            m_client.close(lost());
    }

    void toClient(std::string_view bytes)
    {
        m_answers += bytes.size();
        if (pass(bytes, m_left.answers))
            m_client.receive(bytes);
    }

    /// Lets through what may, and cuts the link behind it.
    bool pass(std::string_view &bytes, std::size_t &left)
    {
        const bool isCut = bytes.size() > left;
        bytes = bytes.substr(0, left);
        left -= left == Cut::never ? 0 : bytes.size();
        if (isCut)
            m_client.close(lost());
        return !bytes.empty();
    }

    static Error lost() { return {Error::Kind::Unreachable, MessageId::ConnectionLost, {"pbs1"}, 0}; }

    Cut m_left{};
    wire::Client m_client;
    std::mutex m_receiving;
    std::atomic<std::size_t> m_requests = 0;
    std::atomic<std::size_t> m_answers = 0;
    std::optional<agent::Server> m_server;
};

} // namespace espalier::test
