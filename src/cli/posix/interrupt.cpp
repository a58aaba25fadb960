// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/interrupt.h"

#include <csignal>
#include <pthread.h>

namespace espalier::cli {

namespace {

sigset_t interrupting()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    return signals;
}

} // namespace

Interrupt::Interrupt()
{
    const sigset_t signals = interrupting();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_waiter = std::jthread([this](const std::stop_token &ending) {
        const sigset_t waited = interrupting();
        while (!ending.stop_requested()) {
            int number = 0;
            if (sigwait(&waited, &number) == 0 && !ending.stop_requested())
                m_source.request_stop();
        }
    });
}

Interrupt::~Interrupt()
{
    m_waiter.request_stop();
    pthread_kill(m_waiter.native_handle(), SIGTERM); // ends sigwait()
}

} // namespace espalier::cli
