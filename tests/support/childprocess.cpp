// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/childprocess.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace espalier::test {

namespace {

std::array<int, 2> makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    return ends;
}

[[noreturn]] void live(const std::function<bool()> &work, int tell, int leash)
{
    char yes = 0;
    try {
        yes = work() ? 1 : 0;
    } catch (...) {
        yes = 0;
    }
    if (::write(tell, &yes, 1) == 1) {
        char nothing = 0;
        (void)::read(leash, &nothing, 1); // returns when the parent lets go
    }
    ::_exit(0);
}

} // namespace

ChildProcess::ChildProcess(const std::function<bool()> &work)
{
    const auto [heard, tell] = makePipe();
    const auto [leash, hand] = makePipe();
    m_pid = ::fork();
    if (m_pid < 0)
        throw std::runtime_error("no process");
    if (m_pid == 0) {
        ::close(hand);
        live(work, tell, leash);
    }
    ::close(tell);
    ::close(leash);
    m_leash = hand;
    char yes = 0;
    m_ready = ::read(heard, &yes, 1) == 1 && yes == 1;
    ::close(heard);
}

ChildProcess::~ChildProcess()
{
    ::close(m_leash);
    ::waitpid(m_pid, nullptr, 0);
}

} // namespace espalier::test
