// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/storehold.h"

#include "core/sync/stoppablesleep.h"

#include <utility>

namespace espalier {

namespace {

constexpr std::chrono::milliseconds pause{500}; // between two looks whether the garbage collection ended

std::unexpected<Error> stopped()
{
    return fail(Error::Kind::Stopped, MessageId::SyncStopped);
}

} // namespace

StoreHold::StoreHold(StoreLocks &locks, std::chrono::milliseconds longest, std::stop_token stop)
    : m_locks(locks)
    , m_longest(longest)
    , m_stop(std::move(stop))
{
}

Done StoreHold::join(const std::function<void()> &waiting)
{
    std::unique_lock guard(m_mutex);
    const auto isOpen = [this] { return !m_lock || std::chrono::steady_clock::now() - m_since < m_longest; };
    if (!m_left.wait(guard, m_stop, isOpen))
        return stopped();
    if (!m_lock) {
        if (const Done acquired = acquire(waiting); !acquired)
            return acquired;
    }
    ++m_shares;
    return {};
}

/// Whoever comes meanwhile waits for the mutex, and goes on where this ends.
Done StoreHold::acquire(const std::function<void()> &waiting)
{
    for (bool isFirst = true;; isFirst = false) {
        if (m_stop.stop_requested())
            return stopped();
        auto lock = m_locks.holdStore();
        if (lock) {
            m_lock = std::move(*lock);
            m_since = std::chrono::steady_clock::now();
            return {};
        }
        if (lock.error().id != MessageId::GarbageCollectionRunning)
            return failWith(lock);
        if (isFirst && waiting)
            waiting();
        sleepFor(pause, m_stop);
    }
}

void StoreHold::leave()
{
    const std::lock_guard guard(m_mutex);
    if (--m_shares > 0)
        return;
    ++m_generation;
    m_lock.reset();
    m_left.notify_all();
}

StoreHold::Share::Share(StoreHold &hold, std::function<void()> waiting) : m_hold(hold), m_waiting(std::move(waiting)) {}

StoreHold::Share::~Share()
{
    release();
}

bool StoreHold::Share::isDue() const
{
    return !m_relies || std::chrono::steady_clock::now() - m_hold.m_since >= m_hold.m_longest;
}

void StoreHold::Share::release()
{
    if (std::exchange(m_relies, false))
        m_hold.leave();
}

Done StoreHold::Share::ensure()
{
    if (!isDue())
        return {};
    release();
    const Done joined = m_hold.join(m_waiting);
    m_relies = joined.has_value();
    return joined;
}

} // namespace espalier
