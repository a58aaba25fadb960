// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/locks.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

namespace espalier {

/// Holds `.lock` of a datastore shared, in slices: no garbage collection of another process can start meanwhile, and each that would
/// fails, so it is never held for longer than it has to be (locking-and-safety §11). While one runs it is waited for. Several threads
/// may rely on it, each through a Share: once it is due it is let go as soon as the last of them has done so, and nobody gets it before.
class StoreHold
{
public:
    class Share;

    /// @p locks must outlive the object.
    StoreHold(StoreLocks &locks, std::chrono::milliseconds longest, std::stop_token stop);

private:
    Done join(const std::function<void()> &waiting);
    void leave();
    Done acquire(const std::function<void()> &waiting);

    StoreLocks &m_locks;
    std::chrono::milliseconds m_longest;
    std::stop_token m_stop;
    std::mutex m_mutex;
    std::condition_variable_any m_left;
    std::unique_ptr<fs::Lock> m_lock;
    std::size_t m_shares = 0;                        ///< That rely on it now.
    std::chrono::steady_clock::time_point m_since{}; ///< Changes only while nobody relies on it.
    std::atomic<unsigned> m_generation = 0;
};

/// One thread's part in it. That thread calls ensure() and release(), those that work for it meanwhile may call the others.
class StoreHold::Share
{
public:
    /// @p waiting is called once each time a garbage collection is waited for. @p hold must outlive the object.
    Share(StoreHold &hold, std::function<void()> waiting);
    ~Share();
    Share(const Share &) = delete;
    Share &operator=(const Share &) = delete;

    /// Relies on the lock, from now on for at most the longest time where it was let go or is due. Fails with SyncStopped.
    Done ensure();
    void release();

    bool isDue() const; ///< It is not relied on, or held for so long that it has to be let go.

    /// Another number each time the lock was let go: what was seen before may have been collected since.
    unsigned generation() const { return m_hold.m_generation; }

private:
    StoreHold &m_hold;
    std::function<void()> m_waiting;
    bool m_relies = false;
};

} // namespace espalier
