// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <stop_token>
#include <vector>

namespace espalier {

/// Runs tasks, which may add further ones, on several threads. The youngest task goes first, so that a walk through a tree
/// goes into the depth and keeps few directories open.
class WorkQueue
{
public:
    using Task = std::move_only_function<void()>;

    explicit WorkQueue(std::stop_token stop = {});

    /// Before run(), or from a task.
    void add(Task task);

    /// Returns when all tasks are done, or, once a stop was requested, when those under way are. The calling thread is one
    /// of @p threads; 0 means as many as there are processors.
    void run(unsigned threads);

private:
    void work();

    std::stop_token m_stop;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Task> m_tasks;
    std::size_t m_running = 0;
};

} // namespace espalier
