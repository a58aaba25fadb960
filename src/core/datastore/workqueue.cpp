// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/workqueue.h"

#include <algorithm>
#include <thread>

namespace espalier {

WorkQueue::WorkQueue(std::stop_token stop) : m_stop(std::move(stop)) {}

void WorkQueue::add(Task task)
{
    {
        const std::lock_guard guard(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_one();
}

void WorkQueue::run(unsigned threads)
{
    if (threads == 0)
        threads = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i)
        others.emplace_back([this] { work(); });
    work();
}

void WorkQueue::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return !m_tasks.empty() || m_running == 0; });
        if (m_stop.stop_requested())
            m_tasks.clear();
        if (m_tasks.empty() && m_running == 0)
            break;
        if (m_tasks.empty())
            continue;
        Task task = std::move(m_tasks.back());
        m_tasks.pop_back();
        ++m_running;
        lock.unlock();
        task();
        task = {};
        lock.lock();
        --m_running;
    }
    m_changed.notify_all();
}

} // namespace espalier
