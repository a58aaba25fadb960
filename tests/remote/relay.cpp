// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/relay.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <deque>
#include <list>
#include <stdexcept>
#include <string>
#include <vector>

namespace espalier::test {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int tick = 2; ///< Milliseconds between looks at what is due.

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// Bytes on their way from one end to the other.
struct Direction
{
    struct Parcel
    {
        Clock::time_point due;
        std::string bytes;
    };

    int from = -1;
    int to = -1;
    std::deque<Parcel> under{};
    bool hasEnded = false;
};

} // namespace

Relay::Relay(std::uint16_t port) : m_target(port), m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 16) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        throw std::runtime_error("the relay cannot listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this](const std::stop_token &stop) { listen(stop); });
}

Relay::~Relay()
{
    m_thread.request_stop();
    m_thread.join();
    ::close(m_listener);
}

void Relay::listen(const std::stop_token &stop)
{
    std::list<std::jthread> carriers;
    while (!stop.stop_requested()) {
        pollfd waiting{.fd = m_listener, .events = POLLIN, .revents = 0};
        if (::poll(&waiting, 1, 20) <= 0)
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0)
            carriers.emplace_back([this, client](const std::stop_token &inner) { carry(inner, client); });
    }
}

void Relay::carry(const std::stop_token &stop, int client)
{
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_target);
    const int yes = 1;
    ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    ::setsockopt(server, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    std::vector<char> buffer(256 * 1024);
    std::array<Direction, 2> ways{Direction{.from = client, .to = server}, Direction{.from = server, .to = client}};
    bool isOpen = ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    while (isOpen && !stop.stop_requested()) {
        std::array<pollfd, 2> waiting{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
        const bool isSilent = m_isSilent;
        for (std::size_t i = 0; i < 2; ++i)
            waiting[i].fd = ways[i].hasEnded || isSilent ? -1 : waiting[i].fd;
        const bool isIdle = ways[0].under.empty() && ways[1].under.empty();
        ::poll(waiting.data(), 2, isIdle ? 10 * tick : tick);
        for (std::size_t i = 0; i < 2; ++i) {
            Direction &way = ways[i];
            if (waiting[i].revents != 0) {
                const ssize_t size = ::read(way.from, buffer.data(), buffer.size());
                way.hasEnded = size <= 0;
                way.under.push_back({Clock::now() + m_delay.load(), std::string(buffer.data(), std::size_t(std::max<ssize_t>(size, 0)))});
            }
            while (!isSilent && isOpen && !way.under.empty() && way.under.front().due <= Clock::now()) {
                std::string bytes = std::move(way.under.front().bytes);
                way.under.pop_front();
                const std::size_t left = m_left;
                isOpen = bytes.size() < left && !bytes.empty();
                bytes.resize(std::min(bytes.size(), left));
                m_left -= left == never ? 0 : bytes.size();
                m_passed += bytes.size();
                for (std::size_t at = 0; at < bytes.size();) {
                    const ssize_t written = ::send(way.to, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
                    isOpen = isOpen && written > 0;
                    at = written > 0 ? at + std::size_t(written) : bytes.size();
                }
            }
        }
    }
    ::close(client);
    ::close(server);
}

} // namespace espalier::test
