// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/types.h>

#include <functional>

namespace espalier::test {

/// A forked process that does something, tells how it went, and then waits until this object is destroyed: for what another
/// process holds meanwhile. It ends without any clean-up.
class ChildProcess
{
public:
    explicit ChildProcess(const std::function<bool()> &work);
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    bool isReady() const { return m_ready; } ///< Whether it did its work and said yes.
    pid_t pid() const { return m_pid; }

    /// What @p work returns in a process of its own.
    static bool answer(const std::function<bool()> &work) { return ChildProcess(work).isReady(); }

private:
    pid_t m_pid = -1;
    int m_leash = -1; ///< The process ends when this is closed.
    bool m_ready = false;
};

} // namespace espalier::test
