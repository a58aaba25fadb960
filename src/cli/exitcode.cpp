// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/exitcode.h"

namespace espalier::cli {

ExitCode exitCodeOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::InvalidInput:
    case Error::Kind::Conflict:
    case Error::Kind::NotFound:
    case Error::Kind::Denied:
    case Error::Kind::Busy: return ExitCode::Refused;
    case Error::Kind::Stopped: return ExitCode::Partly;
    case Error::Kind::Damaged:
    case Error::Kind::Unreachable:
    case Error::Kind::Failed: break;
    }
    return ExitCode::Failed;
}

} // namespace espalier::cli
