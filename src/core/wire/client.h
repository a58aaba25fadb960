// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/wire/frames.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

namespace espalier::wire {

/// The client's end of a connection: many requests may be under way at once, each from a thread of its own. What carries the bytes
/// is somebody else's. The other end is not trusted.
class Client
{
public:
    /// Takes the bytes of one frame; may be called from any thread, and never waits.
    using Send = std::function<void(std::string bytes)>;
    /// Waits until not too much is on its way already, or the connection is gone.
    using WaitForRoom = std::function<void()>;
    using OnProgress = std::function<void(const Message &)>;

    Client(std::string host, Send send, WaitForRoom waitForRoom = {});

    /// Bytes from the other end, in their order, from one thread at a time. What breaks the protocol closes the connection.
    void receive(std::string_view bytes);

    /// The connection is gone: whoever waits gets @p why, and so does everybody from now on.
    void close(const Error &why);
    std::optional<Error> closed() const; ///< Why; nothing while it is open.

    /// Sends a request and waits for its answer. @p progress is called on the waiting thread. Where @p stop is asked for, the other end
    /// is told, and its answer is waited for all the same.
    Result<Message> ask(std::string text, std::string data, const std::stop_token &stop, const OnProgress &progress);

    /// The first message of the other end. Fails with AgentBadAnswer where none comes for @p patience.
    Result<Message> hello(std::chrono::milliseconds patience);

    void ping();  ///< Does not wait.
    void touch(); ///< Something showed that the other end is there.
    std::chrono::steady_clock::time_point lastHeard() const;

    const std::string &host() const { return m_host; }

private:
    struct Pending
    {
        std::deque<Message> messages;
        std::condition_variable arrived;
    };

    void take(Message message);
    void send(Message message);
    void sendFrame(const Frame &frame);
    Result<Message> wait(std::uint32_t id, const OnProgress &progress);

    const std::string m_host;
    const Send m_send;
    const WaitForRoom m_waitForRoom;
    FrameReader m_frames;
    MessageReader m_messages;

    mutable std::mutex m_mutex; ///< Guards what follows.
    std::map<std::uint32_t, std::shared_ptr<Pending>> m_pending;
    std::uint32_t m_lastId = 0;
    std::size_t m_news = 0; ///< Bytes of what was told before answers, and not looked at yet.
    std::optional<Error> m_closed;
    std::chrono::steady_clock::time_point m_lastHeard = std::chrono::steady_clock::now();

    std::mutex m_sending; ///< Of frames, one at a time.
};

} // namespace espalier::wire
