// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <thread>

namespace espalier::test {

/// Stands between a client and a server on this computer, and is a bad network: takes its time, swallows, cuts. Both ports are on
/// loopback. Ends with its object.
class Relay
{
public:
    /// Hands on to @p port. Throws std::runtime_error where it cannot listen.
    explicit Relay(std::uint16_t port);
    ~Relay();
    Relay(const Relay &) = delete;
    Relay &operator=(const Relay &) = delete;

    std::uint16_t port() const { return m_port; } ///< Where it listens.

    void setDelay(std::chrono::milliseconds oneWay) { m_delay = oneWay; }
    /// Cuts each connection when so many more bytes went through it, both ways together.
    void cutAfter(std::size_t bytes) { m_left = bytes; }
    void mend() { m_left = never; }
    void setSilent(bool isSilent) { m_isSilent = isSilent; } ///< Nothing goes through, nothing is closed.
    std::size_t passed() const { return m_passed; }          ///< Bytes, both ways together.

private:
    static constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

    void listen(const std::stop_token &stop);
    void carry(const std::stop_token &stop, int client);

    const std::uint16_t m_target;
    std::uint16_t m_port = 0;
    int m_listener = -1;
    std::atomic<std::chrono::milliseconds> m_delay{};
    std::atomic<std::size_t> m_left = never;
    std::atomic<std::size_t> m_passed = 0;
    std::atomic<bool> m_isSilent = false;
    std::jthread m_thread;
};

} // namespace espalier::test
