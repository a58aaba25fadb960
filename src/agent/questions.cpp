// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agent/questions.h"

#include <utility>

namespace espalier::agent {

Result<std::string> Questions::ask(const wire::SourceQuestion &question, const Send &send, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const std::uint64_t number = ++m_last;
    const auto open = m_open.try_emplace(number).first;
    lock.unlock();
    send(number, question);
    lock.lock();
    m_answered.wait(lock, stop, [&] { return open->second.has_value(); });
    auto answer = std::move(open->second);
    m_open.erase(open);
    if (answer)
        return *std::move(answer);
    return fail(Error::Kind::Stopped, MessageId::SyncStopped);
}

bool Questions::answer(std::uint64_t number, Result<std::string> answer)
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto open = m_open.find(number);
        if (open == m_open.end() || open->second)
            return false;
        open->second = std::move(answer);
    }
    m_answered.notify_all();
    return true;
}

} // namespace espalier::agent
