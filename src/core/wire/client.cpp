// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/wire/client.h"

#include <utility>

namespace espalier::wire {

namespace {

constexpr std::uint32_t helloId = 0;
constexpr std::size_t maxNews = std::size_t{64} << 20; // bytes

} // namespace

Client::Client(std::string host, Send send, WaitForRoom waitForRoom)
    : m_host(std::move(host))
    , m_send(std::move(send))
    , m_waitForRoom(std::move(waitForRoom))
{
    m_pending[helloId] = std::make_shared<Pending>();
}

void Client::receive(std::string_view bytes)
{
    touch();
    const auto broken
        = [this](const Error &error) { close({Error::Kind::Damaged, MessageId::AgentBadAnswer, {m_host, error.args.front()}, 0}); };
    m_frames.add(bytes);
    while (!closed()) {
        auto frame = m_frames.next();
        if (!frame)
            return broken(frame.error());
        if (!*frame)
            return;
        auto message = m_messages.add(**std::move(frame));
        if (!message)
            return broken(message.error());
        if (*message)
            take(**std::move(message));
    }
}

/// Answers that nobody waits for are left.
void Client::take(Message message)
{
    if (message.kind != FrameKind::Answer && message.kind != FrameKind::Progress)
        return;
    std::unique_lock lock(m_mutex);
    const auto pending = m_pending.find(message.id);
    if (pending == m_pending.end())
        return;
    std::deque<Message> &messages = pending->second->messages;
    if (!messages.empty() && messages.back().kind == FrameKind::Answer)
        return;
    if (message.kind == FrameKind::Progress) {
        m_news += sizeof(Message) + message.text.size();
        if (!message.data.empty() || message.text.size() > maxPayload || m_news > maxNews) {
            lock.unlock();
            return close({Error::Kind::Damaged, MessageId::AgentBadAnswer, {m_host, "less news"}, 0});
        }
    }
    messages.push_back(std::move(message));
    pending->second->arrived.notify_all();
}

void Client::close(const Error &why)
{
    const std::scoped_lock lock(m_mutex);
    if (m_closed)
        return;
    m_closed = why;
    for (const auto &[id, pending] : m_pending)
        pending->arrived.notify_all();
}

std::optional<Error> Client::closed() const
{
    const std::scoped_lock lock(m_mutex);
    return m_closed;
}

std::chrono::steady_clock::time_point Client::lastHeard() const
{
    const std::scoped_lock lock(m_mutex);
    return m_lastHeard;
}

void Client::send(Message message)
{
    for (const Frame &frame : framesOf(std::move(message))) {
        if (m_waitForRoom)
            m_waitForRoom();
        sendFrame(frame);
    }
}

void Client::sendFrame(const Frame &frame)
{
    const std::scoped_lock lock(m_sending);
    m_send(encoded(frame));
}

void Client::ping()
{
    sendFrame({.kind = FrameKind::Ping});
}

void Client::touch()
{
    const std::scoped_lock lock(m_mutex);
    m_lastHeard = std::chrono::steady_clock::now();
}

/// What comes before the answer is told while nothing is locked.
Result<Message> Client::wait(std::uint32_t id, const OnProgress &progress)
{
    std::unique_lock lock(m_mutex);
    const std::shared_ptr<Pending> pending = m_pending.at(id);
    while (true) {
        pending->arrived.wait(lock, [&] { return !pending->messages.empty() || m_closed; });
        if (pending->messages.empty()) {
            m_pending.erase(id);
            return std::unexpected(*m_closed);
        }
        Message message = std::move(pending->messages.front());
        pending->messages.pop_front();
        if (message.kind == FrameKind::Answer) {
            m_pending.erase(id);
            return message;
        }
        m_news -= sizeof(Message) + message.text.size();
        lock.unlock();
        if (progress)
            progress(message);
        lock.lock();
    }
}

Result<Message> Client::ask(std::string text, std::string data, const std::stop_token &stop, const OnProgress &progress)
{
    std::uint32_t id = 0;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_closed)
            return std::unexpected(*m_closed);
        do {
            id = ++m_lastId;
        } while (id == helloId || m_pending.contains(id));
        m_pending[id] = std::make_shared<Pending>();
    }
    send({.kind = FrameKind::Request, .id = id, .text = std::move(text), .data = std::move(data)});
    const std::stop_callback cancel(stop, [this, id] { sendFrame({.kind = FrameKind::Cancel, .id = id}); });
    return wait(id, progress);
}

Result<Message> Client::hello(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    const std::shared_ptr<Pending> pending = m_pending.at(helloId);
    pending->arrived.wait_for(lock, patience, [&] { return !pending->messages.empty() || m_closed; });
    if (!pending->messages.empty() && pending->messages.front().kind == FrameKind::Answer)
        return pending->messages.front();
    if (m_closed)
        return std::unexpected(*m_closed);
    return fail(Error::Kind::Unreachable, MessageId::AgentBadAnswer, m_host, "the agent's first message");
}

} // namespace espalier::wire
