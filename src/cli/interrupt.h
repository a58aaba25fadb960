// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stop_token>
#include <thread>

namespace espalier::cli {

/// Turns SIGINT, SIGTERM and SIGHUP into a stop request, so that a step under way is ended first. Make it before any other thread.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::jthread m_waiter;
};

/// Sleeps a second; false where the wait ended because of @p stop.
bool pause(const std::stop_token &stop);

} // namespace espalier::cli
