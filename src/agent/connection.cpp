// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agent/connection.h"

#include <limits.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <thread>
#include <vector>

namespace espalier::agent {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 30s; ///< Clients say something every few seconds.
constexpr auto endPatience = 30s;
constexpr int brokenProtocol = 2;

} // namespace

/// Sees that a connection is gone even while the thread that receives waits for something: asks what is under way to stop, and ends the
/// process where that takes too long.
class Connection::Watch
{
public:
    Watch(const Connection &connection, Server &server)
        : m_server(&server)
        , m_thread([this, &connection](const std::stop_token &stop) { run(connection, stop); })
    {
    }

    /// The input has ended; the server goes.
    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_server->stop();
        m_server = nullptr;
        m_wake.notify_all();
    }

private:
    void run(const Connection &connection, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        const auto isGone = [&] {
            return !m_server || connection.m_isBroken || std::chrono::steady_clock::now() - connection.m_lastHeard.load() > patience;
        };
        while (!stop.stop_requested() && !isGone())
            m_wake.wait_for(lock, stop, 1s, [this] { return !m_server; });
        if (m_server)
            m_server->stop();
        m_wake.wait_for(lock, stop, endPatience, [] { return false; });
        if (!stop.stop_requested())
            ::_exit(EXIT_FAILURE); // locks go with it; the journal knows what was under way
    }

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Server *m_server; ///< Null once it goes.
    std::jthread m_thread;
};

/// False where nothing happens for too long, and where the connection is gone meanwhile.
bool Connection::waitFor(int file, short event) const
{
    constexpr int slice = 200; // milliseconds
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!m_isBroken && std::chrono::steady_clock::now() < end) {
        pollfd one{.fd = file, .events = event, .revents = 0};
        if (::poll(&one, 1, slice) > 0)
            return true;
    }
    return false;
}

/// A pipe that can be written takes so much without waiting (pipe(7)).
void Connection::send(std::string_view bytes)
{
    while (!bytes.empty() && !m_isBroken) {
        if (!waitFor(m_output, POLLOUT)) {
            m_isBroken = true;
            return;
        }
        const ssize_t written = ::write(m_output, bytes.data(), std::min<std::size_t>(bytes.size(), PIPE_BUF));
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR && errno != EAGAIN)
            m_isBroken = true;
    }
}

int Connection::serve(const Server::Host &host, const wire::Hello &hello)
{
    constexpr std::size_t bufferSize = std::size_t{256} * 1024;
    std::vector<char> buffer(bufferSize);
    m_lastHeard = std::chrono::steady_clock::now();
    std::optional<Watch> watch;
    Server server(host, [this](std::string_view bytes) { send(bytes); });
    watch.emplace(*this, server);
    server.greet(hello);
    int code = EXIT_SUCCESS;
    while (!m_isBroken && waitFor(m_input, POLLIN)) {
        const ssize_t size = ::read(m_input, buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            break;
        m_lastHeard = std::chrono::steady_clock::now();
        if (!server.receive({buffer.data(), static_cast<std::size_t>(size)})) {
            code = brokenProtocol;
            break;
        }
    }
    m_isBroken = true;
    watch->close();
    return code;
}

} // namespace espalier::agent
