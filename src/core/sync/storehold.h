// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/locks.h"

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

namespace espalier {

/// Holds `.lock` of a datastore shared, in slices: no garbage collection of another process can start meanwhile, and each that would
/// fails, so it is never held for longer than it has to be (locking-and-safety §11). While one runs it waits.
class StoreHold
{
public:
    /// @p waiting is called once each time a garbage collection is waited for. @p locks must outlive the object.
    StoreHold(StoreLocks &locks, std::chrono::milliseconds longest, std::stop_token stop, std::function<void()> waiting);

    /// Holds it, from now on for at most the longest time where it was let go or is due. Fails with SyncStopped.
    Done ensure();
    void release();

    bool isDue() const; ///< It is not held, or for so long that it has to be let go.

    /// Another number each time it was let go: what was seen before may have been collected since.
    unsigned generation() const { return m_generation; }

private:
    StoreLocks &m_locks;
    std::chrono::milliseconds m_longest;
    std::stop_token m_stop;
    std::function<void()> m_waiting;
    std::unique_ptr<fs::Lock> m_lock;
    std::chrono::steady_clock::time_point m_since{};
    unsigned m_generation = 0;
};

} // namespace espalier
