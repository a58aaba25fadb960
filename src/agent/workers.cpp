// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agent/workers.h"

#include <utility>

namespace espalier::agent {

Workers::Workers(std::size_t threads)
{
    for (std::size_t i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

Workers::~Workers()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ends = true;
        m_tasks.clear();
    }
    m_changed.notify_all();
    m_threads.clear();
}

void Workers::add(std::function<void()> task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_one();
}

void Workers::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_ends || !m_tasks.empty(); });
        if (m_ends)
            return;
        const auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
}

} // namespace espalier::agent
