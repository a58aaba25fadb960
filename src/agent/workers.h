// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace espalier::agent {

/// Threads that do one task after the other.
class Workers
{
public:
    explicit Workers(std::size_t threads);
    ~Workers(); ///< Waits for the tasks under way; those that wait are dropped.
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    void add(std::function<void()> task);

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_tasks;
    bool m_ends = false;
    std::vector<std::jthread> m_threads;
};

} // namespace espalier::agent
