// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

namespace espalier::cli {

/// What espalierctl ends with; part of its interface (espalierctl(1)).
enum class ExitCode {
    Done = 0,
    Usage = 1,   ///< The command line was not understood; nothing was looked at.
    Refused = 2, ///< Nothing was changed, and what was asked for is not possible now or was not confirmed.
    Partly = 3,  ///< Stopped or failed on the way; the output tells what was done.
    Failed = 4,  ///< The system did not do what it should.
};

/// The code for a command that ended with @p error before it changed anything.
ExitCode exitCodeOf(const Error &error);

} // namespace espalier::cli
