// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/interrupt.h"

#include <windows.h>

#include <atomic>

namespace espalier::cli {

namespace {

std::atomic<std::stop_source *> interrupted = nullptr;

/// Called by the system in a thread of its own.
BOOL WINAPI stop(DWORD)
{
    if (std::stop_source *source = interrupted.load())
        source->request_stop();
    return TRUE;
}

} // namespace

Interrupt::Interrupt()
{
    interrupted = &m_source;
    ::SetConsoleCtrlHandler(&stop, TRUE);
}

Interrupt::~Interrupt()
{
    ::SetConsoleCtrlHandler(&stop, FALSE);
    interrupted = nullptr;
}

} // namespace espalier::cli
