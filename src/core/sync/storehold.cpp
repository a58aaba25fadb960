// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/storehold.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace espalier {

namespace {

constexpr std::chrono::milliseconds pause{500}; // between two looks whether the garbage collection ended

/// Sleeps, or less where somebody asks to stop.
void wait(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait_for(lock, stop, pause, [] { return false; });
}

} // namespace

StoreHold::StoreHold(StoreLocks &locks, std::chrono::milliseconds longest, std::stop_token stop, std::function<void()> waiting)
    : m_locks(locks)
    , m_longest(longest)
    , m_stop(std::move(stop))
    , m_waiting(std::move(waiting))
{
}

bool StoreHold::isDue() const
{
    return !m_lock || std::chrono::steady_clock::now() - m_since >= m_longest;
}

void StoreHold::release()
{
    if (m_lock)
        ++m_generation;
    m_lock.reset();
}

Done StoreHold::ensure()
{
    if (!isDue())
        return {};
    release();
    for (bool isFirst = true;; isFirst = false) {
        if (m_stop.stop_requested())
            return fail(Error::Kind::Stopped, MessageId::SyncStopped);
        auto lock = m_locks.holdStore();
        if (lock) {
            m_lock = std::move(*lock);
            m_since = std::chrono::steady_clock::now();
            return {};
        }
        if (lock.error().id != MessageId::GarbageCollectionRunning)
            return failWith(lock);
        if (isFirst && m_waiting)
            m_waiting();
        wait(m_stop);
    }
}

} // namespace espalier
